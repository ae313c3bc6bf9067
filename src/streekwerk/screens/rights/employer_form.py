"""What an employer fills in: a job, a declaration, a wage value. Never a benefit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from streekwerk.rights import REGISTRY, national_parameters
from streekwerk.rights.finance import Declarations, Extras, Job, WageValueBelief
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.rights.fields import (
    DONT_KNOW,
    NO,
    YES,
    DayField,
    NumberField,
)
from streekwerk.screens.rights.forms import not_before_the_rules
from streekwerk.vocabulary.language import Text

_KNOWN = {"ja": True, "nee": False}
# The rules put these questions to the employee; here the employer answers them.
_ASKED: Mapping[str, Text] = {
    "wage_subsidy_group": Text(
        "Heeft de gemeente vastgesteld dat deze werknemer bij de doelgroep loonkostensubsidie "
        "hoort?",
        "Did the municipality establish that this employee belongs to the wage-subsidy group?",
    ),
    "sheltered": Text("Is het een beschutte baan?", "Is it a sheltered job?"),
    "social_employment": Text(
        "Is het een baan in de sociale werkvoorziening (Wsw)?",
        "Is it a job in social employment (Wsw)?",
    ),
    "pension_age": Text(
        "Heeft deze werknemer de AOW-leeftijd bereikt?",
        "Has this employee reached state pension age?",
    ),
}


def _per_cent(label: Any, **kwargs: Any) -> NumberField:  # noqa: ANN401 - a lazy text
    return NumberField(label=label, highest=100, **kwargs)


def _euro(label: Any) -> NumberField:  # noqa: ANN401 - a lazy text
    return NumberField(label=label, highest=1_000_000, required=False)


class EmployerForm(forms.Form):
    """A job, what is declared about the employee, and what is believed about the wage value."""

    day = DayField(label=gettext_lazy("Eerste werkdag"))
    hours_per_week = NumberField(label=gettext_lazy("Uren per week"), lowest=1, highest=60)
    full_time_hours = NumberField(
        label=gettext_lazy("Uren van een volle werkweek bij u"), lowest=1, highest=60
    )
    hourly_wage = NumberField(
        label=gettext_lazy("Brutoloon per uur, in euro’s"), lowest=0.01, highest=500
    )
    employer_charges = _per_cent(
        gettext_lazy("Uw werkgeverslasten, in procenten van het brutoloon"),
        help_text=gettext_lazy(
            "Wij vulden het percentage uit de Regeling loonkostensubsidie in. Uw eigen percentage "
            "staat in uw loonadministratie."
        ),
    )
    likely = _per_cent(
        gettext_lazy("Loonwaarde, in procenten"),
        help_text=gettext_lazy("Gemeten, of wat u het meest waarschijnlijk vindt."),
    )
    lowest = _per_cent(
        gettext_lazy("Loonwaarde op zijn laagst"),
        required=False,
        help_text=gettext_lazy("Laat leeg als de loonwaarde gemeten is."),
    )
    highest = _per_cent(gettext_lazy("Loonwaarde op zijn hoogst"), required=False)
    adaptation_cost = _euro(gettext_lazy("Aanpassingen: kosten per jaar"))
    adaptation_paid = _euro(gettext_lazy("Aanpassingen: vergoeding per jaar"))
    coaching_cost = _euro(gettext_lazy("Begeleiding: kosten per jaar"))
    coaching_paid = _euro(gettext_lazy("Begeleiding: vergoeding per jaar"))
    DECLARATIONS: Mapping[str, str] = {
        "wage_subsidy_group": "doelgroep_lks",
        "in_register": "in_doelgroepregister",
        "job_agreement": "doelgroepverklaring_banenafspraak",
        "disabled": "doelgroepverklaring_arbeidsgehandicapte",
        "older": "doelgroepverklaring_oudere",
        "reinstated": "doelgroepverklaring_herplaatsen",
        "no_risk": "verklaring_no_risk",
    }
    KINDS: Mapping[str, str] = {
        "sheltered": "beschutte_dienstbetrekking",
        "social_employment": "wsw_dienstbetrekking",
        "pension_age": "aow_leeftijd_bereikt",
    }

    def __init__(self, data: Any = None) -> None:  # noqa: ANN401 - QueryDict
        today = timezone.localdate()
        charges = national_parameters()["lks.werkgeverslasten"].at(today).value
        super().__init__(
            data, initial={"day": today, "employer_charges": f"{100 * charges:g}".replace(".", ",")}
        )
        language = reader_language()
        asked = [("ja", YES), ("nee", NO), ("onbekend", DONT_KNOW)]
        for name, key in {**self.DECLARATIONS, **self.KINDS}.items():
            self.fields[name] = forms.ChoiceField(
                label=(_ASKED.get(name) or REGISTRY[key].question).in_language(language),
                choices=[(value, label.in_language(language)) for value, label in asked],
                widget=forms.RadioSelect,
                initial="onbekend" if name in self.DECLARATIONS else "nee",
            )

    def clean_day(self) -> Any:  # noqa: ANN401 - a date
        """Refuse a day before the rules begin."""
        return not_before_the_rules(self.cleaned_data["day"])

    def clean(self) -> dict[str, Any]:
        """Keep the wage value in order: lowest, likely, highest."""
        likely = self.cleaned_data.get("likely")
        if likely is not None:
            for name in ("lowest", "highest"):
                if self.cleaned_data.get(name) is None:
                    self.cleaned_data[name] = likely
            if self.cleaned_data["lowest"] > likely:
                self.add_error("lowest", _("Dit is hoger dan de loonwaarde zelf."))
            if self.cleaned_data["highest"] < likely:
                self.add_error("highest", _("Dit is lager dan de loonwaarde zelf."))
        return self.cleaned_data

    def groups(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """Return the fields under their headings."""
        job = ["day", "hours_per_week", "full_time_hours", "hourly_wage", "employer_charges"]
        value = ["likely", "lowest", "highest"]
        extras = ["adaptation_cost", "adaptation_paid", "coaching_cost", "coaching_paid"]
        named = {
            ("job", _("De baan")): job,
            ("value", _("De loonwaarde")): value,
            ("declared", _("Wat u van deze werknemer mag weten")): list(self.DECLARATIONS),
            ("kinds", _("Bijzondere gevallen")): list(self.KINDS),
            ("extras", _("Aanpassing en begeleiding, in euro’s")): extras,
        }
        return [
            (key, title, [self[name] for name in names]) for (key, title), names in named.items()
        ]

    def job(self) -> Job:
        """Return the job."""
        kept = self.cleaned_data
        return Job(
            start=kept["day"],
            hours_per_week=kept["hours_per_week"],
            full_time_hours=kept["full_time_hours"],
            hourly_wage=kept["hourly_wage"],
            employer_charges=kept["employer_charges"] / 100,
            **{name: kept[name] == "ja" for name in self.KINDS},
        )

    def declarations(self) -> Declarations:
        """Return what is declared; what nobody knows stays open."""
        kept = self.cleaned_data
        return Declarations(**{name: _KNOWN.get(kept[name]) for name in self.DECLARATIONS})

    def wage_value(self) -> WageValueBelief:
        """Return what is believed about the wage value."""
        kept = self.cleaned_data
        return WageValueBelief(kept["lowest"], kept["likely"], kept["highest"])

    def extras(self) -> Extras:
        """Return adaptation and coaching; what is left empty is nothing."""
        names = ("adaptation_cost", "adaptation_paid", "coaching_cost", "coaching_paid")
        return Extras(**{name: self.cleaned_data[name] or 0.0 for name in names})
