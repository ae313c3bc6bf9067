"""Choose a design, and change one by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.matching.carving import Portion

MOST_JOBS = 6


class ChooseForm(forms.Form):
    """Why this one."""

    use_required_attribute = False

    reason = forms.CharField(
        label=_("Waarom kiest u dit ontwerp?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In een paar woorden. Wie later meekijkt, begrijpt dan de keuze."),
        error_messages={"required": _("Schrijf in een paar woorden waarom.")},
    )


class StepForm(forms.Form):
    """How it stands with a step, and what was said to each question."""

    use_required_attribute = False

    state = forms.ChoiceField(label=_("Hoe staat het ermee?"), widget=forms.RadioSelect)

    def __init__(
        self,
        states: Sequence[tuple[str, str]],
        questions: Sequence[str],
        data: Mapping[str, str] | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["state"].choices = states  # type: ignore[attr-defined]  # a choice field
        for number, question in enumerate(questions):
            self.fields[f"note_{number}"] = forms.CharField(
                label=question,
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        self.order_fields([*(f"note_{number}" for number in range(len(questions))), "state"])

    @property
    def notes(self) -> list[str]:
        """Return what was noted, question by question."""
        names = sorted(
            (name for name in self.cleaned_data if name.startswith("note_")),
            key=lambda name: int(name.removeprefix("note_")),
        )
        return [self.cleaned_data[name] for name in names]


def field_name(job: int, task: str) -> str:
    """Return the name of the field for the hours of a task in a job, from 0."""
    return f"u-{job}-{task}"


def portions_in(
    sent: Mapping[str, str], jobs: int, tasks: Sequence[str]
) -> tuple[list[tuple[Portion, ...]], list[str]]:
    """Read the hours of every task in every job.

    Returns
    -------
    The portions job by job, and the keys of tasks whose hours are no whole or half hours.
    """
    wrong: list[str] = []
    read: list[tuple[Portion, ...]] = []
    for job in range(min(jobs, MOST_JOBS)):
        portions = []
        for task in tasks:
            half_hours = _half_hours(str(sent.get(field_name(job, task), "")))
            if half_hours is None:
                wrong.append(task)
            elif half_hours:
                portions.append(Portion(task, half_hours))
        read.append(tuple(portions))
    return read, wrong


def _half_hours(words: str) -> int | None:
    if not words.strip():
        return 0
    try:
        doubled = 2 * Decimal(words.strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not doubled.is_finite() or doubled != doubled.to_integral_value() or not 0 <= doubled < 200:
        return None
    return int(doubled)
