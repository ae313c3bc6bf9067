"""How far an employer is, in a handful of queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from streekwerk.partners.models import Employer
from streekwerk.work.models import Case, Choice, DesignSet, RedesignStep
from streekwerk.work.queries.inventory import Work, work_of
from streekwerk.work.queries.steps import steps_of


@dataclass(frozen=True)
class Overview:
    """Work, the newest computation, the choice and case that count, and the steps.

    ``is_open`` says whether the chosen design has vacancies.
    """

    work: Work
    latest: DesignSet | None
    choice: Choice | None
    case: Case | None
    is_open: bool
    steps: Mapping[str, RedesignStep]

    @property
    def is_up_to_date(self) -> bool:
        """Whether the newest computation is about the work as it is now."""
        return self.latest is not None and self.latest.analysis_id == (
            self.work.analysis.pk if self.work.analysis else None
        )


def overview_of(employer: Employer) -> Overview:
    """Return how far an employer is."""
    choice = choice_of(employer)
    return Overview(
        work=work_of(employer),
        latest=DesignSet.objects.filter(employer=employer).first(),
        choice=choice,
        case=case_of(choice) if choice else None,
        is_open=choice is not None and choice.design.vacancies.exists(),
        steps=steps_of(employer),
    )


def choice_of(employer: Employer) -> Choice | None:
    """Return the choice that counts; None before anything was chosen."""
    found = Choice.objects.filter(employer=employer)
    return found.select_related("design__set__analysis", "by").first()


def case_of(choice: Choice) -> Case | None:
    """Return the newest case of the chosen design."""
    return Case.objects.filter(design_id=choice.design_id).select_related("made_by").first()
