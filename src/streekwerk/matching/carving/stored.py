"""Work, groups, rules and designs as plain JSON and back, so that a design can be kept and redone.

What comes back equals what went in; :func:`streekwerk.matching.fingerprint.fingerprint` of it is
the same whatever the order in which keys were written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.design import CarvedJob, Portion, Worth
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.inventory import Inventory, Level, Load, Moment, Role, Task

Json = dict[str, Any]
_PLAIN_RULES = tuple(one.name for one in fields(DesignRules) if one.name != "cost")


def inventory_json(inventory: Inventory) -> Json:
    """Return roles and tasks with every attribute."""
    return {
        "roles": [_role_json(role) for role in inventory.roles],
        "tasks": [_task_json(task) for task in inventory.tasks],
    }


def inventory_from(data: Mapping[str, Any]) -> Inventory:
    """Rebuild an inventory; ValueError or KeyError when it does not hang together."""
    return Inventory(
        tuple(_role_from(role) for role in data["roles"]),
        tuple(_task_from(task) for task in data["tasks"]),
    )


def groups_json(groups: Sequence[CandidateGroup]) -> list[Json]:
    """Return candidate groups with every attribute."""
    return [_group_json(group) for group in groups]


def groups_from(data: Sequence[Mapping[str, Any]]) -> tuple[CandidateGroup, ...]:
    """Rebuild candidate groups."""
    return tuple(_group_from(group) for group in data)


def rules_json(rules: DesignRules) -> Json:
    """Return the limits on a design; costs by the name of the level."""
    plain = {name: getattr(rules, name) for name in _PLAIN_RULES}
    return plain | {"cost": {level.name: cents for level, cents in rules.cost.items()}}


def rules_from(data: Mapping[str, Any]) -> DesignRules:
    """Rebuild the limits; ValueError where they contradict each other."""
    cost = {Level[name]: cents for name, cents in data["cost"].items()}
    return DesignRules(**{name: data[name] for name in _PLAIN_RULES}, cost=cost)


def jobs_json(jobs: Sequence[CarvedJob]) -> list[Json]:
    """Return new jobs as their portions and groups."""
    return [
        {
            "portions": [{"task": p.task, "half_hours": p.half_hours} for p in job.portions],
            "groups": list(job.groups),
        }
        for job in jobs
    ]


def jobs_from(data: Sequence[Mapping[str, Any]]) -> tuple[CarvedJob, ...]:
    """Rebuild new jobs."""
    return tuple(
        CarvedJob(
            tuple(Portion(p["task"], p["half_hours"]) for p in job["portions"]),
            tuple(job["groups"]),
        )
        for job in data
    )


def worth_json(worth: Worth) -> Json:
    """Return what a design is worth."""
    return {"gain": worth.gain, "people": worth.people, "quality": worth.quality}


def worth_from(data: Mapping[str, Any]) -> Worth:
    """Rebuild what a design is worth."""
    return Worth(data["gain"], data["people"], data["quality"])


def _role_json(role: Role) -> Json:
    return {
        "key": role.key,
        "name": role.name,
        "people": role.people,
        "cost": role.cost,
        "level": role.level.name,
        "pressure": role.pressure,
    }


def _role_from(data: Mapping[str, Any]) -> Role:
    return Role(**{**data, "level": Level[data["level"]]})


def _task_json(task: Task) -> Json:
    return {
        "key": task.key,
        "name": task.name,
        "role": task.role,
        "half_hours": task.half_hours,
        "level": task.level.name,
        "load": list(task.load.as_tuple()),
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


def _task_from(data: Mapping[str, Any]) -> Task:
    read = {
        "level": Level[data["level"]],
        "load": Load(*data["load"]),
        "skills": frozenset(data["skills"]),
        "moments": frozenset(Moment(value) for value in data["moments"]),
    }
    return Task(**{**data, **read})


def _group_json(group: CandidateGroup) -> Json:
    return {
        "key": group.key,
        "name": group.name,
        "people": group.people,
        "level": group.level.name,
        "grows_to": group.grows_to.name,
        "peak": list(group.peak.as_tuple()),
        "sustained": list(group.sustained),
        "shortest": group.shortest,
        "longest": group.longest,
        "moments": sorted(moment.value for moment in group.moments),
        "skills": sorted(group.skills),
        "guidance": group.guidance,
        "most_risk": group.most_risk,
    }


def _group_from(data: Mapping[str, Any]) -> CandidateGroup:
    physical, cognitive, social, energetic = data["sustained"]
    read = {
        "level": Level[data["level"]],
        "grows_to": Level[data["grows_to"]],
        "peak": Load(*data["peak"]),
        "sustained": (physical, cognitive, social, energetic),
        "moments": frozenset(Moment(value) for value in data["moments"]),
        "skills": frozenset(data["skills"]),
    }
    return CandidateGroup(**{**data, **read})
