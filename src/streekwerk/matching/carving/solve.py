"""Carve: one design for one aim, or a few designs among which people choose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from ortools.math_opt.python import mathopt

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.design import CarvedJob, Design, Portion, worth_of
from streekwerk.matching.carving.model import CarvingModel, Expression, build, value_freed
from streekwerk.matching.carving.rules import DesignRules
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
_STATUS: Mapping[mathopt.TerminationReason, Status] = {
    mathopt.TerminationReason.OPTIMAL: "optimal",
    mathopt.TerminationReason.FEASIBLE: "feasible",
    mathopt.TerminationReason.INFEASIBLE: "infeasible",
}


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
    built = build(inventory, groups, rules)
    built.program.maximize(_objective(built, aim))
    result = solve(built, seconds)
    status = _STATUS.get(result.termination.reason, "unknown")
    found = result.has_primal_feasible_solution()
    return Carving(
        aim,
        status,
        _design(built, result.variable_values()) if found else None,
        result.objective_value() if found else 0.0,
        result.termination.objective_bounds.dual_bound,
        result.solve_time().total_seconds(),
    )


def solve(built: CarvingModel, seconds: float) -> mathopt.SolveResult:
    """Solve within ``seconds`` (SCIP, as it comes with OR-tools)."""
    limits = mathopt.SolveParameters(time_limit=dt.timedelta(seconds=seconds), random_seed=1)
    return mathopt.solve(built.program, mathopt.SolverType.GSCIP, params=limits)


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


def _objective(built: CarvingModel, aim: Aim) -> Expression:
    gain, people, quality = _WEIGHTS[aim]
    return (
        gain / _most_gain(built) * built.gain
        + people / max(1, sum(group.people for group in built.groups)) * built.people
        + quality / (100 * built.rules.jobs) * built.quality
    )


def _most_gain(built: CarvingModel) -> float:
    """Return cents a week if every hour came from the dearest, most pressed role."""
    rules = built.rules
    dearest = max((value_freed(built, task) for task in built.tasks), default=1)
    return rules.jobs * rules.longest * max(1, dearest - min(rules.cost.values())) / 2


def _design(built: CarvingModel, values: Mapping[mathopt.Variable, float]) -> Design:
    jobs = []
    for job in built.jobs:
        taken = {key: round(values[moved]) for key, moved in job.moved.items()}
        portions = tuple(
            Portion(key, half_hours) for key, half_hours in taken.items() if half_hours
        )
        if portions:
            groups = tuple(key for key, chosen in job.made_for.items() if values[chosen] > 0.5)
            jobs.append(CarvedJob(portions, groups))
    worth = worth_of(jobs, built.inventory, built.groups, built.rules)
    return Design(tuple(jobs), worth)
