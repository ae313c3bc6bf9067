"""Explain a design task by task: why this one moved, and why that one stayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.design import CarvedJob
from streekwerk.matching.carving.doable import is_a_step_up, objections
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.inventory import Inventory, Task
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What happens to one task and why. ``moved`` in half hours a week; reasons in words."""

    task: str
    moved: int
    reasons: tuple[Text, ...]


def explain(
    jobs: Sequence[CarvedJob],
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
) -> tuple[TaskWords, ...]:
    """Return one line for every task of the inventory, in its order."""
    moved: dict[str, int] = {}
    made_for: dict[str, set[str]] = {}
    for job in jobs:
        for portion in job.portions:
            moved[portion.task] = moved.get(portion.task, 0) + portion.half_hours
            made_for.setdefault(portion.task, set()).update(job.groups)
    lines = []
    for task in inventory.tasks:
        taken = moved.get(task.key, 0)
        chosen = [group for group in groups if group.key in made_for.get(task.key, ())]
        why = _moved(task, inventory, chosen) if taken else _stayed(task, groups, jobs, rules)
        lines.append(TaskWords(task.key, taken, why))
    return tuple(lines)


def _moved(task: Task, inventory: Inventory, groups: Sequence[CandidateGroup]) -> tuple[Text, ...]:
    role = inventory.role_of[task.role]
    found = [
        Text(
            "te doen voor " + ", ".join(group.name for group in groups),
            "doable for " + ", ".join(group.name for group in groups),
        )
    ]
    if role.pressure:
        found.append(
            Text(
                f"verlicht {role.name}, waar de druk {role.pressure} van 4 is",
                f"relieves {role.name}, where pressure is {role.pressure} of 4",
            )
        )
    if any(is_a_step_up(task, group) for group in groups):
        found.append(Text("hier valt iets te leren", "there is something to learn here"))
    if not task.confirmed:
        found.append(Text("te bevestigen door de werkgever", "to be confirmed by the employer"))
    return tuple(found)


def _stayed(
    task: Task,
    groups: Sequence[CandidateGroup],
    jobs: Sequence[CarvedJob],
    rules: DesignRules,
) -> tuple[Text, ...]:
    if task.core:
        return (Text("hoort bij de kern van de functie", "belongs to the core of the role"),)
    chosen = {key for job in jobs for key in job.groups}
    against = [
        Text(f"{group.name}: {why.nl}", f"{group.name}: {why.en}")
        for group in groups
        if group.key in chosen or not chosen
        for why in objections(task, group)
    ]
    if against:
        return tuple(against)
    return (
        Text(
            f"kan ook, maar past niet meer bij de uren en de {rules.kept}% die functies houden,"
            " of levert minder op",
            f"would do, but no longer fits the hours and the {rules.kept}% that roles keep,"
            " or brings less",
        ),
    )
