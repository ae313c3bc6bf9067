"""Take in a whole inventory at once, from a workbook: everything or nothing."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction

from streekwerk.accounts.models import User
from streekwerk.matching.inventory import Inventory
from streekwerk.matching.inventory import Role as PureRole
from streekwerk.matching.inventory import Task as PureTask
from streekwerk.partners.actions.noting import note
from streekwerk.partners.models import Employer
from streekwerk.work import refusals
from streekwerk.work.actions.inventory import editable
from streekwerk.work.models import Role, Source, Task, WorkAnalysis
from streekwerk.work.refusals import Refused


@transaction.atomic
def replace_inventory(user: User, employer: Employer, inventory: Inventory) -> WorkAnalysis:
    """Put what a workbook holds in place of the present roles and tasks.

    What came back under its own code keeps its key and, of a role, the hours of its contract;
    earlier versions stay as they are.
    """
    if not inventory.tasks:
        raise Refused(refusals.NO_TASKS)
    analysis = editable(user, employer)
    there = {role.key: role for role in analysis.roles.all()}
    known = {*there, *analysis.tasks.values_list("key", flat=True)}
    analysis.roles.all().delete()
    shared = {"region_id": employer.region_id, "employer": employer, "analysis": analysis}
    roles = {
        role.key: Role(
            **shared,
            **role_values(role),
            key=(key := _key(role.key, known)),
            contract_hours=there[key].contract_hours if key in there else None,
        )
        for role in inventory.roles
    }
    Role.objects.bulk_create(roles.values())
    Task.objects.bulk_create(
        Task(
            **shared,
            **task_values(task),
            role=roles[task.role],
            key=_key(task.key, known),
            source=Source.FILE,
        )
        for task in inventory.tasks
    )
    counts = {"roles": len(inventory.roles), "tasks": len(inventory.tasks)}
    note(user, "work.file_taken_in", analysis, employer, **counts)
    return analysis


def role_values(role: PureRole) -> dict[str, Any]:
    """Return the fields of a role."""
    return {
        "name": role.name,
        "people": role.people,
        "cost": role.cost,
        "level": int(role.level),
        "pressure": role.pressure,
    }


def task_values(task: PureTask) -> dict[str, Any]:
    """Return the fields of a task, without where it came from."""
    physical, cognitive, social, energetic = task.load.as_tuple()
    return {
        "name": task.name,
        "half_hours": task.half_hours,
        "level": int(task.level),
        "physical": physical,
        "cognitive": cognitive,
        "social": social,
        "energetic": energetic,
        "skills": sorted(task.skills),
        "guidance": task.guidance,
        "autonomy": task.autonomy,
        "risk": task.risk,
        "moments": sorted(moment.value for moment in task.moments),
        "core": task.core,
        "teaches": task.teaches,
        "divisible": task.divisible,
        "confirmed": task.confirmed,
    }


def _key(code: str, known: set[uuid.UUID]) -> uuid.UUID:
    try:
        key = uuid.UUID(code)
    except ValueError:
        return uuid.uuid4()
    return key if key in known else uuid.uuid4()
