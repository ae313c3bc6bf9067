"""What somebody with assistance fills in to see what working some hours brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from streekwerk.rights import REGISTRY, national_parameters
from streekwerk.rights.engine.facts import FactSpec
from streekwerk.rights.finance import Pay
from streekwerk.rights.law import disregards
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.rights.conversation import Given
from streekwerk.screens.rights.fields import DayField, NumberField, field_of, given
from streekwerk.screens.rights.forms import not_before_the_rules

NEEDED = ("leefvorm", "leeftijd", "aow_leeftijd_bereikt")
_FACT = "fact-"
# What the picture fills in itself, for each number of hours.
_COMPUTED = {"algemene_bijstand", "netto_inkomsten_per_maand", "toegepaste_vrijlating"}


class IncomeForm(forms.Form):
    """Pay, household and age; and the questions that may still raise what one keeps.

    ``known`` fills in what was answered elsewhere; ``further`` adds questions.
    """

    hours = NumberField(
        label=gettext_lazy("Hoeveel uur per week wilt u werken?"), lowest=0, highest=60
    )
    hourly_wage = NumberField(
        label=gettext_lazy("Brutoloon per uur, in euro’s"), lowest=0.01, highest=500
    )
    net_low = NumberField(
        label=gettext_lazy("Van elke bruto euro houdt u over: minstens … cent"),
        lowest=1,
        highest=100,
        initial="80",
        help_text=gettext_lazy(
            "Belasting rekenen wij niet uit: dat hangt af van uw heffingskortingen en pensioen. "
            "80 tot 100 cent is een ruime aanname. Op een loonstrook ziet u wat het bij u is."
        ),
    )
    net_high = NumberField(
        label=gettext_lazy("… en hoogstens … cent"), lowest=1, highest=100, initial="100"
    )

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        known: Mapping[str, Given] | None = None,
        further: Iterable[FactSpec] = (),
    ) -> None:
        today = timezone.localdate()
        answered = {f"{_FACT}{key}": value for key, value in (known or {}).items()}
        wage = f"{national_parameters()['wml.uur'].at(today).value:.2f}"
        point = "," if reader_language() == "nl" else "."
        first = {"day": today, "hourly_wage": wage.replace(".", point)}
        super().__init__(data, initial={**first, **answered})
        self.fields["day"] = DayField(label=_("Voor welke dag?"))
        self.asked = dict.fromkeys(NEEDED)
        self.asked |= dict.fromkeys(_asked_in({**(data or {}), **answered}))
        self.asked |= dict.fromkeys(fact.key for fact in further)
        for key in self.asked:
            needed = key in NEEDED
            field = field_of(REGISTRY[key], required=needed, may_be_unknown=not needed)
            self.fields[f"{_FACT}{key}"] = field

    def clean_day(self) -> Any:  # noqa: ANN401 - a date
        """Refuse a day before the rules begin."""
        return not_before_the_rules(self.cleaned_data["day"])

    def clean(self) -> dict[str, Any]:
        """Keep the range of what remains in order."""
        low, high = self.cleaned_data.get("net_low"), self.cleaned_data.get("net_high")
        if low is not None and high is not None and low > high:
            self.add_error("net_high", _("Dit is minder dan het laagste bedrag."))
        return self.cleaned_data

    def pay(self) -> Pay:
        """Return the pay."""
        kept = self.cleaned_data
        return Pay(
            kept["hours"], kept["hourly_wage"], kept["net_low"] / 100, kept["net_high"] / 100
        )

    def facts(self) -> dict[str, Given]:
        """Return what is known; the picture is for somebody with assistance."""
        answers = {key: given(self.cleaned_data.get(f"{_FACT}{key}")) for key in self.asked}
        return {"algemene_bijstand": "ja", **answers}

    def basic(self) -> list[forms.BoundField]:
        """Return the fields everybody fills in."""
        needed = [f"{_FACT}{key}" for key in NEEDED]
        return [
            self[name] for name in ("hours", "hourly_wage", *needed, "net_low", "net_high", "day")
        ]

    def further(self) -> list[forms.BoundField]:
        """Return the questions that may still raise what one keeps."""
        return [self[f"{_FACT}{key}"] for key in self.asked if key not in NEEDED]


def _asked_in(names: Iterable[str]) -> list[str]:
    """Return the facts among the names of fields that the disregards ask for."""
    versions = (version for rule in disregards.RULES for version in rule.versions)
    askable = {fact.key for version in versions for fact in version.facts()} - _COMPUTED
    found = (name.removeprefix(_FACT) for name in names if name.startswith(_FACT))
    return [key for key in found if key in askable]
