"""A redesign from beginning to end for everybody to read: computed, not written down.

The kitchen and the region are fictitious; the code is the one that employers use. It is
worked out once for a process, the first time somebody reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from threading import Lock
from typing import Any

from streekwerk.demo.kitchen import KITCHEN, PEOPLE
from streekwerk.matching.carving import Carving, DesignRules
from streekwerk.matching.cases import Account
from streekwerk.matching.default_groups import DEFAULT_GROUPS
from streekwerk.rights.engine.municipality import Municipality
from streekwerk.vocabulary.language import Text
from streekwerk.work.casework import Assumptions, outcome_of, summary
from streekwerk.work.computing import Problem, compute

SECONDS = 5.0
START = date(2026, 9, 1)
ASSUMED = Assumptions(START, 0.235, (50.0, 70.0, 90.0))
_one_at_a_time = Lock()


@dataclass(frozen=True)
class Example:
    """The kitchen: what went in, the designs, the one that is followed, and its case."""

    problem: Problem
    names: dict[str, Text]
    designs: tuple[Carving, ...]
    chosen: int
    case: dict[str, Any]


def example() -> Example:
    """Return the example, computed when it is first asked for."""
    with _one_at_a_time:
        return _computed()


@cache
def _computed() -> Example:
    groups = tuple(replace(one.group, people=PEOPLE[one.group.key]) for one in DEFAULT_GROUPS)
    rules = DesignRules(jobs=1, smallest_portion=4, no_displacement=True)
    problem = Problem(KITCHEN, groups, rules)
    designs = compute(problem, SECONDS, lambda _percent, _aim: None).designs
    most = max(range(len(designs)), key=lambda place: _people(designs[place]))
    chosen = designs[most].design
    assert chosen is not None  # noqa: S101 - only found designs come back; for the type checker
    case = summary(outcome_of(chosen, problem, ASSUMED, Municipality()).seen_by(Account.EMPLOYER))
    names = {one.group.key: one.name for one in DEFAULT_GROUPS}
    return Example(problem, names, designs, most, case)


def _people(one: Carving) -> int:
    return one.design.worth.people if one.design else 0
