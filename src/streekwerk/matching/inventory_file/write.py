"""Write a workbook to fill in: an explanation, and sheets with lists in their cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter

from streekwerk.matching.inventory import KINDS_OF_LOAD, Inventory, Moment, Role, Task
from streekwerk.matching.inventory_file.columns import ROLES, TASKS, Column, SheetOf
from streekwerk.matching.inventory_file.formats import Number
from streekwerk.vocabulary.language import Language, Text

EMPTY = Inventory((), ())
_INTRODUCTION = (
    Text("Het werk van uw organisatie", "The work of your organisation"),
    Text(
        "Vul eerst het blad Functies in, daarna het blad Taken. Elke rij is één functie of taak.",
        "First fill in the sheet Roles, then the sheet Tasks. Every row is one role or task.",
    ),
    Text(
        "Laat de mensen die het werk doen meekijken. Een schatting is goed genoeg om te beginnen.",
        "Let those who do the work look along. An estimate is good enough to begin with.",
    ),
    Text(
        "Een oranje vakje bij Bevestigd betekent: dit komt uit een lijst van gewone taken. Kijk of "
        "het bij u ook zo is en zet er dan ja.",
        "An orange cell under Confirmed means: this comes from a list of usual tasks. See whether "
        "it is so with you, and then put yes.",
    ),
    Text(
        "Alles wordt ingelezen of niets. Klopt er iets niet, dan ziet u per vakje wat.",
        "Everything is taken in or nothing. When something is not right, you see what, cell by "
        "cell.",
    ),
)
_HEADINGS = (
    Text("Blad", "Sheet"),
    Text("Kolom", "Column"),
    Text("Wat u invult", "What you fill in"),
    Text("Nodig", "Needed"),
)
_COLOURS = {"bold": True, "bg_color": "#12454a", "font_color": "#ffffff", "text_wrap": True}
_TO_CONFIRM = {"bg_color": "#f3d9a4"}


@dataclass(frozen=True, slots=True)
class Filled:
    """One sheet with what is already in it: per row, values by key of column."""

    sheet: SheetOf
    rows: Sequence[Mapping[str, Any]]


def write_inventory(
    target: Path | BinaryIO, language: Language = "nl", inventory: Inventory = EMPTY
) -> None:
    """Write a workbook with the roles and tasks of ``inventory``, or an empty one to fill in.

    What :func:`streekwerk.matching.inventory_file.read_inventory` reads back equals
    ``inventory``, in either language, as long as no two roles have the same name. A
    semicolon in an employer's own skill comes back as a comma.
    """
    roles = [_role_row(role) for role in inventory.roles]
    tasks = [_task_row(task, inventory.role_of[task.role]) for task in inventory.tasks]
    filled = (Filled(ROLES, roles), Filled(TASKS, tasks))
    write_workbook(target, language, _INTRODUCTION, filled)


def write_workbook(
    target: Path | BinaryIO,
    language: Language,
    introduction: Sequence[Text],
    sheets: Sequence[Filled],
) -> None:
    """Write an explanation (title first) and sheets with headings, lists and what is known."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    place = str(target) if isinstance(target, Path) else target
    with xlsxwriter.Workbook(place, options) as book:
        _explanation(book, language, introduction, sheets)
        for filled in sheets:
            _sheet(book, language, filled, sheets[0].sheet)


def _role_row(role: Role) -> dict[str, Any]:
    return {each: getattr(role, each) for each in (column.key for column in ROLES.columns)}


def _task_row(task: Task, role: Role) -> dict[str, Any]:
    row = {
        column.key: getattr(task, column.key)
        for column in TASKS.columns
        if hasattr(task, column.key)
    }
    row["role"] = role.name
    row |= dict(zip(KINDS_OF_LOAD, task.load.as_tuple(), strict=True))
    return row | moment_values(task.moments)


def moment_values(moments: frozenset[Moment]) -> dict[str, bool]:
    """Return yes or no for every moment, by key of column."""
    return {f"moment_{moment.value}": moment in moments for moment in Moment}


