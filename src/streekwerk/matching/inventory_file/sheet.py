"""Read one sheet into rows of values, collecting everything that is wrong on the way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from streekwerk.matching.inventory_file.columns import Column, SheetOf
from streekwerk.matching.inventory_file.formats import as_words
from streekwerk.matching.inventory_file.problems import CellError, Problem, WorkbookError
from streekwerk.registers.files.excel_file import Cell
from streekwerk.registers.files.guard import FileKind, inspect
from streekwerk.registers.files.limits import MEGABYTE, Limits
from streekwerk.registers.files.table import plain
from streekwerk.registers.refusal import RefusedError
from streekwerk.vocabulary.language import Text

LIMITS = Limits(plain=10 * MEGABYTE, unpacked_sheet=50 * MEGABYTE, cells=1_000_000)
Values = dict[str, Any]


class Sheets:
    """The sheets of a workbook that has passed the guard.

    Raises
    ------
    RefusedError
        When the file is no workbook, is damaged, or would fill the memory.
    """

    def __init__(self, path: Path) -> None:
        if inspect(path, LIMITS) is not FileKind.EXCEL:
            raise RefusedError(
                path.name,
                Text("Dit is geen Excel-werkmap.", "This is not an Excel workbook."),
                Text("Kies een bestand dat eindigt op .xlsx.", "Choose a file ending in .xlsx."),
            )
        try:
            with CalamineWorkbook.from_path(path) as workbook:
                self._lines = {
                    plain(name): workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
                    for name in workbook.sheet_names
                }
        except CalamineError as error:
            raise RefusedError(
                path.name,
                Text("De werkmap is beschadigd.", "The workbook is damaged."),
                Text("Open hem in Excel en sla hem opnieuw op.", "Open it in Excel and save it."),
            ) from error

    def rows(self, sheet: SheetOf, problems: list[Problem]) -> list[tuple[int, Values]]:
        """Return the filled rows of a sheet by Excel's row number.

        What is wrong is added to ``problems``; a row with a problem is left out.
        """
        lines = self._find(sheet)
        if lines is None:
            name = sheet.name
            words = Text(f"Het blad {name.nl} ontbreekt.", f"The sheet {name.en} is missing.")
            problems.append(Problem(name, None, None, "", words))
            return []
        places = _places(lines[0] if lines else [], sheet, problems)
        if places is None:
            return []
        filled = [
            (number, line)
            for number, line in enumerate(lines[1:], start=2)
            if any(as_words(cell) for cell in line)
        ]
        if len(filled) > sheet.most:
            words = Text(f"Hoogstens {sheet.most} rijen.", f"At most {sheet.most} rows.")
            problems.append(Problem(sheet.name, None, None, "", words))
            return []
        found = [(number, _row(number, line, places, sheet, problems)) for number, line in filled]
        return [(number, values) for number, values in found if values is not None]

    def _find(self, sheet: SheetOf) -> list[list[Cell]] | None:
        for name in (sheet.name.nl, sheet.name.en):
            if plain(name) in self._lines:
                return self._lines[plain(name)]
        return None


def fault_at(
    sheet: SheetOf, key: str, row: int, fault: CellError, place: int | None = None
) -> Problem:
    """Return a problem in the column ``key``; ``place`` counts from 0, if not as designed."""
    keys = [column.key for column in sheet.columns]
    column = sheet.columns[keys.index(key)]
    letter = _letter(keys.index(key) if place is None else place)
    return Problem(sheet.name, row, column.heading, f"{letter}{row}", fault.words)


def refuse(problems: Sequence[Problem]) -> None:
    """Raise WorkbookError when there is anything wrong."""
    if problems:
        raise WorkbookError(tuple(problems))


def _places(
    header: Sequence[Cell], sheet: SheetOf, problems: list[Problem]
) -> dict[str, int] | None:
    """Return where each column stands, or None when one that is needed is missing."""
    named: dict[str, list[int]] = {}
    for place, cell in enumerate(header):
        named.setdefault(plain(as_words(cell)), []).append(place)
    places: dict[str, int] = {}
    wrong = False
    for column in sheet.columns:
        found = sorted({each for name in _names(column) for each in named.get(plain(name), [])})
        if len(found) > 1:
            words = Text("Deze kolom staat er dubbel in.", "This column is there twice.")
        elif not found and column.needed:
            words = Text("Deze kolom ontbreekt.", "This column is missing.")
        else:
            if found:
                places[column.key] = found[0]
            continue
        wrong = True
        problems.append(Problem(sheet.name, 1, column.heading, "", words))
    return None if wrong else places


def _names(column: Column) -> tuple[str, str]:
    return (column.heading.nl, column.heading.en)


def _row(
    number: int,
    line: Sequence[Cell],
    places: dict[str, int],
    sheet: SheetOf,
    problems: list[Problem],
) -> Values | None:
    values: Values = {}
    before = len(problems)
    for column in sheet.columns:
        place = places.get(column.key)
        cell = line[place] if place is not None and place < len(line) else ""
        try:
            values[column.key] = _value(column, cell)
        except CellError as fault:
            problems.append(fault_at(sheet, column.key, number, fault, place))
    return values if len(problems) == before else None


def _value(column: Column, cell: Cell) -> Any:  # noqa: ANN401 - each column has its own type
    if as_words(cell):
        return column.form.read(cell)
    if column.needed:
        raise CellError("Dit moet ingevuld zijn.", "This must be filled in.")
    return column.empty


def _letter(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
