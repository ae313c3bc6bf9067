"""Check a design against every rule again, without the solver.

For designs edited by hand, and to hold the solver itself to its word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.design import CarvedJob, guidance_minutes
from streekwerk.matching.carving.doable import is_a_step_up, objections
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.inventory import KINDS_OF_LOAD, Inventory, Moment, Task
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a design breaks: which, in which job (from 0; None for the whole), and how."""

    rule: str
    job: int | None
    words: Text


def breaches(
    jobs: Sequence[CarvedJob],
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
) -> tuple[Breach, ...]:
    """Return every rule that ``jobs`` break; KeyError on unknown tasks or groups."""
    return tuple(_all(jobs, inventory, groups, rules))


def _all(
    jobs: Sequence[CarvedJob],
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
) -> Iterator[Breach]:
    tasks = {task.key: task for task in inventory.tasks}
    known = {group.key: group for group in groups}
    if len(jobs) > rules.jobs:
        yield Breach("jobs", None, Text(f"{len(jobs)} banen", f"{len(jobs)} jobs"))
    yield from _taken(jobs, tasks, inventory, rules)
    for number, job in enumerate(jobs):
        made_for = [known[key] for key in job.groups]
        yield from (
            Breach(rule, number, words)
            for rule, words in (
                *_size(job, rules),
                *_mix(job, tasks, rules),
                *_moments(job, tasks, rules),
                *_people(job, tasks, made_for),
            )
        )
    minutes = sum(guidance_minutes(job, tasks, [known[k] for k in job.groups]) for job in jobs)
    if minutes > 100 * rules.guidance_room:
        hours = minutes / 6_000
        yield Breach(
            "guidance_room",
            None,
            Text(f"vraagt {hours:.1f} uur begeleiding", f"takes {hours:.1f} hours of guidance"),
        )


def _taken(
    jobs: Sequence[CarvedJob], tasks: dict[str, Task], inventory: Inventory, rules: DesignRules
) -> Iterator[Breach]:
    taken = Counter[str]()
    for job in jobs:
        for portion in job.portions:
            taken[portion.task] += portion.half_hours
    for key, half_hours in taken.items():
        task = tasks[key]
        if task.core:
            yield Breach(
                "core", None, Text(f"{task.name} hoort bij de kern", f"{task.name} is core")
            )
        if half_hours > task.half_hours or (not task.divisible and half_hours != task.half_hours):
            yield Breach(
                "portion",
                None,
                Text(
                    f"{task.name}: {half_hours / 2:g} uur", f"{task.name}: {half_hours / 2:g} hours"
                ),
            )
    for role in inventory.roles:
        gone = sum(count for key, count in taken.items() if tasks[key].role == role.key)
        if 100 * gone > (100 - rules.kept) * inventory.half_hours(role.key):
            yield Breach(
                "kept",
                None,
                Text(f"{role.name} houdt te weinig over", f"{role.name} keeps too little"),
            )


def _size(job: CarvedJob, rules: DesignRules) -> Iterator[tuple[str, Text]]:
    if job.half_hours < rules.shortest:
        yield (
            "shortest",
            Text(
                f"{job.half_hours / 2:g} uur is te kort",
                f"{job.half_hours / 2:g} hours is too short",
            ),
        )
    if job.half_hours > rules.longest:
        yield (
            "longest",
            Text(
                f"{job.half_hours / 2:g} uur is te lang",
                f"{job.half_hours / 2:g} hours is too long",
            ),
        )
    if len(job.portions) < rules.fewest_tasks:
        yield (
            "fewest_tasks",
            Text(
                f"{len(job.portions)} taken is te weinig", f"{len(job.portions)} tasks is too few"
            ),
        )
    if len(job.portions) > rules.most_tasks:
        yield (
            "most_tasks",
            Text(f"{len(job.portions)} taken is te veel", f"{len(job.portions)} tasks is too many"),
        )


def _mix(job: CarvedJob, tasks: dict[str, Task], rules: DesignRules) -> Iterator[tuple[str, Text]]:
    roles = {tasks[portion.task].role for portion in job.portions}
    if len(roles) > rules.most_roles:
        yield "most_roles", Text(f"werk uit {len(roles)} functies", f"work from {len(roles)} roles")
    for portion in job.portions:
        name = tasks[portion.task].name
        if 100 * portion.half_hours > rules.largest_share * job.half_hours:
            yield "largest_share", Text(f"{name} vult de baan te veel", f"{name} fills the job")
        if portion.half_hours < min(rules.smallest_portion, tasks[portion.task].half_hours):
            yield "smallest_portion", Text(f"{name}: te klein deel", f"{name}: too small a part")
    taught = sum(p.half_hours for p in job.portions if tasks[p.task].teaches)
    if taught < rules.learning:
        yield "learning", Text("er valt te weinig te leren", "there is too little to learn")


def _moments(
    job: CarvedJob, tasks: dict[str, Task], rules: DesignRules
) -> Iterator[tuple[str, Text]]:
    for moment in Moment:
        full = sum(p.half_hours for p in job.portions if tasks[p.task].moments == {moment})
        if full > rules.moment_room:
            yield (
                "moment_room",
                Text(f"te veel in de {moment.words.nl}", f"too much: {moment.words.en}"),
            )


def _people(
    job: CarvedJob, tasks: dict[str, Task], groups: Sequence[CandidateGroup]
) -> Iterator[tuple[str, Text]]:
    if not groups:
        yield "groups", Text("voor niemand te doen", "doable for nobody")
    for group in groups:
        for portion in job.portions:
            for why in objections(tasks[portion.task], group):
                name = tasks[portion.task].name
                yield (
                    "doable",
                    Text(f"{group.name}: {name} {why.nl}", f"{group.name}: {name} {why.en}"),
                )
        if not group.shortest <= job.half_hours <= group.longest:
            yield "week", Text(f"{group.name}: week past niet", f"{group.name}: week does not fit")
        if not any(is_a_step_up(tasks[p.task], group) for p in job.portions):
            yield "step_up", Text(f"{group.name}: geen groeistap", f"{group.name}: no step up")
        for place, kind in enumerate(KINDS_OF_LOAD):
            weight = sum(p.half_hours * tasks[p.task].load.as_tuple()[place] for p in job.portions)
            if 10 * weight > group.sustained[place] * job.half_hours:
                yield (
                    "sustained",
                    Text(
                        f"{group.name}: week te zwaar ({kind})",
                        f"{group.name}: week too heavy ({kind})",
                    ),
                )
