"""What a carved job must live up to. Every limit can be set by the employer and adviser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from streekwerk.matching.inventory import Level

MINUTES_A_HALF_HOUR = 30


def _costs() -> Mapping[Level, int]:
    return MappingProxyType(
        {
            Level.ENTRY: 2_150,
            Level.BASIC: 2_300,
            Level.SKILLED: 2_650,
            Level.SPECIALIST: 3_100,
            Level.HIGHER: 3_900,
        }
    )


@dataclass(frozen=True, slots=True)
class DesignRules:
    """Limits on a design.

    Attributes
    ----------
    jobs : most new jobs in one design.
    shortest, longest : half hours a week of a new job.
    fewest_tasks, most_tasks : how many tasks make a job; one task is not a job.
    largest_share : of a job's hours that one task may take, in percent.
    smallest_portion : half hours; less of a task is not worth handing over.
    most_roles : a job takes its work from so many roles at most, or nobody knows who to ask.
    kept : percentage of its hours that every present role keeps.
    learning : half hours a week in tasks that teach something, at least.
    guidance_room : minutes of supervision a week the employer has, over all new jobs.
    guidance_cost : cents an hour of who supervises.
    moment_room : half hours that fit in one moment of the week (five mornings of four hours).
    cost : cents an hour the employer pays for work of a level, by collective agreement;
        the job is paid as its highest task that is not there to learn. The defaults are
        placeholders for the amounts of the employer's own agreement.
    relief : what half an hour less pressure is worth in cents, per point of pressure.
    no_displacement : the employer has declared that nobody loses work or hours by this.
    """

    jobs: int = 2
    shortest: int = 32
    longest: int = 72
    fewest_tasks: int = 3
    most_tasks: int = 8
    largest_share: int = 60
    smallest_portion: int = 2
    most_roles: int = 4
    kept: int = 70
    learning: int = 4
    guidance_room: int = 600
    guidance_cost: int = 3_200
    moment_room: int = 40
    cost: Mapping[Level, int] = field(default_factory=_costs)
    relief: int = 150
    no_displacement: bool = False

    def __post_init__(self) -> None:
        if not self.no_displacement:
            raise ValueError(
                "a design starts with the employer's declaration that nobody is displaced"
            )
        if not 0 < self.shortest <= self.longest:
            raise ValueError(f"a week of {self.shortest} to {self.longest} half hours")
        if not 1 <= self.fewest_tasks <= self.most_tasks:
            raise ValueError(f"a job of {self.fewest_tasks} to {self.most_tasks} tasks")
        for name in ("largest_share", "kept"):
            if not 0 <= getattr(self, name) <= 100:
                raise ValueError(f"{name} is a percentage, got {getattr(self, name)}")
        missing = [level.name for level in Level if level not in self.cost]
        if missing:
            raise ValueError(f"what does an hour of level {missing[0]} cost?")
