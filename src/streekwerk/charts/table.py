"""The table that stands beside every chart: the same numbers, for reading and copying."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``numeric`` columns are aligned right."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of written cells. The first cell of a row is its heading."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    hide_caption: bool = False

    def __post_init__(self) -> None:
        for place, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"row {place} of {self.caption!r} has {len(row)} cells "
                    f"for {len(self.columns)} columns"
                )

    @property
    def labelled_rows(self) -> list[list[tuple[Column, str]]]:
        """Every cell with its column, row by row."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]

    def html(self) -> str:
        """Return the table as HTML; rows become small cards where there is no room."""
        head = "".join(
            f'<th scope="col" role="columnheader"{_number(column)}>{escape(column.label)}</th>'
            for column in self.columns
        )
        body = "".join(f'<tr role="row">{_cells(row)}</tr>' for row in self.labelled_rows)
        hidden = ' class="sw-aloud"' if self.hide_caption else ""
        return (
            '<div class="sw-table-frame">'
            '<table class="sw-table sw-table--stack sw-table--small" role="table">'
            f"<caption{hidden}>{escape(self.caption)}</caption>"
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
            f'<tbody role="rowgroup">{body}</tbody></table></div>'
        )


def _number(column: Column) -> str:
    return ' class="sw-table__number"' if column.numeric else ""


def _cells(row: list[tuple[Column, str]]) -> str:
    (_, heading), *rest = row
    cells = "".join(
        f'<td role="cell" data-label="{escape(column.label)}"{_number(column)}>{escape(cell)}</td>'
        for column, cell in rest
    )
    return f'<th scope="row" role="rowheader">{escape(heading)}</th>{cells}'
