"""Read an inventory of work from a workbook: everything that is right, or what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from streekwerk.matching.inventory import Inventory, Load, Moment, Role, Task
from streekwerk.matching.inventory_file.columns import ROLES, TASKS, SheetOf
from streekwerk.matching.inventory_file.problems import CellError, Problem
from streekwerk.matching.inventory_file.sheet import Sheets, Values, fault_at, refuse
from streekwerk.vocabulary.language import Text

Rows = list[tuple[int, Values]]


def read_inventory(path: Path) -> Inventory:
    """Read roles and tasks from the sheets Functies and Taken (or Roles and Tasks).

    Raises
    ------
    WorkbookError
        With every problem there is; nothing has been taken in.
    RefusedError
        When the file is no workbook, is damaged or unpacks to too much.
    """
    sheets = Sheets(path)
    problems: list[Problem] = []
    roles = sheets.rows(ROLES, problems)
    _some(roles, ROLES, problems)
    # A role with a problem is not known by name: its tasks are then not to blame.
    complete = not problems
    tasks = sheets.rows(TASKS, problems)
    _some(tasks, TASKS, problems)
    made = _roles(roles, problems)
    found = _tasks(tasks, made, complete, problems)
    refuse(problems)
    return Inventory(made, found)


def moments_of(values: Values) -> frozenset[Moment]:
    """Return the moments that say yes."""
    return frozenset(moment for moment in Moment if values[f"moment_{moment.value}"])


def keyed(rows: Rows, sheet: SheetOf, problems: list[Problem], made: Callable[[int], str]) -> None:
    """Give every row without a key one of its own; report keys that occur twice."""
    given = [values["key"] for _, values in rows if values["key"]]
    taken = set(given)
    for place, (number, values) in enumerate(rows, start=1):
        key = values["key"]
        if key and given.count(key) > 1:
            fault = CellError(f"Code {key} staat er dubbel in.", f"Code {key} is there twice.")
            problems.append(fault_at(sheet, "key", number, fault))
        if not key:
            values["key"] = _free(made(place), taken)
            taken.add(values["key"])


def _free(wanted: str, taken: set[str]) -> str:
    found, count = wanted, 1
    while found in taken:
        count += 1
        found = f"{wanted}-{count}"
    return found


def _some(rows: Rows, sheet: SheetOf, problems: list[Problem]) -> None:
    if not rows and not any(each.sheet == sheet.name for each in problems):
        words = Text("Dit blad is leeg.", "This sheet is empty.")
        problems.append(Problem(sheet.name, None, None, "", words))


def _roles(rows: Rows, problems: list[Problem]) -> tuple[Role, ...]:
    keyed(rows, ROLES, problems, lambda place: slug(rows[place - 1][1]["name"]))
    names = [values["name"].casefold() for _, values in rows]
    for number, values in rows:
        if names.count(values["name"].casefold()) > 1:
            fault = CellError(
                "Deze functie staat er dubbel in. Geef elke functie een eigen naam.",
                "This role is there twice. Give every role a name of its own.",
            )
            problems.append(fault_at(ROLES, "name", number, fault))
        if values["cost"] == 0:
            fault = CellError("Een uur kost iets.", "An hour costs something.")
            problems.append(fault_at(ROLES, "cost", number, fault))
    return tuple(
        Role(v["key"], v["name"], v["people"], max(1, v["cost"]), v["level"], v["pressure"])
        for _, v in rows
    )


def _tasks(
    rows: Rows, made: tuple[Role, ...], complete: bool, problems: list[Problem]
) -> tuple[Task, ...]:
    # By name first: a code may look like the name of another role.
    roles = {role.key.casefold(): role for role in made}
    roles |= {role.name.casefold(): role for role in made}
    keyed(rows, TASKS, problems, lambda place: f"taak-{place:03d}")
    found = []
    for number, values in rows:
        role = roles.get(values["role"].casefold())
        if role is None and complete:
            fault = CellError(
                f"De functie {values['role']} staat niet op het blad Functies.",
                f"The role {values['role']} is not on the sheet Roles.",
            )
            problems.append(fault_at(TASKS, "role", number, fault))
        if values["half_hours"] == 0:
            fault = CellError("Een taak kost tijd.", "A task takes time.")
            problems.append(fault_at(TASKS, "half_hours", number, fault))
        elif role is not None:
            found.append(_task(values, role))
    return tuple(found)


_PLAIN = (
    *("key", "name", "half_hours", "level", "skills", "guidance", "autonomy", "risk"),
    *("core", "teaches", "divisible", "confirmed"),
)
_LOADS = ("physical", "cognitive", "social", "energetic")


def _task(values: Values, role: Role) -> Task:
    return Task(
        **{name: values[name] for name in _PLAIN},
        role=role.key,
        load=Load(*(values[name] for name in _LOADS)),
        moments=moments_of(values),
    )


def slug(name: str) -> str:
    """Return a name as a key: small letters, digits and dashes."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "functie"
