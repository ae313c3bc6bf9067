"""Addresses of an employer's work. The employers themselves are planted by ``adviser``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.screens.matrix.address import POST, Address, Town, public
from tests.work.small import BAKERY, designed, first

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting
from streekwerk.matching.inventory import Inventory
from streekwerk.matching.inventory import Role as PureRole
from streekwerk.matching.inventory import Task as PureTask
from streekwerk.work.actions import inventory
from streekwerk.work.actions.cases import work_out_case
from streekwerk.work.actions.designs import choose
from streekwerk.work.actions.files import replace_inventory
from streekwerk.work.actions.steps import note_step
from streekwerk.work.example import ASSUMED
from streekwerk.work.models import StepState
from streekwerk.work.queries.inventory import work_of

WORKERS = {Role.EMPLOYER, Role.EMPLOYER_ADVISER}
KEEPERS = {Role.EMPLOYER_ADVISER, Role.REGION_COORDINATOR}


def plant(town: Town) -> None:
    """Plant work, designs, a choice, a case and notes at the town's employer."""
    with acting(AT_THE_DOOR):
        adviser = _adviser(town)
    with acting(Scope.of(adviser)):
        _plant(town, adviser)


def _adviser(town: Town) -> User:
    # Daar's employer stands in another region; see the addresses of ``adviser``.
    if town.name == "Daar":
        return User.objects.get(username="verre-adviseur")
    return town.people[Role.EMPLOYER_ADVISER]


def _plant(town: Town, adviser: User) -> None:
    employer, things = town.things["employer"], town.things
    asked = designed(adviser, employer)
    design = first(asked)
    choose(adviser, design, f"Want {town.canary}")
    things["case"] = work_out_case(adviser, employer, ASSUMED)
    note_step(adviser, employer, "mission", StepState.BUSY, [f"Omdat {town.canary}"])
    things["set"], things["design"] = asked, design
    replace_inventory(adviser, employer, _named(town.canary))
    role = work_of(employer).roles[0]
    things["role"], things["task"] = role.role, role.tasks[0]
    inventory.add_task(
        adviser,
        employer,
        role.role.key,
        {"name": f"Wacht {town.canary}", "half_hours": 4, "level": 1, "confirmed": False},
    )


def _named(canary: str) -> Inventory:
    """Return the bakery with the canary in the name of everything."""
    roles = tuple(
        PureRole(r.key, f"{r.name} {canary}", r.people, r.cost, r.level, r.pressure)
        for r in BAKERY.roles
    )
    tasks = tuple(
        PureTask(t.key, f"{t.name} {canary}", t.role, t.half_hours, t.level) for t in BAKERY.tasks
    )
    return Inventory(roles, tasks)


def _employer(town: Town) -> list[Any]:
    return [town.things["employer"].public_id]


def _keyed(thing: str) -> Callable[[Town], list[Any]]:
    return lambda town: [*_employer(town), town.things[thing].key]


def _below(thing: str) -> Callable[[Town], list[Any]]:
    return lambda town: [*_employer(town), town.things[thing].public_id]


def _step(town: Town) -> list[Any]:
    return [*_employer(town), "mission"]


def _hands(_town: Town) -> list[Any]:
    return ["hands"]


def _about(name: str, arguments: Callable[[Town], list[Any]], **more: Any) -> Address:
    return Address(f"employer:{name}", WORKERS, arguments, **more)


ADDRESSES = (
    Address("employer:own", {Role.EMPLOYER}),
    public("example:kitchen"),
    Address("employer:groups", KEEPERS),
    Address("employer:group", KEEPERS, _hands, foreign=200),
    *(
        _about(name, _employer)
        for name in (
            *("start", "work", "add-role", "confirm", "upload", "template", "redesign"),
            *("case", "method"),
        )
    ),
    *(_about(name, _keyed("role")) for name in ("role", "add-task", "library")),
    _about("remove-role", _keyed("role"), method=POST),
    _about("task", _keyed("task")),
    _about("copy-task", _keyed("task"), method=POST),
    _about("remove-task", _keyed("task"), method=POST),
    _about("designs", _below("set")),
    *(_about(name, _below("set"), method=POST) for name in ("stop", "relax", "longer")),
    *(_about(name, _below("design")) for name in ("design", "edit")),
    _about("open-vacancies", _below("design"), method=POST),
    *(_about(name, _below("case")) for name in ("case-excel", "case-pdf")),
    *(_about(name, _step) for name in ("step", "paper")),
)
