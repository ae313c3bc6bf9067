"""Read a labour market table from Excel or CSV, row by row, with what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from streekwerk.registers.files.csv_file import csv_lines
from streekwerk.registers.files.excel_file import excel_lines
from streekwerk.registers.files.guard import FileKind, inspect
from streekwerk.registers.files.limits import DEFAULT_LIMITS, Limits
from streekwerk.registers.files.table import plain
from streekwerk.registers.labour_market import checks
from streekwerk.registers.labour_market.cells import area_of, months_of, value_of
from streekwerk.registers.labour_market.facts import MarketRow
from streekwerk.registers.labour_market.indicators import AREA, MONTH, SOURCE, Indicator
from streekwerk.registers.quality.checks import Check
from streekwerk.registers.refusal import RefusedError
from streekwerk.vocabulary.language import Text

_LONGEST_SOURCE = 120
_JUMP = 3.0
# Eighty years of forty areas: more is no table of months.
_MOST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class MarketFinding:
    """What was found: in which row, in which column, and what stood there."""

    check: Check
    row: int
    column: str
    shown: str


@dataclass(frozen=True, slots=True)
class MarketTable:
    """A whole table: the figures that count, what was found, and how many rows it had."""

    facts: tuple[MarketRow, ...]
    findings: tuple[MarketFinding, ...]
    rows: int


def is_market(path: Path, limits: Limits = DEFAULT_LIMITS) -> bool:
    """Whether a file is a labour market table: month, area and at least one figure in its header.

    Raises
    ------
    RefusedError : the file is unsafe or damaged.
    """
    with _lines(path, limits) as lines:
        return lines is not None and _places(next(lines, [])) is not None


def read_market(
    path: Path, municipality: str, delivery: str, limits: Limits = DEFAULT_LIMITS
) -> MarketTable:
    """Read a whole table; ``delivery`` is the fingerprint of the file.

    Raises
    ------
    RefusedError : the file is unsafe, not such a table, or far too long.
    """
    with _lines(path, limits) as lines:
        places = _places(next(lines, [])) if lines is not None else None
        if lines is None or places is None:
            raise RefusedError(path.name, *_NO_TABLE)
        reader = _Reader(places, municipality, delivery)
        for number, cells in enumerate(lines, start=2):
            if number > _MOST_ROWS:
                raise RefusedError(path.name, *_TOO_LONG)
            if any(cell.strip() for cell in cells):
                reader.read(number, cells)
    if reader.rows == 0:
        raise RefusedError(path.name, *_EMPTY)
    reader.look_across()
    return MarketTable(tuple(reader.facts.values()), tuple(reader.findings), reader.rows)


@contextmanager
def _lines(path: Path, limits: Limits) -> Iterator[Iterator[list[str]] | None]:
    kind = inspect(path, limits)
    if kind is FileKind.EXCEL:
        yield excel_lines(path)
    elif kind is FileKind.CSV:
        with path.open("rb") as stream:
            yield csv_lines(stream, path.name, limits)
    else:
        yield None


def _places(header: Sequence[str]) -> dict[str, int] | None:
    there = {plain(name): place for place, name in reversed(list(enumerate(header)))}
    names = [MONTH, AREA, SOURCE, *(each.header for each in Indicator)]
    found = {name: there[plain(name)] for name in names if plain(name) in there}
    has_figures = any(each.header in found for each in Indicator)
    return found if {MONTH, AREA} <= set(found) and has_figures else None


class _Reader:
    """Takes in one row after another."""

    def __init__(self, places: dict[str, int], municipality: str, delivery: str) -> None:
        self._places, self._municipality, self._delivery = places, municipality, delivery
        self.facts: dict[tuple[str, str, date], MarketRow] = {}
        self.findings: list[MarketFinding] = []
        self.rows = 0

    def read(self, number: int, cells: Sequence[str]) -> None:
        """Take in a row."""
        self.rows += 1
        months, area = months_of(self._cell(cells, MONTH)), area_of(self._cell(cells, AREA))
        if not months:
            self._found(checks.NO_MONTH, number, MONTH, self._cell(cells, MONTH))
        if area is None:
            self._found(checks.NO_AREA, number, AREA, self._cell(cells, AREA))
        if not months or area is None:
            return
        texts = {
            each: text
            for each in Indicator
            if each.header in self._places and (text := self._cell(cells, each.header))
        }
        if not texts:
            self._found(checks.NOTHING, number, "", "")
        source = self._cell(cells, SOURCE)[:_LONGEST_SOURCE] if SOURCE in self._places else ""
        for indicator, text in texts.items():
            value = value_of(text, *indicator.bounds)
            if value is None:
                self._found(checks.NO_VALUE, number, indicator.header, text)
                continue
            self._keep(number, months, area, indicator, value, source or None)

    def _keep(
        self,
        number: int,
        months: tuple[date, ...],
        area: str,
        indicator: Indicator,
        value: float,
        source: str | None,
    ) -> None:
        if any((area, indicator, month) in self.facts for month in months):
            self._found(checks.TWICE, number, MONTH, f"{area} {months[0]:%Y-%m}")
            return
        for month in months:
            self.facts[area, indicator, month] = MarketRow(
                self._municipality,
                month,
                area,
                indicator.value,
                value,
                source,
                self._delivery,
                number,
            )

    def look_across(self) -> None:
        """Look for missing months and sudden jumps in every series."""
        series: dict[tuple[str, str], list[MarketRow]] = {}
        for (area, indicator, _month), row in sorted(self.facts.items()):
            series.setdefault((area, indicator), []).append(row)
        for (area, name), rows in series.items():
            header = Indicator(name).header
            for before, row in pairwise(rows):
                passed = _number(row.period) - _number(before.period)
                if passed > 1:
                    shown = f"{area}: {before.period:%Y-%m} – {row.period:%Y-%m}"
                    self._found(checks.GAP, row.source_row, header, shown)
                elif _jumps(before.value, row.value):
                    shown = f"{area}: {before.value:g} – {row.value:g}"
                    self._found(checks.JUMP, row.source_row, header, shown)

    def _found(self, what: Check, row: int, column: str, shown: str) -> None:
        self.findings.append(MarketFinding(what, row, column, shown[:60]))

    def _cell(self, cells: Sequence[str], header: str) -> str:
        place = self._places[header]
        return cells[place].strip() if place < len(cells) else ""


def _number(day: date) -> int:
    return 12 * day.year + day.month


def _jumps(before: float, after: float) -> bool:
    low, high = sorted((before, after))
    return high > _JUMP * low if low > 0 else False


_NO_TABLE = (
    Text("Dit is geen tabel over de arbeidsmarkt.", "This is no table on the labour market."),
    Text(
        "Zet MAAND, GEBIED en ten minste één cijfer in de eerste rij; er is een sjabloon.",
        "Put MAAND, GEBIED and at least one figure in the first row; there is a template.",
    ),
)
_EMPTY = (
    Text("De tabel heeft geen rijen.", "The table has no rows."),
    Text("Vul per maand een rij in.", "Fill in a row for every month."),
)
_TOO_LONG = (
    Text(f"De tabel heeft meer dan {_MOST_ROWS} rijen.", f"The table has over {_MOST_ROWS} rows."),
    Text(
        "Lever alleen de maanden en gebieden van uw regio.",
        "Deliver only the months and areas of your region.",
    ),
)
