"""Formulas as the text of spreadsheet cells, and where every number stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell

from streekwerk.matching.cases.formula import Choice, Reader, Ref, Sign
from streekwerk.matching.cases.reading import Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: sheet, row and column, counted from zero."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """The fixed address as other sheets name it: ``'Invoer'!$B$4``."""
        fixed = xl_rowcol_to_cell(self.row, self.column, row_abs=True, col_abs=True)
        return f"'{self.sheet}'!{fixed}"


class CellText(Reader[str]):
    """Reads a formula as the text of a cell, without the equals sign.

    Every calculation stands in brackets: a spreadsheet puts a minus before a power.
    """

    def __init__(self, places: Mapping[Place, Cell]) -> None:
        self._places = places

    def constant(self, value: Decimal) -> str:
        """Write the number with a point."""
        return f"{value:f}" if value >= 0 else f"({value:f})"

    def ref(self, given: Ref) -> str:
        """Write the address."""
        return self._places[given.name, given.year].address

    def arithmetic(self, sign: Sign, left: str, right: str) -> str:
        """Write it in brackets."""
        return f"({left}{sign}{right})"

    def extreme(self, is_largest: bool, options: list[str]) -> str:
        """Write MAX or MIN."""
        return f"{'MAX' if is_largest else 'MIN'}({','.join(options)})"

    def rounded(self, inner: str, digits: int) -> str:
        """Write ROUND, which rounds halves away from zero."""
        return f"ROUND({inner},{digits})"

    def choice(self, given: Choice) -> str:
        """Write IF."""
        left, right = self.read(given.left), self.read(given.right)
        then, otherwise = self.read(given.then), self.read(given.otherwise)
        return f"IF({left}{given.relation}{right},{then},{otherwise})"
