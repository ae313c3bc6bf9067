"""The comparison in words: who is compared with whom, and what each outcome means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from streekwerk.evidence.trial.problems import TrialError
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.learning.models import Evaluation, MeasureKind, OutcomeKind
from streekwerk.learning.parts import Part, as_mapping, columns_with
from streekwerk.screens.design.templatetags.design import reader_language

NOTHING = ("0", "geen", "controle", "control", "nee", "niet", "no")


@dataclass(frozen=True, slots=True)
class OutcomeFields:
    """The fields of one outcome, under its column's name."""

    column: str
    fields: list[forms.BoundField]


class ComparisonForm(forms.Form):
    """What is compared with what; optional details have sensible answers of their own."""

    def __init__(self, evaluation: Evaluation, data: Any = None) -> None:  # noqa: ANN401 - QueryDict
        super().__init__(data)
        self.parts: dict[str, str] = evaluation.parts
        self.outcomes = columns_with(self.parts, Part.OUTCOME)
        self.arm = columns_with(self.parts, Part.ARM)[0]
        self.levels = self._levels(evaluation)
        before: dict[str, Any] = evaluation.specification or {}
        self._add_question(evaluation, before)
        self._add_arms(before)
        told = {outcome["column"]: outcome for outcome in before.get("outcomes", ())}
        for place, column in enumerate(self.outcomes):
            self._add_outcome(place, column, told.get(column, {}))

    def _levels(self, evaluation: Evaluation) -> list[str]:
        columns = {column["name"]: column for column in evaluation.dataset.columns}
        return columns[self.arm]["levels"] or []

    def _add_question(self, evaluation: Evaluation, before: dict[str, Any]) -> None:
        language = reader_language()
        self.fields["title"] = forms.CharField(
            label=_("Hoe heet deze evaluatie?"),
            help_text=_("Bijvoorbeeld: Scholing in de zorg, 2023–2025"),
            max_length=200,
            initial=_told(before.get("title")),
        )
        self.fields["measure_kind"] = forms.ChoiceField(
            label=_("Welk soort maatregel?"),
            choices=[(k.value, k.words.in_language(language)) for k in MeasureKind],
            initial=evaluation.measure_kind,
        )
        self.fields["outcome_kind"] = forms.ChoiceField(
            label=_("Waarop kijkt u naar het effect?"),
            choices=[(k.value, k.words.in_language(language)) for k in OutcomeKind],
            initial=evaluation.outcome_kind,
        )
        self.fields["assignment"] = forms.ChoiceField(
            label=_("Hoe is bepaald wie wat kreeg?"),
            choices=[
                ("randomised", _("Door loting: toeval besliste")),
                ("observational", _("Anders: mensen kozen of werden gekozen")),
            ],
            widget=forms.RadioSelect,
            initial=before.get("assignment"),
        )

    def _add_arms(self, before: dict[str, Any]) -> None:
        plain = next((level for level in self.levels if level.lower() in NOTHING), "")
        self.fields["comparison"] = forms.ChoiceField(
            label=_("Met welke groep vergelijkt u?"),
            help_text=_("De groep die de maatregel niet kreeg, of nog niet."),
            choices=[(level, level) for level in self.levels],
            widget=forms.RadioSelect,
            initial=before.get("comparison", plain),
        )
        labels = before.get("arm_labels", {})
        for place, level in enumerate(self.levels):
            self.fields[f"arm-{place}"] = forms.CharField(
                label=_("Naam van groep “%(level)s”") % {"level": level},
                required=False,
                max_length=100,
                initial=_told(labels.get(level)),
            )

    def _add_outcome(self, place: int, column: str, told: dict[str, Any]) -> None:
        name = f"outcome-{place}"
        self.fields[f"{name}-label"] = forms.CharField(
            label=_("Naam"), initial=_told(told.get("label")) or column, max_length=100
        )
        self.fields[f"{name}-scale"] = forms.ChoiceField(
            label=_("Soort"),
            choices=[
                ("", _("Volgt uit de waarden")),
                ("binary", _("Ja of nee")),
                ("numeric", _("Een getal")),
            ],
            required=False,
            initial=told.get("scale", ""),
        )
        self.fields[f"{name}-horizon_months"] = forms.FloatField(
            label=_("Gemeten na (maanden)"),
            required=False,
            min_value=0,
            max_value=600,
            initial=told.get("horizon_months"),
        )
        self.fields[f"{name}-unit"] = forms.CharField(
            label=_("Eenheid van een getal"),
            help_text=_("Bijvoorbeeld: euro per maand"),
            required=False,
            max_length=60,
            initial=_told(told.get("unit")),
        )
        self.fields[f"{name}-event"] = forms.CharField(
            label=_("Wat mensen doen bij “ja”"),
            help_text=_("Maakt de zin af: “van de 100 mensen …”. Bijvoorbeeld: vinden werk"),
            required=False,
            max_length=100,
            initial=_told(told.get("event")),
        )
        self.fields[f"{name}-better"] = forms.ChoiceField(
            label=_("Wat is beter?"),
            choices=[("higher", _("Meer")), ("lower", _("Minder"))],
            initial="higher" if told.get("higher_is_better", True) else "lower",
        )

    def question(self) -> list[forms.BoundField]:
        """Return the fields about the question as a whole."""
        return [self[name] for name in ("title", "measure_kind", "outcome_kind", "assignment")]

    def arms(self) -> list[forms.BoundField]:
        """Return the fields about the groups."""
        return [self["comparison"], *(self[f"arm-{k}"] for k in range(len(self.levels)))]

    def outcome_groups(self) -> list[OutcomeFields]:
        """Return the fields of each outcome."""
        return [
            OutcomeFields(
                column, [self[name] for name in self.fields if name.startswith(f"outcome-{place}-")]
            )
            for place, column in enumerate(self.outcomes)
        ]

    def specification(self) -> TrialSpecification | None:
        """Return the specification, or None after adding what is wrong to the form."""
        given = self.cleaned_data
        labels = {level: given[f"arm-{k}"] for k, level in enumerate(self.levels)}
        mapping = as_mapping(
            self.parts,
            [self._outcome(place, column) for place, column in enumerate(self.outcomes)],
            title=given["title"],
            assignment=given["assignment"],
            comparison=given["comparison"],
            arm_labels={level: label for level, label in labels.items() if label},
        )
        try:
            return TrialSpecification.from_mapping(mapping)
        except TrialError as error:
            for problem in error.problems:
                self.add_error(None, problem.words().in_language(reader_language()))
            return None

    def _outcome(self, place: int, column: str) -> dict[str, Any]:
        names = ("label", "scale", "horizon_months", "unit", "event")
        given = {name: self.cleaned_data[f"outcome-{place}-{name}"] for name in names}
        better = self.cleaned_data[f"outcome-{place}-better"]
        return {"column": column, **given, "higher_is_better": better == "higher"}


def _told(text: dict[str, str] | str | None) -> str:
    """Return a stored text in the reader's language."""
    if isinstance(text, dict):
        return text[reader_language()]
    return text or ""
