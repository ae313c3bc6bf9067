"""Carve: one design for one aim, or a few designs among which people choose."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.design import Design, worth_of
from streekwerk.matching.carving.kinds import Workplace
from streekwerk.matching.carving.programme import Weights
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.carving.search import search
from streekwerk.matching.inventory import Inventory
from streekwerk.vocabulary.language import Text


class Aim(Enum):
    """What a design puts first; the other two count for a tenth."""

    GAIN = "gain"
    PEOPLE = "people"
    QUALITY = "quality"
    BALANCED = "balanced"

    @property
    def words(self) -> Text:
        """Name the aim."""
        return _AIMS[self]


_AIMS = {
    Aim.GAIN: Text("het meeste voor het bedrijf", "most for the business"),
    Aim.PEOPLE: Text("voor zo veel mogelijk mensen", "for as many people as possible"),
    Aim.QUALITY: Text("het beste werk", "the best work"),
    Aim.BALANCED: Text("alle drie in balans", "all three in balance"),
}
# Gain, people, quality: in tenths of what each can be at most.
_WEIGHTS = {
    Aim.GAIN: (10, 1, 1),
    Aim.PEOPLE: (1, 10, 1),
    Aim.QUALITY: (1, 1, 10),
    Aim.BALANCED: (4, 4, 4),
}
Status = Literal["optimal", "feasible", "infeasible", "unknown"]


@dataclass(frozen=True, slots=True)
class Carving:
    """What the solver found for one aim.

    ``value`` and ``bound`` are of the weighted aim, in tenths of what can be had at
    most; ``gap`` is how far ``value`` can be from the best, as a share of the bound.
    ``design`` is None when there is none, or none was found in time (``status``).
    """

    aim: Aim
    status: Status
    design: Design | None
    value: float
    bound: float
    seconds: float

    @property
    def gap(self) -> float:
        """Return the share of the bound that may still be won; 0 when proven best."""
        if self.status == "optimal":
            return 0.0
        return (self.bound - self.value) / max(abs(self.bound), 1e-9)


def carve(
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
    aim: Aim = Aim.BALANCED,
    *,
    seconds: float = 10.0,
) -> Carving:
    """Find the best design for ``aim``.

    ``seconds`` is when to stop and tell how far the best found can be from the best
    there is. The same inputs give the same optimum, not always the same design when
    several are equally good.
    """
    began = time.perf_counter()
    place = Workplace(inventory, tuple(groups), rules)
    found = search(place, weights(place, aim), seconds)
    took = time.perf_counter() - began
    if not found.jobs:
        return Carving(
            aim, "infeasible" if found.complete else "unknown", None, 0.0, found.bound, took
        )
    design = Design(found.jobs, worth_of(found.jobs, inventory, groups, rules))
    status: Status = "optimal" if found.complete else "feasible"
    return Carving(aim, status, design, found.value, found.bound, took)


def weights(place: Workplace, aim: Aim) -> Weights:
    """Return what gain, people and quality count in ``aim``, in tenths of what can be at most."""
    gain, people, quality = _WEIGHTS[aim]
    return Weights(
        gain / place.most_gain(),
        people / max(1, sum(group.people for group in place.groups)),
        quality / (100 * place.rules.jobs),
    )


def designs(
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
    *,
    seconds: float = 10.0,
) -> tuple[Carving, ...]:
    """Return a design for every aim, without those that another is at least as good as.

    Empty when no design lives up to the rules; see
    :func:`streekwerk.matching.carving.relaxations` for what stands in the way.
    """
    found = [
        carve(inventory, groups, rules, aim, seconds=seconds / len(Aim))
        for aim in (Aim.BALANCED, Aim.GAIN, Aim.PEOPLE, Aim.QUALITY)
    ]
    kept: list[Carving] = []
    for one in found:
        if one.design is None or any(_same(one, other) for other in kept):
            continue
        rivals = [other.design.worth for other in found if other.design is not None]
        if not any(one.design.worth.is_dominated_by(rival) for rival in rivals):
            kept.append(one)
    return tuple(kept)


def _same(one: Carving, other: Carving) -> bool:
    return (
        one.design is not None
        and other.design is not None
        and one.design.worth == other.design.worth
    )
