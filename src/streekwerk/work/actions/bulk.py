"""Write down the work of many employers at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.matching.inventory import Inventory
from streekwerk.partners.actions.noting import note
from streekwerk.partners.models import Employer
from streekwerk.partners.permissions import may_advise
from streekwerk.work.actions.files import role_values, task_values
from streekwerk.work.models import Role, Source, Task, WorkAnalysis

A_TIME = 2_000


@dataclass(frozen=True, slots=True)
class NewWork:
    """The work of one employer."""

    employer: Employer
    inventory: Inventory


@transaction.atomic
def load_work(user: User, many: Sequence[NewWork]) -> int:
    """Write down the work of every employer that has none yet; returns of how many.

    Tasks that nobody confirmed are said to come from the library. PermissionDenied when
    ``user`` does not advise one of them.
    """
    for one in many:
        require(may_advise(user, one.employer))
    with_work = set(
        WorkAnalysis.objects.filter(employer__in=[one.employer for one in many]).values_list(
            "employer_id", flat=True
        )
    )
    new = [one for one in many if one.employer.pk not in with_work]
    made = WorkAnalysis.objects.bulk_create(
        WorkAnalysis(
            region_id=one.employer.region_id, employer=one.employer, number=1, made_by=user
        )
        for one in new
    )
    roles: list[Role] = []
    tasks: list[Task] = []
    for one, analysis in zip(new, made, strict=True):
        _collect(one, analysis, roles, tasks)
    Role.objects.bulk_create(roles, batch_size=A_TIME)
    Task.objects.bulk_create(tasks, batch_size=A_TIME)
    for one, analysis in zip(new, made, strict=True):
        note(user, "work.file_taken_in", analysis, one.employer, tasks=len(one.inventory.tasks))
    return len(new)


def _collect(one: NewWork, analysis: WorkAnalysis, roles: list[Role], tasks: list[Task]) -> None:
    shared = {
        "region_id": analysis.region_id,
        "employer_id": analysis.employer_id,
        "analysis": analysis,
    }
    by_key = {role.key: Role(**shared, **role_values(role)) for role in one.inventory.roles}
    roles.extend(by_key.values())
    tasks.extend(
        Task(
            **shared,
            **task_values(task),
            role=by_key[task.role],
            source=Source.OWN if task.confirmed else Source.LIBRARY,
        )
        for task in one.inventory.tasks
    )
