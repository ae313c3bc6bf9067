"""Which kinds of job there can be: for whom first, and paid at which level.

A job is *of a kind* when its first group is the one of its groups that needs most
guidance, and it is paid at the kind's level. With the kind fixed, what the job costs and
what it may weigh is linear in its hours. That is what makes the search quick: the hard
choices are tried kind by kind (:mod:`streekwerk.matching.carving.search`), and what is
left is a small programme (:mod:`streekwerk.matching.carving.programme`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.doable import is_a_step_up, is_doable
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.inventory import Inventory, Level, Task


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of job.

    ``first`` is the group that needs most guidance, ``others`` who can have the same job
    beside them (never who needs more), ``level`` what it is paid at and ``tasks`` what it
    can be made of.
    """

    first: CandidateGroup
    level: Level
    tasks: tuple[Task, ...]
    others: tuple[CandidateGroup, ...]

    def reaches(self) -> frozenset[str]:
        """Return the groups a job of this kind can be for at most."""
        return frozenset({self.first.key, *(other.key for other in self.others)})


@dataclass(frozen=True, slots=True)
class Workplace:
    """What is carved from: the inventory, the groups and the rules, with what follows."""

    inventory: Inventory
    groups: tuple[CandidateGroup, ...]
    rules: DesignRules
    movable: tuple[Task, ...] = field(init=False)
    doable: dict[str, frozenset[str]] = field(init=False, repr=False)
    steps_up: dict[str, frozenset[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        movable = tuple(
            task
            for task in self.inventory.tasks
            if not task.core and any(is_doable(task, group) for group in self.groups)
        )
        doable = {g.key: frozenset(t.key for t in movable if is_doable(t, g)) for g in self.groups}
        up = {g.key: frozenset(t.key for t in movable if is_a_step_up(t, g)) for g in self.groups}
        object.__setattr__(self, "movable", movable)
        object.__setattr__(self, "doable", doable)
        object.__setattr__(self, "steps_up", up)

    def least(self, task: Task) -> int:
        """Return the smallest part of ``task``, in half hours, that may be handed over."""
        if not task.divisible:
            return task.half_hours
        return min(self.rules.smallest_portion, task.half_hours)

    def freed(self, task: Task) -> int:
        """Return what an hour freed in the task's role is worth, in cents: cost and relief."""
        role = self.inventory.role_of[task.role]
        return role.cost + 2 * self.rules.relief * role.pressure

    def most_gain(self) -> float:
        """Return cents a week if every hour came from the dearest, most pressed role."""
        dearest = max((self.freed(task) for task in self.movable), default=1)
        cheapest = min(self.rules.cost.values())
        return self.rules.jobs * self.rules.longest * max(1, dearest - cheapest) / 2


def kinds(place: Workplace) -> tuple[Kind, ...]:
    """Return every kind of job that ``place`` could give, groups in their order."""
    ranked = sorted(range(len(place.groups)), key=lambda n: (place.groups[n].guidance, n))
    found = []
    for number, group in enumerate(place.groups):
        lower = ranked[: ranked.index(number)]
        mine = [task for task in place.movable if task.key in place.doable[group.key]]
        others = _beside(place, group, [place.groups[n] for n in sorted(lower)])
        for level in sorted({task.level for task in mine if not task.teaches} | {Level.ENTRY}):
            tasks = tuple(task for task in mine if task.teaches or task.level <= level)
            if any(task.key in place.steps_up[group.key] for task in tasks):
                found.append(Kind(group, level, tasks, others))
    return tuple(found)


def _beside(
    place: Workplace, first: CandidateGroup, lower: Sequence[CandidateGroup]
) -> tuple[CandidateGroup, ...]:
    """Return who of ``lower`` could have a job that is for ``first`` too."""
    return tuple(
        group
        for group in lower
        if place.doable[group.key] & place.doable[first.key]
        and max(group.shortest, first.shortest) <= min(group.longest, first.longest)
    )
