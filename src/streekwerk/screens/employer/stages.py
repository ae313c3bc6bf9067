"""The steps of redesign as a flow, with where this employer is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from streekwerk.matching.carving.method import STEPS
from streekwerk.partners.models import Employer
from streekwerk.screens.design.navigation import Step
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.employer_page import address
from streekwerk.work.models import RedesignStep, StepState

State = Literal["done", "current", "next", "wrong"]
SETTLED = (StepState.DONE, StepState.SKIPPED)


def flow_of(employer: Employer, noted: Mapping[str, RedesignStep]) -> list[Step]:
    """Return the eight steps; the first that is not done is the current one."""
    language = reader_language()
    states = [noted[one.key].state if one.key in noted else StepState.OPEN for one in STEPS]
    first = next((place for place, state in enumerate(states) if state not in SETTLED), None)
    return [
        Step(
            one.name.in_language(language),
            _state(place, first, states[place]),
            address("step", employer, one.key.value),
        )
        for place, one in enumerate(STEPS)
    ]


def _state(place: int, first: int | None, state: str) -> State:
    if state in SETTLED:
        return "done"
    return "current" if place == first else "next"
