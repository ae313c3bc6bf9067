"""Forms of an employer's file. Both sides fill in the same ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.guidance.choices import Choice
from streekwerk.partners.actions.agenda import AgendaCard
from streekwerk.partners.actions.contacts import ContactCard
from streekwerk.partners.actions.possibilities import Point, Possible
from streekwerk.partners.choices import (
    Accessibility,
    Again,
    AgendaKind,
    AgendaState,
    AgreementState,
    FloorLanguage,
    Horizon,
    Month,
    Technology,
    Weekday,
)
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.motives import HIGHEST, LOWEST, STATEMENTS, Motive

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

POINTS = 3
MOST_MINUTES = 2400
MOST_PLACES = 500


def area(
    label: Words, *, required: bool = True, help_text: Words = "", rows: int = 3
) -> forms.CharField:
    """Return a field for own words."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=required, help_text=help_text, max_length=4000, widget=widget
    )


def day(label: Words, *, required: bool = False, help_text: Words = "") -> forms.DateField:
    """Return a field for a day that every browser and reader can fill in."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget)


def line(
    label: Words, *, most: int = 120, required: bool = True, help_text: Words = ""
) -> forms.CharField:
    """Return a field for one line."""
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text)


def _one(label: Words, *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=forms.RadioSelect, required=required)


def _some(label: Words) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, widget=forms.CheckboxSelectMultiple, required=False
    )


def _clock(label: Words) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget)


class Plain(forms.Form):
    """A form whose fields are not red before anything was filled in."""

    use_required_attribute = False


class Choosing(Plain):
    """A form whose fields in ``choices`` offer a :class:`Choice` in the reader's language."""

    choices: dict[str, type[Choice]] = {}  # noqa: RUF012 - a subclass names its own

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        for name, choices in self.choices.items():
            _offer(self, name, choices.pairs(reader_language()))


