"""Weekly demand as a workbook: one row for every kind of work, a column for every week."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from streekwerk.matching.chains.demand import WEEKS, Demand, Place
from streekwerk.matching.inventory_file.columns import (
    MOST_COST,
    Column,
    SheetOf,
    level_column,
    moment_columns,
    skill_column,
)
from streekwerk.matching.inventory_file.formats import Number, Words, YesNo
from streekwerk.matching.inventory_file.problems import CellError, Problem
from streekwerk.matching.inventory_file.read import moments_of
from streekwerk.matching.inventory_file.sheet import Sheets, Values, fault_at, refuse
from streekwerk.matching.inventory_file.write import Filled, moment_values, write_workbook
from streekwerk.vocabulary.language import Language, Text

# Of one kind of work of one employer in one week.
MOST_IN_A_WEEK = 10_000
_INTRODUCTION = (
    Text("Werk dat handen mist, week voor week", "Work that lacks hands, week by week"),
    Text(
        "Vul op het blad Weken voor elk soort werk in hoeveel uren er elke week liggen die u nu "
        "niet goed vult: met uitzendkrachten, overwerk, of niet.",
        "On the sheet Weeks, fill in for every kind of work how many hours there are each week "
        "that you do not fill well now: with temporary workers, overtime, or not at all.",
    ),
    Text(
        "Denk aan een gewoon jaar. Kijk naar het rooster van vorig jaar als u dat hebt.",
        "Think of a usual year. Look at last year's roster when you have it.",
    ),
)


def _week(number: int) -> Column:
    return Column(
        f"week_{number}",
        Text(f"Week {number}", f"Week {number}"),
        Text(
            "Uren in deze week, op halve uren. Leeg is 0. Er zijn 52 van deze kolommen.",
            "Hours in this week, in half hours. Empty is 0. There are 52 of these columns.",
        ),
        Number(0, MOST_IN_A_WEEK, 2),
        empty=0,
        width=8,
    )


WEEK_SHEET = SheetOf(
    Text("Weken", "Weeks"),
    (
        Column(
            "key",
            Text("Werk", "Work"),
            Text(
                "Hoe u dit werk noemt. Elke naam één keer.",
                "What you call this work. Each name once.",
            ),
            Words(),
            width=36,
        ),
        level_column(Text("Wat dit werk vraagt.", "What this work asks.")),
        Column(
            "worth",
            Text("Meerwaarde per uur", "Worth more an hour"),
            Text(
                "Wat een vaste kracht u per uur scheelt met hoe u het nu oplost, in euro. In "
                "stappen van 2 cent.",
                "What somebody steady saves you an hour against how you solve it now, in euros. "
                "In steps of 2 cents.",
            ),
            Number(0, MOST_COST, 50),
            width=14,
        ),
        skill_column(),
        *moment_columns(),
        Column(
            "can_employ",
            Text("Kan werkgever zijn", "Can employ"),
            Text(
                "Kunt u de werkgever zijn van iemand die ook elders werkt? Leeg is ja.",
                "Can you be the employer of somebody who works elsewhere too? Empty is yes.",
            ),
            YesNo(),
            empty=True,
        ),
        *(_week(number) for number in range(1, WEEKS + 1)),
    ),
    most=100,
)


def read_demand(path: Path, employer: str, place: Place) -> tuple[Demand, ...]:
    """Read the weekly demand of one employer from the sheet Weken (or Weeks).

    Raises
    ------
    WorkbookError
        With every problem there is; nothing has been taken in.
    RefusedError
        When the file is no workbook, is damaged or unpacks to too much.
    """
    problems: list[Problem] = []
    rows = Sheets(path).rows(WEEK_SHEET, problems)
    names = [values["key"].casefold() for _, values in rows]
    for number, values in rows:
        if names.count(values["key"].casefold()) > 1:
            fault = CellError("Dit werk staat er dubbel in.", "This work is there twice.")
            problems.append(fault_at(WEEK_SHEET, "key", number, fault))
        if not any(_hours(values)):
            fault = CellError("Vul in minstens één week uren in.", "Fill in hours in some week.")
            problems.append(fault_at(WEEK_SHEET, "week_1", number, fault))
    if not rows and not problems:
        empty = Text("Dit blad is leeg.", "This sheet is empty.")
        problems.append(Problem(WEEK_SHEET.name, None, None, "", empty))
    refuse(problems)
    return tuple(_demand(values, employer, place) for _, values in rows)


def write_demand(
    target: Path | BinaryIO, language: Language = "nl", demands: Sequence[Demand] = ()
) -> None:
    """Write the demand of one employer as a workbook, or an empty one to fill in."""
    rows = [_values(demand) for demand in demands]
    write_workbook(target, language, _INTRODUCTION, [Filled(WEEK_SHEET, rows)])


def _hours(values: Values) -> tuple[int, ...]:
    return tuple(values[f"week_{number}"] for number in range(1, WEEKS + 1))


def _demand(values: Values, employer: str, place: Place) -> Demand:
    plain = {name: values[name] for name in ("key", "level", "worth", "skills", "can_employ")}
    return Demand(
        **plain,
        employer=employer,
        place=place,
        half_hours=_hours(values),
        moments=moments_of(values),
    )


def _values(demand: Demand) -> dict[str, Any]:
    weeks = {f"week_{number}": hours for number, hours in enumerate(demand.half_hours, start=1)}
    plain = {
        name: getattr(demand, name) for name in ("key", "level", "worth", "skills", "can_employ")
    }
    return plain | moment_values(demand.moments) | weeks
