"""Forms of the workbench: filters, the card of an employer, agreements, contact, phases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from streekwerk.accounts.models import Municipality, User
from streekwerk.partners import queries
from streekwerk.partners.actions import EmployerCard
from streekwerk.partners.actions.agreements import AgreementCard
from streekwerk.partners.choices import ContactKind, SizeClass
from streekwerk.partners.models import Contact, Employer
from streekwerk.partners.queries.lists import Wanted
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.partner_file.forms import Choosing, Plain, area, day, line
from streekwerk.vocabulary.code_error import CodeError
from streekwerk.vocabulary.dennis import TILES
from streekwerk.vocabulary.kvk import establishment_number, kvk_number
from streekwerk.vocabulary.motives import STATEMENTS
from streekwerk.vocabulary.sbi import sbi_code, sections

ALL = [("", _("Alle"))]
MOST_KM = 700


def _offer(form: forms.Form, name: str, pairs: Iterable[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
    field.choices = list(pairs)


class Filter(forms.Form):
    """Which employers of a list: every field may stay empty."""

    naam = forms.CharField(label=_("Naam, plaats of KvK"), required=False, max_length=80)
    sector = forms.ChoiceField(label=_("Bedrijfstak"), required=False)
    gemeente = forms.ChoiceField(label=_("Gemeente"), required=False)
    drijfveer = forms.ChoiceField(label=_("Drijfveer"), required=False)

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        language = reader_language()
        divisions = {each.section for each in queries.sectors_here(user)}
        _offer(
            self,
            "sector",
            [
                *ALL,
                *(
                    (each.code, each.name.in_language(language))
                    for each in sections()
                    if each.code in divisions
                ),
            ],
        )
        homes = [(str(each.pk), each.name) for each in queries.municipalities_for(user)]
        _offer(self, "gemeente", [*ALL, *homes])
        motives = [(m.value, s.name.in_language(language)) for m, s in STATEMENTS.items()]
        _offer(self, "drijfveer", [*ALL, *motives])

    def wanted(self, phase: str = "") -> Wanted:
        """Return what is asked for; what cannot be read is not asked for."""
        given = self.cleaned_data if self.is_valid() else {}
        home = given.get("gemeente") or ""
        return Wanted(
            search=given.get("naam", ""),
            phase=phase if phase in TILES else "",
            section=given.get("sector", ""),
            municipality=int(home) if home.isdigit() else None,
            motive=given.get("drijfveer", ""),
        )

    def asks(self) -> bool:
        """Whether anything is asked for."""
        return self.is_valid() and any(self.cleaned_data.values())


class EmployerForm(Choosing):
    """What is known of an establishment."""

    choices = {"size_class": SizeClass}  # noqa: RUF012 - read only
    name = line(_("Naam van het bedrijf"))
    kvk_number = line(_("KvK-nummer"), most=20, help_text=_("Acht cijfers."))
    establishment_number = line(
        _("Vestigingsnummer"), most=30, required=False, help_text=_("Twaalf cijfers.")
    )
    sbi_code = line(
        _("SBI-code"),
        most=10,
        help_text=_("Hoofdactiviteit: twee tot vijf cijfers, zoals 1071."),
    )
    size_class = forms.ChoiceField(label=_("Hoeveel mensen werken er?"))
    municipality = forms.ChoiceField(label=_("Gemeente"))
    place = line(_("Plaats"), most=80)
    x_km = forms.FloatField(
        label=_("Oost-west (x)"),
        required=False,
        min_value=0,
        max_value=MOST_KM,
        help_text=_("Kilometers in het Rijksdriehoekstelsel. Nodig voor de kaart en reistijden."),
    )
    y_km = forms.FloatField(
        label=_("Zuid-noord (y)"), required=False, min_value=0, max_value=MOST_KM
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        self.homes = {str(each.pk): each for each in queries.municipalities_for(user)}
        _offer(self, "municipality", [(key, each.name) for key, each in self.homes.items()])

    def clean_kvk_number(self) -> str:
        """Return the eight digits, or say what is wrong with them."""
        return _code(kvk_number, self.cleaned_data["kvk_number"])

    def clean_establishment_number(self) -> str:
        """Return the twelve digits, or nothing, or say what is wrong with them."""
        typed = self.cleaned_data["establishment_number"].strip()
        return _code(establishment_number, typed) if typed else ""

    def clean_sbi_code(self) -> str:
        """Return the digits, or say what is wrong with them."""
        return _code(sbi_code, self.cleaned_data["sbi_code"])

    def card(self) -> EmployerCard:
        """Return what was filled in."""
        given = dict(self.cleaned_data)
        home: Municipality = self.homes[given.pop("municipality")]
        return EmployerCard(municipality=home, **given)

    @staticmethod
    def known(employer: Employer) -> dict[str, Any]:
        """Return what is known now, to begin with."""
        names = [name for name in EmployerForm.base_fields if name != "municipality"]
        known = {name: getattr(employer, name) for name in names}
        return known | {"municipality": str(employer.municipality_id)}


def _code(read: Any, typed: str) -> str:  # noqa: ANN401 - one of three readers of codes
    try:
        found: str = read(typed)
    except CodeError as error:
        raise forms.ValidationError(error.words.in_language(reader_language())) from error
    return found


class PhaseForm(Plain):
    """To which phase, and why."""

    phase = forms.ChoiceField(label=_("Naar welke fase?"), widget=forms.RadioSelect)
    why = area(_("Waarom nu?"), rows=2)

    def __init__(self, employer: Employer, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        language = reader_language()
        others = [each for code, each in TILES.items() if code != employer.phase]
        _offer(
            self,
            "phase",
            [
                (
                    each.code,
                    f"{each.name.in_language(language)}. {each.about.in_language(language)}",
                )
                for each in others
            ],
        )


class MomentForm(Choosing):
    """There was contact."""

    choices = {"kind": ContactKind}  # noqa: RUF012 - read only
    kind = forms.ChoiceField(label=_("Hoe?"), widget=forms.RadioSelect)
    contact = forms.ChoiceField(label=_("Met wie?"), required=False)
    on = day(_("Wanneer?"), required=True)
    words = area(_("Wat is er besproken?"))

    def __init__(self, contacts: Iterable[Contact], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        kwargs["initial"] = {"on": timezone.localdate(), "kind": "phone"}
        super().__init__(*args, **kwargs)
        self.contacts = {str(each.public_id): each for each in contacts if each.ended_on is None}
        pairs = [(key, str(each)) for key, each in self.contacts.items()]
        _offer(self, "contact", [("", _("Iemand anders")), *pairs])


class AgreementForm(Plain):
    """What was agreed, by whom and by when."""

    what = line(_("Wat spreken we af?"), most=300)
    of_region = forms.ChoiceField(label=_("Wie doet dit namens de regio?"), required=False)
    of_employer = forms.ChoiceField(label=_("Wie doet dit namens de werkgever?"), required=False)
    due = day(_("Wanneer is het klaar?"))
    look_on = day(
        _("Wanneer kijken we hoe het gaat?"), help_text=_("Op die dag staat het bij Vandaag.")
    )
    words = area(_("Wat hoort erbij?"), required=False)

    def __init__(
        self,
        user: User,
        contacts: Iterable[Contact],
        *args: Any,  # noqa: ANN401 - Django's own
        **kwargs: Any,  # noqa: ANN401 - Django's own
    ) -> None:
        super().__init__(*args, **kwargs)
        self.advisers = {str(each.public_id): each for each in queries.advisers_for(user)}
        self.contacts = {str(each.public_id): each for each in contacts if each.ended_on is None}
        nobody = [("", _("Nog niet afgesproken"))]
        of_region = [(key, str(each)) for key, each in self.advisers.items()]
        of_employer = [(key, str(each)) for key, each in self.contacts.items()]
        _offer(self, "of_region", [*nobody, *of_region])
        _offer(self, "of_employer", [*nobody, *of_employer])

    def card(self) -> AgreementCard:
        """Return what was filled in."""
        given = self.cleaned_data
        return AgreementCard(
            what=given["what"],
            of_region=self.advisers.get(given["of_region"]),
            of_employer=self.contacts.get(given["of_employer"]),
            due=given["due"],
            look_on=given["look_on"],
            words=given["words"],
        )


class AssignForm(Plain):
    """Who looks after the relation from now on."""

    adviser = forms.ChoiceField(label=_("Naar wie?"))

    def __init__(self, user: User, employer: Employer, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        self.advisers = {
            str(each.public_id): each
            for each in queries.advisers_for(user)
            if each.pk != employer.adviser_id
        }
        _offer(self, "adviser", [(key, str(each)) for key, each in self.advisers.items()])


class InviteForm(Plain):
    """Where the invitation goes."""

    email = forms.EmailField(label=_("E-mail"), required=False)
