"""What these screens ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from streekwerk.matching.chains.contract import FORMS
from streekwerk.matching.chains.demand import WEEKS
from streekwerk.matching.inventory import Level, Moment
from streekwerk.matching.skills import SKILLS, skill_words
from streekwerk.screens.chains.bench import said, sentence
from streekwerk.work.actions.chains import Reply
from streekwerk.work.models import Answer, WeeklyDemand

MOST_HOURS = 5_000


def form_choices() -> list[tuple[str, str]]:
    """Return the contract forms."""
    return [(key, sentence(form.words)) for key, form in FORMS.items()]


class SearchForm(forms.Form):
    """For which contracts and how far apart to search."""

    kinds = forms.MultipleChoiceField(
        label=_("Welke banen zoekt u?"), widget=forms.CheckboxSelectMultiple
    )
    within = forms.IntegerField(
        label=_("Hoeveel kilometer mogen werkplekken uit elkaar liggen?"),
        min_value=1,
        max_value=60,
        initial=15,
    )

    def __init__(self, data: Any = None) -> None:  # noqa: ANN401 - Django's own
        super().__init__(data, initial={"kinds": ["large"]})
        self.fields["kinds"].choices = form_choices()  # type: ignore[attr-defined]  # a choice field


class ByHandForm(forms.Form):
    """Whose work to join: three, or two."""

    one = forms.ChoiceField(label=_("Eerste werk"))
    two = forms.ChoiceField(label=_("Tweede werk"))
    three = forms.ChoiceField(label=_("Derde werk"), required=False)
    form = forms.ChoiceField(label=_("Wat voor baan?"))
    within = forms.IntegerField(
        label=_("Hoogstens zoveel kilometer uit elkaar"), min_value=1, max_value=60, initial=15
    )

    def __init__(self, rows: Sequence[WeeklyDemand], data: Any = None) -> None:  # noqa: ANN401 - Django's own
        super().__init__(data)
        self._rows = {str(row.public_id): row for row in rows}
        choices = [
            ("", gettext("Kies")),
            *(
                (key, f"{row.employer.name}: {row.title} ({said(row.level_words)})")
                for key, row in self._rows.items()
            ),
        ]
        for name in ("one", "two", "three"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field
        self.fields["form"].choices = form_choices()  # type: ignore[attr-defined]  # likewise

    def clean(self) -> dict[str, Any]:
        """Refuse the same work twice."""
        given = super().clean() or {}
        keys = [given.get(name) for name in ("one", "two", "three") if given.get(name)]
        if len(set(keys)) < len(keys):
            self.add_error(None, gettext("Kies elk werk één keer."))
        return given

    @property
    def rows(self) -> list[WeeklyDemand]:
        """Return the chosen work."""
        keys = (self.cleaned_data.get(name) for name in ("one", "two", "three"))
        return [self._rows[key] for key in keys if key]


class DemandForm(forms.Form):
    """One kind of work over a year: busy weeks in a few numbers, or week by week."""

    title = forms.CharField(label=_("Welk werk is het?"), max_length=120)
    level = forms.TypedChoiceField(label=_("Wat vraagt het?"), coerce=int)
    worth = forms.DecimalField(
        label=_("Wat scheelt een vaste kracht u per uur?"),
        min_value=0,
        max_value=500,
        decimal_places=2,
        help_text=_(
            "In euro's, tegenover hoe u het nu oplost: uitzendkrachten, overwerk of niet. Andere "
            "werkgevers zien dit nooit."
        ),
    )
    how = forms.ChoiceField(label=_("Hoe vult u de weken in?"), widget=forms.RadioSelect)
    ordinary = forms.DecimalField(
        label=_("Uren in een gewone week"), required=False, min_value=0, max_value=MOST_HOURS
    )
    busy = forms.DecimalField(
        label=_("Uren in een drukke week"), required=False, min_value=0, max_value=MOST_HOURS
    )
    busy_from = forms.IntegerField(
        label=_("Eerste drukke week"), required=False, min_value=1, max_value=WEEKS
    )
    busy_to = forms.IntegerField(
        label=_("Laatste drukke week"),
        required=False,
        min_value=1,
        max_value=WEEKS,
        help_text=_("Mag over de jaarwisseling gaan: van week 48 tot week 3."),
    )
    skills = forms.MultipleChoiceField(
        label=_("Wat moet iemand echt kunnen?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    moments = forms.MultipleChoiceField(
        label=_("Op welk moment?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Niets aanvinken betekent: het maakt niet uit."),
    )
    can_employ = forms.BooleanField(
        label=_("Wij kunnen het contract geven aan iemand die ook elders werkt"), required=False
    )

    def __init__(self, row: WeeklyDemand | None, data: Any = None) -> None:  # noqa: ANN401 - Django's own
        super().__init__(data, initial=_first(row))
        choices = {
            "level": [(int(level), sentence(level.words)) for level in Level],
            "how": [("busy", gettext("Met drukke weken")), ("weeks", gettext("Week voor week"))],
            "skills": [(key, sentence(skill_words(key))) for key in SKILLS],
            "moments": [(each.value, sentence(each.words)) for each in Moment],
        }
        for name, values in choices.items():
            self.fields[name].choices = values  # type: ignore[attr-defined]  # choice fields
        for week in range(1, WEEKS + 1):
            self.fields[f"week_{week}"] = forms.DecimalField(
                label=gettext("Week %(n)s") % {"n": week},
                required=False,
                min_value=0,
                max_value=MOST_HOURS,
                decimal_places=1,
            )

    @property
    def main(self) -> list[forms.BoundField]:
        """Return the fields before the weeks."""
        return [self[name] for name in ("title", "level", "worth", "how")]

    @property
    def shape(self) -> list[forms.BoundField]:
        """Return the fields of the busy weeks."""
        return [self[name] for name in ("ordinary", "busy", "busy_from", "busy_to")]

    @property
    def weeks(self) -> list[forms.BoundField]:
        """Return a field for each week."""
        return [self[f"week_{week}"] for week in range(1, WEEKS + 1)]

    @property
    def rest(self) -> list[forms.BoundField]:
        """Return what is asked last."""
        return [self[name] for name in ("skills", "moments", "can_employ")]

    def clean(self) -> dict[str, Any]:
        """Ask for the busy weeks when they are chosen."""
        given = super().clean() or {}
        if given.get("how") == "busy":
            if given.get("ordinary") is None:
                self.add_error("ordinary", gettext("Vul in hoeveel uren; 0 mag ook."))
            if given.get("busy") and not (given.get("busy_from") and given.get("busy_to")):
                self.add_error("busy_from", gettext("Vul in welke weken druk zijn."))
        return given

    def values(self) -> dict[str, Any]:
        """Return the fields of a row."""
        given = self.cleaned_data
        return {
            "title": given["title"],
            "level": given["level"],
            "worth": round(50 * given["worth"]),
            "half_hours": self._half_hours(),
            "skills": given["skills"],
            "moments": given["moments"],
            "can_employ": given["can_employ"],
        }

    def _half_hours(self) -> list[int]:
        given = self.cleaned_data
        if given["how"] == "weeks":
            return [_halves(given.get(f"week_{week}")) for week in range(1, WEEKS + 1)]
        first, last = given.get("busy_from") or 0, given.get("busy_to") or 0
        ordinary, busy = _halves(given.get("ordinary")), _halves(given.get("busy"))
        return [busy if is_busy(week, first, last) else ordinary for week in range(1, WEEKS + 1)]


def is_busy(week: int, first: int, last: int) -> bool:
    """Whether a week lies between two others, over the turn of the year if need be."""
    if not first or not last:
        return False
    return first <= week <= last if first <= last else week >= first or week <= last


def _halves(hours: Decimal | None) -> int:
    return round(2 * hours) if hours else 0


def _first(row: WeeklyDemand | None) -> dict[str, Any]:
    if row is None:
        return {"level": 1, "how": "busy", "can_employ": True}
    weeks = {f"week_{n}": half / 2 for n, half in enumerate(row.half_hours, start=1)}
    return {
        "title": row.title,
        "level": row.level,
        "worth": f"{row.worth / 50:.2f}",
        "how": "weeks",
        "skills": row.skills,
        "moments": row.moments,
        "can_employ": row.can_employ,
        **weeks,
    }


class AnswerForm(forms.Form):
    """One of three answers, each as many clicks; two ask for a reason."""

    answer = forms.ChoiceField(label=_("Wat is uw antwoord?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Waarom, of wat moet er anders?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nodig als u iets anders wilt of niet meedoet."),
    )
    most = forms.DecimalField(
        label=_("Hoogstens zoveel uur per week bij ons"),
        required=False,
        min_value=0,
        max_value=60,
        decimal_places=1,
        help_text=_("Alleen bij andere voorwaarden."),
    )
    not_weeks = forms.CharField(
        label=_("Niet in deze weken"),
        required=False,
        max_length=200,
        help_text=_("Weeknummers, bijvoorbeeld: 30, 31, 32. Alleen bij andere voorwaarden."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["answer"].choices = [  # type: ignore[attr-defined]  # a choice field
            (Answer.YES.value, gettext("Wij doen mee")),
            (Answer.CHANGES.value, gettext("Wij doen mee, maar met andere voorwaarden")),
            (Answer.NO.value, gettext("Wij doen niet mee")),
        ]

    def clean_not_weeks(self) -> tuple[int, ...]:
        """Read week numbers."""
        written = self.cleaned_data["not_weeks"].replace(",", " ").replace(";", " ").split()
        try:
            weeks = tuple(sorted({int(each) for each in written}))
        except ValueError:
            weeks = (0,)
        if any(not 1 <= week <= WEEKS for week in weeks):
            raise forms.ValidationError(gettext("Schrijf weeknummers van 1 tot 52."))
        return weeks

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where there must be one."""
        given = super().clean() or {}
        needs = given.get("answer") in (Answer.CHANGES.value, Answer.NO.value)
        if needs and not given.get("reason", "").strip():
            self.add_error("reason", gettext("Schrijf in een paar woorden waarom."))
        return given

    def reply(self) -> Reply:
        """Return the answer."""
        given = self.cleaned_data
        chosen = Answer(given["answer"])
        if chosen != Answer.CHANGES:
            return Reply(chosen, given["reason"])
        most = _halves(given["most"]) if given["most"] is not None else None
        return Reply(chosen, given["reason"], most, given["not_weeks"])


class FileForm(forms.Form):
    """A workbook."""

    file = forms.FileField(label=_("Excelbestand"))