def _explanation(
    book: Any,  # noqa: ANN401 - XlsxWriter has no types
    language: Language,
    introduction: Sequence[Text],
    sheets: Sequence[Filled],
) -> None:
    page = book.add_worksheet("Uitleg" if language == "nl" else "Explanation")
    page.hide_gridlines(2)
    page.set_column(0, 0, 14)
    page.set_column(1, 1, 20)
    page.set_column(2, 2, 90)
    title = book.add_format({"bold": True, "font_size": 16, "font_color": "#12454a"})
    head, wrap = book.add_format(_COLOURS), book.add_format({"text_wrap": True, "valign": "top"})
    page.write_string(0, 0, introduction[0].in_language(language), title)
    for line, text in enumerate(introduction[1:], start=2):
        page.write_string(line, 0, text.in_language(language))
    line = len(introduction) + 3
    for place, heading in enumerate(_HEADINGS):
        page.write_string(line, place, heading.in_language(language), head)
    for filled in sheets:
        for column in _explained(filled.sheet):
            line += 1
            told = (filled.sheet.name, column.heading, _told(column), _needed(column))
            for place, text in enumerate(told):
                page.write_string(line, place, text.in_language(language), wrap)


def _explained(sheet: SheetOf) -> list[Column]:
    """Return the columns, of a series of weeks only the first."""
    return [column for column in sheet.columns if column.key not in LATER_WEEKS]


LATER_WEEKS = frozenset(f"week_{week}" for week in range(2, 53))


def _told(column: Column) -> Text:
    return Text(
        " ".join((column.explanation.nl, *_listed(column, "nl"))),
        " ".join((column.explanation.en, *_listed(column, "en"))),
    )


def _listed(column: Column, language: Language) -> tuple[str, ...]:
    options = column.form.options(language)
    if not options or len(options) == 2 or all(each.isdigit() for each in options):
        return ()
    return (("Kies uit: " if language == "nl" else "Choose from: ") + ", ".join(options) + ".",)


def _needed(column: Column) -> Text:
    return Text("ja", "yes") if column.needed else Text("nee", "no")


def _sheet(book: Any, language: Language, filled: Filled, first: SheetOf) -> None:  # noqa: ANN401
    sheet = filled.sheet
    page = book.add_worksheet(sheet.name.in_language(language))
    head, to_confirm = book.add_format(_COLOURS), book.add_format(_TO_CONFIRM)
    page.freeze_panes(1, 2)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.heading.in_language(language), head)
        rule = _rule(column, language)
        if column.key == "role":
            names = f"='{first.name.in_language(language)}'!$A$2:$A${first.most + 1}"
            rule |= {"validate": "list", "source": names}
        page.data_validation(1, place, sheet.most, place, rule)
        if column.key == "confirmed":
            no = {"criteria": "==", "value": f'"{column.form.write(False, language)}"'}
            look = {"type": "cell", "format": to_confirm} | no
            page.conditional_format(1, place, sheet.most, place, look)
    for line, row in enumerate(filled.rows, start=1):
        for place, column in enumerate(sheet.columns):
            written = column.form.write(row[column.key], language)
            write = page.write_string if isinstance(written, str) else page.write_number
            write(line, place, written)


def _rule(column: Column, language: Language) -> dict[str, Any]:
    """Return the list, the bounds and the help that a cell of ``column`` shows."""
    options = list(column.form.options(language))
    rule: dict[str, Any] = {
        "validate": "any",
        # Excel cuts a title at 32 characters and a message at 255.
        "input_title": column.heading.in_language(language)[:32],
        "input_message": _short(column.explanation.in_language(language), 255),
    }
    if options:
        return rule | {"validate": "list", "source": options}
    if isinstance(column.form, Number):
        bounds = {"minimum": column.form.low, "maximum": column.form.high}
        return rule | {"validate": "decimal", "criteria": "between"} | bounds
    return rule


def _short(words: str, most: int) -> str:
    """Return as many whole sentences as fit."""
    return words if len(words) <= most else words[: words.rindex(". ", 0, most) + 1]
