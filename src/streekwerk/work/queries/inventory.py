"""The work of an employer as rows, and as the pure inventory that designs are computed with."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from streekwerk.matching.inventory import Inventory, Level, Load, Moment
from streekwerk.matching.inventory import Role as PureRole
from streekwerk.matching.inventory import Task as PureTask
from streekwerk.partners.models import Employer
from streekwerk.work.models import Role, Task, WorkAnalysis


@dataclass(frozen=True)
class RoleWork:
    """A role with its tasks, and how the hours of both compare (half hours a week)."""

    role: Role
    tasks: tuple[Task, ...]

    @cached_property
    def half_hours(self) -> int:
        """Return what the tasks take together."""
        return sum(task.half_hours for task in self.tasks)

    @property
    def hours(self) -> float:
        """Return the same in hours."""
        return self.half_hours / 2

    @property
    def contract_hours(self) -> float | None:
        """Return the hours of everybody's contract; None when not known."""
        known = self.role.contract_half_hours
        return None if known is None else known / 2

    @property
    def difference(self) -> float | None:
        """Return the hours of the tasks less those of the contracts; None when not known."""
        halves = self.half_difference
        return None if halves is None else halves / 2

    @property
    def half_difference(self) -> int | None:
        """Return the same in half hours."""
        known = self.role.contract_half_hours
        return None if known is None else self.half_hours - known


@dataclass(frozen=True)
class Work:
    """All work of an employer in its newest version; ``analysis`` is None before there is any."""

    analysis: WorkAnalysis | None
    roles: tuple[RoleWork, ...]

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Return every task, role by role."""
        return tuple(task for role in self.roles for task in role.tasks)

    @property
    def to_confirm(self) -> tuple[Task, ...]:
        """Return the tasks that nobody of the employer has looked at."""
        return tuple(task for task in self.tasks if not task.confirmed)

    @property
    def hours(self) -> float:
        """Return the hours a week of all tasks."""
        return sum(role.hours for role in self.roles)

    @property
    def can_be_designed(self) -> bool:
        """Whether there is a role with tasks."""
        return bool(self.tasks)

    def role(self, key: uuid.UUID) -> RoleWork | None:
        """Return a role by its key."""
        return next((each for each in self.roles if each.role.key == key), None)

    def task(self, key: uuid.UUID) -> Task | None:
        """Return a task by its key."""
        return next((task for task in self.tasks if task.key == key), None)


def work_of(employer: Employer) -> Work:
    """Return the newest version of the work, in three queries."""
    analysis = newest_of(employer)
    if analysis is None:
        return Work(None, ())
    tasks: dict[int, list[Task]] = {}
    for task in analysis.tasks.all():
        tasks.setdefault(task.role_id, []).append(task)
    return Work(
        analysis,
        tuple(RoleWork(role, tuple(tasks.get(role.pk, ()))) for role in analysis.roles.all()),
    )


def newest_of(employer: Employer) -> WorkAnalysis | None:
    """Return the newest version; None before anything is there."""
    return WorkAnalysis.objects.filter(employer=employer).first()


def inventory_of(work: Work) -> Inventory:
    """Return the work as the pure core knows it; roles without tasks stay out."""
    roles = [each for each in work.roles if each.tasks]
    return Inventory(
        tuple(pure_role(each.role) for each in roles), tuple(_pure_tasks(work.tasks, work.roles))
    )


def pure_role(role: Role) -> PureRole:
    """Return a role as the pure core knows it."""
    return PureRole(
        str(role.key), role.name, role.people, role.cost, Level(role.level), role.pressure
    )


def pure_task(task: Task, role: Role) -> PureTask:
    """Return a task as the pure core knows it."""
    return PureTask(
        key=str(task.key),
        name=task.name,
        role=str(role.key),
        half_hours=task.half_hours,
        level=Level(task.level),
        load=Load(task.physical, task.cognitive, task.social, task.energetic),
        skills=frozenset(task.skills),
        guidance=task.guidance,
        autonomy=task.autonomy,
        risk=task.risk,
        moments=frozenset(Moment(value) for value in task.moments),
        core=task.core,
        teaches=task.teaches,
        divisible=task.divisible,
        confirmed=task.confirmed,
    )


def _pure_tasks(tasks: Iterable[Task], roles: Iterable[RoleWork]) -> Iterable[PureTask]:
    role_of = {each.role.pk: each.role for each in roles}
    return (pure_task(task, role_of[task.role_id]) for task in tasks)
