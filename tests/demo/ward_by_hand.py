"""The arithmetic of the page on the hospital ward, with decimals and apart from the product.

Nothing here uses ``matching.carving`` but the numbers that were put in: it is the pencil.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from streekwerk.demo.hospital_ward import GROUPS, RULES, WARD
from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving import CarvedJob, Portion
from streekwerk.matching.inventory import Level, Task

CENT = Decimal("0.01")
TASK = {task.key: task for task in WARD.tasks}
GROUP = {group.key: group for group in GROUPS}


def hours(half_hours: int) -> Decimal:
    return Decimal(half_hours) / 2


def euros(cents: int) -> Decimal:
    return (Decimal(cents) / 100).quantize(CENT)


@dataclass(frozen=True)
class Moved:
    """One line of what moves: an hour where it is now, relief, pay in the new job, gain."""

    task: Task
    hours: Decimal
    cost: Decimal
    relief: Decimal
    pay: Decimal

    @property
    def gain(self) -> Decimal:
        return (self.hours * (self.cost + self.relief - self.pay)).quantize(CENT)


def pay_of(job: CarvedJob) -> Decimal:
    """Pay follows the highest level among the tasks that are not there to learn."""
    levels = [TASK[portion.task].level for portion in job.portions]
    paid = [
        level
        for level, portion in zip(levels, job.portions, strict=True)
        if not TASK[portion.task].teaches
    ]
    return euros(RULES.cost[max(paid, default=Level.ENTRY)])


def moved(portion: Portion, job: CarvedJob) -> Moved:
    task = TASK[portion.task]
    role = WARD.role_of[task.role]
    relief = euros(RULES.relief) * 2 * role.pressure
    return Moved(task, hours(portion.half_hours), euros(role.cost), relief, pay_of(job))


def guidance_minutes(job: CarvedJob) -> Decimal:
    stated = sum(hours(p.half_hours) * TASK[p.task].guidance for p in job.portions)
    return max(stated * GROUP[key].guidance / 100 for key in job.groups)


def guidance_cost(job: CarvedJob) -> Decimal:
    """Part of a cent is rounded in the employer's disfavour, after everything is added."""
    return guidance_minutes(job) / 60 * euros(RULES.guidance_cost)


def gain(job: CarvedJob) -> Decimal:
    total = sum((moved(portion, job).gain for portion in job.portions), Decimal(0))
    return (total - guidance_cost(job)).quantize(CENT, ROUND_FLOOR)


def loads(job: CarvedJob) -> tuple[Decimal, ...]:
    """The mean load of the week, of each kind."""
    week = sum(p.half_hours for p in job.portions)
    return tuple(
        Decimal(sum(p.half_hours * TASK[p.task].load.as_tuple()[kind] for p in job.portions)) / week
        for kind in range(4)
    )


def quality(job: CarvedJob) -> tuple[int, int, int]:
    """Points for variety, learning and autonomy: see ``carving.design``."""
    week = sum(p.half_hours for p in job.portions)
    learning = sum(p.half_hours for p in job.portions if TASK[p.task].teaches)
    room = Decimal(sum(p.half_hours * TASK[p.task].autonomy for p in job.portions)) / week
    steps = sum(room >= step for step in (1, 2, 3))
    return 8 * min(5, len(job.portions)), 3 * min(10, learning), 10 * steps


def hindrance(task: Task, group: CandidateGroup) -> str:
    """What keeps a group from a task, in one word each; ``yes`` when nothing does."""
    found = []
    if task.level > (group.grows_to if task.teaches else group.level):
        found.append("level")
    if task.skills - group.skills:
        found.append("skills")
    if task.moments - group.moments:
        found.append("moment")
    if any(a > b for a, b in zip(task.load.as_tuple(), group.peak.as_tuple(), strict=True)):
        found.append("load")
    if task.risk > group.most_risk:
        found.append("risk")
    return ", ".join(found) or "yes"
