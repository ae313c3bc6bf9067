"""What the gain of a design consists of, so that nobody has to believe one figure.

The parts are of :func:`streekwerk.matching.carving.design.worth_of` and add up to its gain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.design import CarvedJob, guidance_minutes, level_of
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.inventory import Inventory, Task

WEEKS_A_YEAR = 52


@dataclass(frozen=True, slots=True)
class Gain:
    """Cents a week for the employer; half a cent goes down, for each job as a whole.

    ``freed`` : the moved hours at what they cost where they are now. ``relief`` : what less
    pressure is worth. ``wages`` : what the same hours cost in the new jobs. ``guidance`` :
    what supervision costs.
    """

    freed: int
    relief: int
    wages: int
    guidance: int

    @property
    def total(self) -> int:
        """Return freed and relief, less wages and guidance."""
        return self.freed + self.relief - self.wages - self.guidance

    def __add__(self, other: Gain) -> Gain:
        """Return the gain of two jobs together."""
        return Gain(
            self.freed + other.freed,
            self.relief + other.relief,
            self.wages + other.wages,
            self.guidance + other.guidance,
        )


def gain_of(
    jobs: Sequence[CarvedJob],
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
) -> Gain:
    """Return the parts of what ``jobs`` are worth to the employer in a week."""
    tasks = {task.key: task for task in inventory.tasks}
    known = {group.key: group for group in groups}
    total = Gain(0, 0, 0, 0)
    for job in jobs:
        total += _of_job(job, tasks, inventory, [known[key] for key in job.groups], rules)
    return total


def _of_job(
    job: CarvedJob,
    tasks: Mapping[str, Task],
    inventory: Inventory,
    made_for: Sequence[CandidateGroup],
    rules: DesignRules,
) -> Gain:
    roles = [(p.half_hours, inventory.role_of[tasks[p.task].role]) for p in job.portions]
    # In half cents, so that half an hour at an odd amount stays whole until the end.
    freed = sum(half_hours * role.cost for half_hours, role in roles)
    relief = sum(2 * half_hours * rules.relief * role.pressure for half_hours, role in roles)
    wages = job.half_hours * rules.cost[level_of(job, tasks)]
    guidance = 2 * guidance_minutes(job, tasks, made_for) * rules.guidance_cost // 6_000
    whole = Gain(freed // 2, relief // 2, wages // 2, guidance // 2)
    # The half cents that were cut off belong to the first part, so that the sum is the worth.
    exact = (freed + relief - wages - guidance) // 2
    return Gain(whole.freed + exact - whole.total, whole.relief, whole.wages, whole.guidance)


def kept_by_role(jobs: Sequence[CarvedJob], inventory: Inventory) -> dict[str, float]:
    """Return for each role the percentage of its hours that it keeps; 100 where nothing goes."""
    taken: dict[str, int] = {}
    for job in jobs:
        for portion in job.portions:
            key = inventory.task(portion.task).role
            taken[key] = taken.get(key, 0) + portion.half_hours
    kept = {}
    for role in inventory.roles:
        all_hours = inventory.half_hours(role.key)
        kept[role.key] = 100.0 * (all_hours - taken.get(role.key, 0)) / max(all_hours, 1)
    return kept