def _offer(form: forms.Form, name: str, pairs: Iterable[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
    field.choices = [(key, words[:1].upper() + words[1:]) for key, words in pairs]


class MotivesForm(Plain):
    """Eight statements, 1 to 5 each; whoever skips one leaves it unknown."""

    words = area(
        _("In eigen woorden: wat drijft dit bedrijf?"),
        required=False,
        help_text=_("Bijvoorbeeld wat er gezegd is bij het cijfer dat er het meest toe doet."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        figures = [(str(each), str(each)) for each in range(LOWEST, HIGHEST + 1)]
        statements = {
            motive.value: forms.ChoiceField(
                label=each.says.in_language(reader_language()),
                required=False,
                choices=[*figures, ("", _("Overslaan"))],
                widget=forms.RadioSelect,
            )
            for motive, each in STATEMENTS.items()
        }
        self.fields = {**statements, "words": self.fields["words"]}

    def statements(self) -> list[forms.BoundField]:
        """Return the fields with a figure."""
        return [self[motive.value] for motive in STATEMENTS]

    def scores(self) -> dict[Motive, int]:
        """Return what was answered."""
        given = self.cleaned_data
        return {motive: int(given[motive.value]) for motive in STATEMENTS if given[motive.value]}


class PossibilitiesForm(Choosing):
    """What the employer can do. What stays empty stays unknown."""

    choices = {  # noqa: RUF012 - read only
        "days": Weekday,
        "busy_months": Month,
        "accessibility": Accessibility,
        "languages": FloorLanguage,
        "technology": Technology,
    }
    workplaces = forms.IntegerField(
        label=_("Hoeveel mensen kunnen er beginnen?"),
        required=False,
        min_value=0,
        max_value=MOST_PLACES,
    )
    guidance_minutes = forms.IntegerField(
        label=_("Hoeveel minuten per week kan iemand begeleiden?"),
        required=False,
        min_value=0,
        max_value=MOST_MINUTES,
        help_text=_("Voor alle nieuwe collega's samen."),
    )
    days = _some(_("Op welke dagen is er werk?"))
    from_time = _clock(_("Vanaf hoe laat?"))
    until_time = _clock(_("Tot hoe laat?"))
    busy_months = _some(_("Welke maanden zijn drukker?"))
    accessibility = _some(_("Hoe is de werkplek?"))
    languages = _some(_("Waarmee kunt u elkaar verstaan?"))
    technology = _some(_("Welke techniek maakt het werk makkelijker?"))
    words = area(_("Wat moeten we verder weten?"), required=False)

    def possible(self) -> Possible:
        """Return what was filled in."""
        return Possible(**self.cleaned_data)


class ValueForm(Plain):
    """What must come out of it for the business."""

    words = area(
        _("Wat moet het u opleveren?"),
        help_text=_("In de woorden van het bedrijf, zoals: de vakmensen krijgen tijd terug."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        for number in range(1, POINTS + 1):
            told = {"number": number}
            self.fields[f"what_{number}"] = line(
                _("Punt %(number)s: waaraan ziet u dat?") % told,
                required=False,
                help_text=_("Iets wat u kunt tellen, zoals overuren per maand."),
            )
            self.fields[f"now_{number}"] = line(
                _("Punt %(number)s: hoe is het nu?") % told, most=60, required=False
            )
            self.fields[f"aim_{number}"] = line(
                _("Punt %(number)s: hoe moet het worden?") % told, most=60, required=False
            )

    def clean(self) -> dict[str, Any]:
        """Ask how it should become, where a point was named."""
        given = super().clean() or {}
        for number in range(1, POINTS + 1):
            if given.get(f"what_{number}") and not given.get(f"aim_{number}"):
                self.add_error(f"aim_{number}", _("Vul in hoe het straks moet zijn."))
        return given

    def points(self) -> list[Point]:
        """Return the measurable points."""
        given = self.cleaned_data
        return [
            Point(given[f"what_{n}"], given[f"aim_{n}"], given[f"now_{n}"])
            for n in range(1, POINTS + 1)
            if given[f"what_{n}"]
        ]


class AgendaForm(Choosing):
    """Something on the innovation agenda."""

    choices = {"kind": AgendaKind, "horizon": Horizon}  # noqa: RUF012 - read only
    title = line(_("Wat wilt u vernieuwen?"), most=160)
    kind = _one(_("Wat is het?"))
    horizon = _one(_("Wanneer moet het er zijn?"))
    words = area(_("Wat is ervoor nodig?"), required=False)

    def card(self) -> AgendaCard:
        """Return what was filled in."""
        given = self.cleaned_data
        return AgendaCard(
            AgendaKind(given["kind"]), given["title"], Horizon(given["horizon"]), given["words"]
        )


class AgendaStateForm(Choosing):
    """How far something on the agenda is."""

    choices = {"state": AgendaState}  # noqa: RUF012 - read only
    state = _one(_("Hoe ver is het?"))
    words = area(_("Wat is er gebeurd?"), required=False, rows=2)


class TellForm(Choosing):
    """How an agreement goes."""

    choices = {"state": AgreementState}  # noqa: RUF012 - read only
    state = _one(_("Hoe gaat het?"))
    words = area(_("Wat is er gebeurd?"), required=False, rows=2)
    look_on = day(_("Wanneer kijken we weer?"))

    def __init__(self, *args: Any, own: bool = False, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        _offer(
            self,
            "state",
            [
                (each.value, each.words.in_language(reader_language()))
                for each in AgreementState
                if each is not AgreementState.AGREED
            ],
        )
        if own:
            del self.fields["look_on"]


class LookBackForm(Choosing):
    """How one side looks back."""

    choices = {"again": Again}  # noqa: RUF012 - read only
    went_well = area(_("Wat ging goed?"), required=False)
    went_badly = area(_("Wat ging niet goed?"), required=False)
    again = _one(_("Zou u dit weer zo afspreken?"))

    def clean(self) -> dict[str, Any]:
        """Ask for words on one of the two, at least."""
        given = super().clean() or {}
        if not given.get("went_well", "").strip() and not given.get("went_badly", "").strip():
            self.add_error("went_well", _("Schrijf iets op: wat goed ging, of wat niet."))
        return given


class ContactForm(Plain):
    """Somebody one speaks to."""

    first_name = line(_("Voornaam"), most=60)
    last_name = line(_("Achternaam"), most=80, required=False)
    job_title = line(_("Functie"), most=80, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    telephone = line(_("Telefoon"), most=30, required=False)

    def card(self) -> ContactCard:
        """Return what was filled in."""
        return ContactCard(**self.cleaned_data)
