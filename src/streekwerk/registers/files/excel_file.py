"""Excel: read a workbook that has passed the guard, write one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeAlias

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook

from streekwerk.registers.files.table import flat_cells, header_of
from streekwerk.registers.layouts import Layout
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.rows import Row
from streekwerk.vocabulary.language import Text

Cell: TypeAlias = int | float | str | bool | time | date | datetime | timedelta

_MOST_ROWS = 1_048_575


def excel_lines(path: Path) -> Iterator[list[str]]:
    """Read the first sheet of a workbook as text, line by line.

    Whole numbers lose their decimals, dates become ``jjjjmmdd``. The file must
    have been through :func:`streekwerk.registers.files.guard.inspect`.

    Raises
    ------
    RefusedError
        When the workbook is damaged or has no sheet.
    """
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            for line in workbook.get_sheet_by_index(0).iter_rows():
                yield [_text(cell) for cell in line]
    except (CalamineError, IndexError) as error:
        raise RefusedError(
            path.name,
            Text("De werkmap is beschadigd of leeg.", "The workbook is damaged or empty."),
            Text("Open hem in Excel en sla hem opnieuw op.", "Open it in Excel and save it again."),
        ) from error


def write_excel(rows: Iterable[Row], path: Path, layout: Layout) -> int:
    """Write rows as a workbook of texts and return how many.

    Every cell is text, so leading zeros stay and nothing becomes a formula.

    Raises
    ------
    ValueError
        When there are more rows than a sheet can hold (1,048,575).
    """
    count = 0
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        sheet = workbook.add_worksheet(layout.title)
        for column, name in enumerate(header_of(layout)):
            sheet.write_string(0, column, name)
        for count, row in enumerate(rows, start=1):
            if count > _MOST_ROWS:
                raise ValueError("an Excel sheet holds at most 1,048,575 records; write CSV or XML")
            for column, text in enumerate(flat_cells(row, layout)):
                if text:
                    sheet.write_string(count, column, text)
    return count


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return f"{cell.year:04d}{cell.month:02d}{cell.day:02d}"
    return str(cell)
