"""Write down roles and tasks. What designs were computed with is never changed: a copy is."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners.actions.noting import held, note
from streekwerk.partners.models import Employer
from streekwerk.work import refusals
from streekwerk.work.models import Role, Source, Task, WorkAnalysis
from streekwerk.work.permissions import require_fill_in
from streekwerk.work.refusals import Refused

ROLE_FIELDS = ("name", "people", "contract_hours", "cost", "level", "pressure")
TASK_FIELDS = (
    "name",
    "half_hours",
    "level",
    "physical",
    "cognitive",
    "social",
    "energetic",
    "skills",
    "guidance",
    "autonomy",
    "risk",
    "moments",
    "core",
    "teaches",
    "divisible",
    "confirmed",
    "source",
    "library_key",
)


@transaction.atomic
def add_role(user: User, employer: Employer, values: Mapping[str, Any]) -> Role:
    """Add a role.

    Raises
    ------
    PermissionDenied
        For who does not work on this employer.
    Refused
        When there is a role of that name, or the file is closed.
    """
    analysis = editable(user, employer)
    _require_name(analysis, values["name"])
    role = Role.objects.create(
        **_of(analysis), **{key: values[key] for key in ROLE_FIELDS if key in values}
    )
    note(user, "work.role_added", role, employer)
    return role


@transaction.atomic
def change_role(user: User, employer: Employer, key: uuid.UUID, values: Mapping[str, Any]) -> Role:
    """Change a role; Refused as with :func:`add_role`, or when it is gone."""
    analysis = editable(user, employer)
    role = role_in(analysis, key)
    if "name" in values:
        _require_name(analysis, values["name"], but=role)
    changed = _changed(role, ROLE_FIELDS, values)
    role.save(update_fields=changed)
    note(user, "work.role_changed", role, employer, fields=changed)
    return role


@transaction.atomic
def remove_role(user: User, employer: Employer, key: uuid.UUID) -> None:
    """Take a role out with its tasks; earlier versions keep them."""
    role = role_in(editable(user, employer), key)
    note(user, "work.role_removed", role, employer, tasks=role.tasks.count())
    role.delete()


@transaction.atomic
def add_task(
    user: User, employer: Employer, role_key: uuid.UUID, values: Mapping[str, Any]
) -> Task:
    """Add a task to a role; Refused when the role is gone."""
    analysis = editable(user, employer)
    task = _new_task(role_in(analysis, role_key), values)
    task.save()
    note(user, "work.task_added", task, employer)
    return task


@transaction.atomic
def add_tasks(
    user: User, employer: Employer, role_key: uuid.UUID, many: Sequence[Mapping[str, Any]]
) -> int:
    """Add several tasks at once, such as from the library; returns how many."""
    if not many:
        raise Refused(refusals.NOTHING_CHOSEN)
    role = role_in(editable(user, employer), role_key)
    Task.objects.bulk_create(_new_task(role, values) for values in many)
    note(user, "work.tasks_added", role, employer, tasks=len(many))
    return len(many)


@transaction.atomic
def change_task(user: User, employer: Employer, key: uuid.UUID, values: Mapping[str, Any]) -> Task:
    """Change a task. Whoever fills it in has looked at it: it is confirmed from now on."""
    task = task_in(editable(user, employer), key)
    changed = _changed(task, TASK_FIELDS, {**values, "confirmed": True})
    task.save(update_fields=changed)
    note(user, "work.task_changed", task, employer, fields=changed)
    return task


@transaction.atomic
def confirm_task(user: User, employer: Employer, key: uuid.UUID) -> Task:
    """Note that the employer looked at a task from the library, and that it is so."""
    task = task_in(editable(user, employer), key)
    task.confirmed = True
    task.save(update_fields=["confirmed"])
    note(user, "work.task_confirmed", task, employer)
    return task


@transaction.atomic
def copy_task(user: User, employer: Employer, key: uuid.UUID, name: str) -> Task:
    """Add a task like another, under ``name``."""
    analysis = editable(user, employer)
    task = task_in(analysis, key)
    copied = Task(**_of(analysis), role=task.role, **_values(task, TASK_FIELDS))
    copied.name = name.strip()[:200] or task.name
    copied.save()
    note(user, "work.task_added", copied, employer)
    return copied


@transaction.atomic
def remove_task(user: User, employer: Employer, key: uuid.UUID) -> None:
    """Take a task out; earlier versions keep it."""
    task = task_in(editable(user, employer), key)
    note(user, "work.task_removed", task, employer)
    task.delete()


def editable(user: User, employer: Employer) -> WorkAnalysis:
    """Return the version that can be changed; a new one where the newest is frozen or none is.

    In the caller's transaction; nobody else changes the work of this employer meanwhile.
    """
    require_fill_in(user, employer)
    held(employer)
    newest = WorkAnalysis.objects.filter(employer=employer).first()
    if newest is not None and newest.frozen_at is None:
        return newest
    fresh = WorkAnalysis.objects.create(
        region_id=employer.region_id,
        employer=employer,
        number=newest.number + 1 if newest else 1,
        made_by=user,
    )
    if newest is not None:
        _copy(newest, fresh)
    return fresh


def freeze(analysis: WorkAnalysis) -> None:
    """Let a version stay as it is from now on."""
    if analysis.frozen_at is None:
        analysis.frozen_at = timezone.now()
        analysis.save(update_fields=["frozen_at"])


def role_in(analysis: WorkAnalysis, key: uuid.UUID) -> Role:
    """Return a role of a version by its key; Refused when it is gone."""
    role = analysis.roles.filter(key=key).first()
    if role is None:
        raise Refused(refusals.NO_ROLE)
    return role


def task_in(analysis: WorkAnalysis, key: uuid.UUID) -> Task:
    """Return a task of a version by its key; Refused when it is gone."""
    task = analysis.tasks.select_related("role").filter(key=key).first()
    if task is None:
        raise Refused(refusals.NO_TASK)
    return task


def _copy(before: WorkAnalysis, after: WorkAnalysis) -> None:
    roles = list(before.roles.all())
    made = Role.objects.bulk_create(
        Role(**_of(after), key=role.key, **_values(role, ROLE_FIELDS)) for role in roles
    )
    role_of = {old.pk: new for old, new in zip(roles, made, strict=True)}
    Task.objects.bulk_create(
        Task(**_of(after), role=role_of[task.role_id], key=task.key, **_values(task, TASK_FIELDS))
        for task in before.tasks.all()
    )


def _new_task(role: Role, values: Mapping[str, Any]) -> Task:
    given = {key: values[key] for key in TASK_FIELDS if key in values}
    if not str(given.get("name", "")).strip():
        raise Refused(refusals.NO_NAME)
    given.setdefault("source", Source.OWN)
    return Task(
        region_id=role.region_id,
        employer_id=role.employer_id,
        analysis_id=role.analysis_id,
        role=role,
        **given,
    )


def _of(analysis: WorkAnalysis) -> dict[str, Any]:
    return {
        "region_id": analysis.region_id,
        "employer_id": analysis.employer_id,
        "analysis": analysis,
    }


def _values(row: Role | Task, fields: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}


def _changed(row: Role | Task, fields: Sequence[str], values: Mapping[str, Any]) -> list[str]:
    changed = [key for key in fields if key in values and getattr(row, key) != values[key]]
    for key in changed:
        setattr(row, key, values[key])
    return changed


def _require_name(analysis: WorkAnalysis, name: str, but: Role | None = None) -> None:
    if not name.strip():
        raise Refused(refusals.NO_NAME)
    same = analysis.roles.filter(name=name).exclude(pk=but.pk if but else 0)
    if same.exists():
        raise Refused(refusals.ROLE_THERE)
