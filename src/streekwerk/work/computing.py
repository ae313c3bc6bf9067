"""Compute a few designs, aim by aim, so that one can see how far it is and stop in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving import (
    Aim,
    Carving,
    DesignRules,
    Relaxation,
    carve,
    relaxations,
    stored,
)
from streekwerk.matching.carving.doable import is_doable
from streekwerk.matching.inventory import Inventory

ORDER = (Aim.BALANCED, Aim.GAIN, Aim.PEOPLE, Aim.QUALITY)
# Seconds for each aim: at once in the page that asks, and in the queue.
AT_ONCE, PATIENT = 1.0, 15.0
# As a share: nearer to the best than this need not be waited for.
NEAR_ENOUGH = 0.05
SECONDS_TO_LOOSEN = 10.0
# Portions the solver must decide on; above this nobody waits for the page.
MOST_AT_ONCE = 250


class Stopped(Exception):  # noqa: N818 - somebody asked for it
    """Somebody stopped the computation."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a computation is given."""

    inventory: Inventory
    groups: tuple[CandidateGroup, ...]
    rules: DesignRules

    @classmethod
    def of(cls, inputs: Mapping[str, Any]) -> Problem:
        """Read a problem from what was stored."""
        return cls(
            stored.inventory_from(inputs["inventory"]),
            stored.groups_from(inputs["groups"]),
            stored.rules_from(inputs["rules"]),
        )

    def as_json(self) -> dict[str, Any]:
        """Return what is stored."""
        return {
            "inventory": stored.inventory_json(self.inventory),
            "groups": stored.groups_json(self.groups),
            "rules": stored.rules_json(self.rules),
        }

    @property
    def is_small(self) -> bool:
        """Whether it will probably be solved while somebody looks on."""
        movable = sum(
            not task.core and any(is_doable(task, group) for group in self.groups)
            for task in self.inventory.tasks
        )
        return movable * len(self.groups) * self.rules.jobs <= MOST_AT_ONCE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found; with no design either what stands in the way, or no answer in time.

    ``near`` tells whether every aim was solved to within :data:`NEAR_ENOUGH` of the best
    there can be; ``is_impossible`` whether it was proven that there is no design.
    """

    designs: tuple[Carving, ...]
    loosen: tuple[Relaxation, ...] = ()
    near: bool = True
    is_impossible: bool = False


def compute(problem: Problem, seconds: float, tell: Callable[[int, Aim | None], None]) -> Outcome:
    """Return designs that none of the others beats, one aim after the other.

    Parameters
    ----------
    seconds
        For each aim, at most.
    tell
        Called before each aim with the percentage done; may raise :class:`Stopped`.
    """
    found: list[Carving] = []
    for place, aim in enumerate(ORDER):
        tell(100 * place // (len(ORDER) + 1), aim)
        one = carve(problem.inventory, problem.groups, problem.rules, aim, seconds=seconds)
        if one.status == "infeasible":
            return _what_to_loosen(problem, tell)
        found.append(one)
    near = all(one.design is not None and one.gap <= NEAR_ENOUGH for one in found)
    return Outcome(best_of(found), near=near)


def best_of(found: Sequence[Carving]) -> tuple[Carving, ...]:
    """Return the designs of which no other is at least as good in everything."""
    kept: list[Carving] = []
    worths = [one.design.worth for one in found if one.design is not None]
    for one in found:
        if one.design is None:
            continue
        again = any(one.design.worth == other.design.worth for other in kept if other.design)
        if not again and not any(one.design.worth.is_dominated_by(rival) for rival in worths):
            kept.append(one)
    return tuple(kept)


def _what_to_loosen(problem: Problem, tell: Callable[[int, Aim | None], None]) -> Outcome:
    tell(80, None)
    loosen = relaxations(
        problem.inventory, problem.groups, problem.rules, seconds=SECONDS_TO_LOOSEN
    )
    return Outcome((), loosen, is_impossible=True)
