"""The work of a made-up employer: the library's tasks, as they differ from place to place."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from streekwerk.demo.employers.kinds import Kind
from streekwerk.demo.employers.seasons import weeks_of
from streekwerk.demo.employers.words import OWN_TASKS
from streekwerk.matching.chains.demand import Demand, Place
from streekwerk.matching.inventory import HEAVIEST, Inventory, Level, Load, Role, Task
from streekwerk.matching.library import occupation, typical_tasks
from streekwerk.matching.library.typical import spread_over

# Cents an hour, with social charges, by level of the role: about collective agreements of 2026.
COST = {1: 2_250, 2: 2_450, 3: 2_850, 4: 3_350, 5: 4_200}
# Share of people by place in the list of roles.
_SHARES = (0.5, 0.25, 0.15, 0.1)
_HOURS = (20, 24, 28, 32, 36)
OTHER_LEVEL, OTHER_LOAD, OWN_TASK = 0.07, 0.12, 0.5
# Half hours a week at the height of the season, times the root of how many have the role.
PEAK = 9.0
_LOOSE_KEPT = (3, 7)


@dataclass(frozen=True, slots=True)
class Staff:
    """How many people an employer has, and how short of hands it is (0 to 4)."""

    people: int
    pressure: int
    confirmed: float


def draw_inventory(kind: Kind, staff: Staff, rng: np.random.Generator) -> Inventory:
    """Draw roles by size, and tasks from the library with noise and sometimes an own task."""
    count = 1 + (staff.people >= 20) + (staff.people >= 60) + (staff.people >= 150)
    chosen = kind.roles[:count]
    people = spread_over(_SHARES[: len(chosen)], max(staff.people, len(chosen)))
    roles, tasks = [], list[Task]()
    for key, number in zip(chosen, people, strict=True):
        if number == 0:
            continue
        role = _role(key, number, staff, rng)
        roles.append(role)
        tasks.extend(_tasks(role, float(rng.choice(_HOURS)), staff, rng))
    tasks.extend(_own(kind, roles[0], rng))
    return Inventory(tuple(roles), tuple(tasks))


def draw_demands(
    kind: Kind, employer: str, place: Place, inventory: Inventory, rng: np.random.Generator
) -> tuple[Demand, ...]:
    """Draw the work that lacks hands: of the largest role, in half the cases of a second."""
    roles = sorted(inventory.roles, key=lambda role: -role.people)[: 1 + int(rng.random() < 0.5)]
    return tuple(_demand(kind, employer, place, role, inventory, rng) for role in roles)


def _role(key: str, people: int, staff: Staff, rng: np.random.Generator) -> Role:
    known = occupation(key)
    cost = 5 * round(COST[known.level] * rng.uniform(0.94, 1.08) / 5)
    pressure = int(np.clip(staff.pressure + rng.integers(-1, 2), 0, HEAVIEST))
    return Role(key, known.name.nl, people, cost, known.level, pressure)


def _tasks(role: Role, hours: float, staff: Staff, rng: np.random.Generator) -> list[Task]:
    """Keep the core and some of the rest, give every task hours of its own."""
    typical = typical_tasks(role.key, role.key, max(role.people, 4), hours)
    loose = [task for task in typical if not task.core]
    most = min(len(loose), int(rng.integers(*_LOOSE_KEPT)))
    kept = {loose[int(place)].key for place in rng.permutation(len(loose))[:most]}
    chosen = [task for task in typical if task.core or task.key in kept]
    weights = [task.half_hours * rng.lognormal(0, 0.35) for task in chosen]
    total = max(round(2 * role.people * hours), 2 * len(chosen))
    found = spread_over(weights, total)
    return [
        _noisy(replace(task, half_hours=half_hours), staff.confirmed, rng)
        for task, half_hours in zip(chosen, found, strict=True)
        if half_hours
    ]


def _noisy(task: Task, confirmed: float, rng: np.random.Generator) -> Task:
    level = int(task.level)
    if rng.random() < OTHER_LEVEL:
        level += int(rng.choice((-1, 1)))
    moved = [
        each + (int(rng.choice((-1, 1))) if rng.random() < OTHER_LOAD else 0)
        for each in task.load.as_tuple()
    ]
    return replace(
        task,
        level=Level(int(np.clip(level, Level.ENTRY, Level.HIGHER))),
        load=Load(*(int(np.clip(each, 0, HEAVIEST)) for each in moved)),
        guidance=int(np.clip(task.guidance + rng.choice((-5, 0, 0, 5)), 0, 60)),
        confirmed=bool(rng.random() < confirmed),
    )


def _own(kind: Kind, role: Role, rng: np.random.Generator) -> list[Task]:
    if rng.random() >= OWN_TASK:
        return []
    name, level, load, teaches = OWN_TASKS[kind.sector][
        int(rng.integers(len(OWN_TASKS[kind.sector])))
    ]
    half_hours = int(rng.integers(4, 17))
    return [Task("own-01", name, role.key, half_hours, Level(level), Load(*load), teaches=teaches)]


def _demand(
    kind: Kind,
    employer: str,
    place: Place,
    role: Role,
    inventory: Inventory,
    rng: np.random.Generator,
) -> Demand:
    loose = [task for task in inventory.tasks if task.role == role.key and not task.core]
    level = min((task.level for task in loose), default=role.level)
    mine = sorted(
        (task for task in loose if task.level == level), key=lambda each: -each.half_hours
    )
    peak = float(np.clip(PEAK * np.sqrt(role.people) * rng.lognormal(0, 0.4), 12, 110))
    return Demand(
        key=f"{employer}.{role.key}",
        employer=employer,
        place=place,
        level=level,
        half_hours=weeks_of(kind.season, peak, rng),
        worth=int(rng.integers(150, 600)),
        skills=frozenset(skill for task in mine[:2] for skill in task.skills),
        moments=mine[0].moments if mine else frozenset(),
        can_employ=bool(role.people >= 10 or rng.random() < 0.4),
    )
