"""A design: new jobs made of portions of present tasks, and what it is worth.

The worth is computed here from the design alone, apart from the solver, so that a
design edited by hand is judged by the same measure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.inventory import Inventory, Level, Task

POINTS_A_TASK = 8
VARIED = 5
POINTS_A_LEARNING_HALF_HOUR = 3
ENOUGH_LEARNING = 10
POINTS_OF_AUTONOMY = 10
STEPS_OF_AUTONOMY = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Portion:
    """So many half hours a week of a present task."""

    task: str
    half_hours: int


@dataclass(frozen=True, slots=True)
class CarvedJob:
    """A new job: its portions, and the groups for whom every part of it is doable."""

    portions: tuple[Portion, ...]
    groups: tuple[str, ...]

    @property
    def half_hours(self) -> int:
        """Return the length of the week."""
        return sum(portion.half_hours for portion in self.portions)


@dataclass(frozen=True, slots=True)
class Worth:
    """What a design is worth, in three kinds that cannot be added up.

    ``gain`` : cents a week for the employer: cost of the hours where they are now, less
    their cost in the new job, plus relief of pressure, less supervision.
    ``people`` : how many people the jobs are doable for. ``quality`` : 0 to 100, mean over
    jobs: variety (40), learning (30), autonomy (30).
    """

    gain: int
    people: int
    quality: float

    def is_dominated_by(self, other: Worth) -> bool:
        """Whether ``other`` is nowhere less and somewhere more."""
        mine, theirs = self._all(), other._all()
        return all(a <= b for a, b in zip(mine, theirs, strict=True)) and mine != theirs

    def _all(self) -> tuple[float, float, float]:
        return (float(self.gain), float(self.people), self.quality)


@dataclass(frozen=True, slots=True)
class Design:
    """One way to carve, with its worth."""

    jobs: tuple[CarvedJob, ...]
    worth: Worth


def worth_of(
    jobs: Sequence[CarvedJob],
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
) -> Worth:
    """Return what ``jobs`` are worth together."""
    tasks = {task.key: task for task in inventory.tasks}
    known = {group.key: group for group in groups}
    served = {key for job in jobs for key in job.groups}
    gain = sum(_gain(job, tasks, inventory, known, rules) for job in jobs)
    quality = sum(quality_of(job, tasks) for job in jobs) / len(jobs) if jobs else 0.0
    return Worth(gain, sum(known[key].people for key in served), quality)


def level_of(job: CarvedJob, tasks: Mapping[str, Task]) -> Level:
    """Return the level a job is paid at: that of its highest task not there to learn."""
    levels = [tasks[portion.task] for portion in job.portions]
    return max((task.level for task in levels if not task.teaches), default=Level.ENTRY)


def guidance_minutes(
    job: CarvedJob, tasks: Mapping[str, Task], groups: Sequence[CandidateGroup]
) -> int:
    """Return the supervision a job takes, in hundredths of a minute a week.

    Of the groups it is made for, the one that needs most counts.
    """
    stated = sum(tasks[p.task].guidance * p.half_hours for p in job.portions)
    return max((stated * group.guidance for group in groups), default=0) // 2


def quality_of(job: CarvedJob, tasks: Mapping[str, Task]) -> int:
    """Return the quality of one job, 0 to 100."""
    variety = POINTS_A_TASK * min(VARIED, len(job.portions))
    taught = sum(p.half_hours for p in job.portions if tasks[p.task].teaches)
    learning = POINTS_A_LEARNING_HALF_HOUR * min(ENOUGH_LEARNING, taught)
    free = sum(p.half_hours * tasks[p.task].autonomy for p in job.portions)
    reached = sum(free >= step * job.half_hours for step in STEPS_OF_AUTONOMY)
    return variety + learning + POINTS_OF_AUTONOMY * reached


def _gain(
    job: CarvedJob,
    tasks: Mapping[str, Task],
    inventory: Inventory,
    known: Mapping[str, CandidateGroup],
    rules: DesignRules,
) -> int:
    new = rules.cost[level_of(job, tasks)]
    gain = 0
    for portion in job.portions:
        role = inventory.role_of[tasks[portion.task].role]
        # Twice the cents, so that half an hour at an odd amount stays whole.
        gain += portion.half_hours * (role.cost - new + 2 * rules.relief * role.pressure)
    minutes = guidance_minutes(job, tasks, [known[key] for key in job.groups])
    return (gain - 2 * minutes * rules.guidance_cost // 6_000) // 2
