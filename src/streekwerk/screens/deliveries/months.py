"""The calendar of deliveries: a square for every month and kind, present or missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk.deliveries.models import Reporter, State, Statistic
from streekwerk.deliveries.queries import Cell
from streekwerk.evidence.cohort.months import month_label, month_number
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import number

KINDS = (Statistic.BUS, Statistic.SRG)


@dataclass(frozen=True, slots=True)
class Square:
    """One month of one kind. ``look`` is its shape and colour; ``words`` say the same."""

    look: str
    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Twelve months of one kind."""

    label: str
    squares: tuple[Square | None, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines under one heading: a year, or a municipality."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """The whole calendar, and how much of it is there."""

    blocks: tuple[Block, ...]
    there: int
    expected: int

    @property
    def missing(self) -> int:
        """Return how many months lack between the first and the last delivered."""
        return self.expected - self.there


def names_of_months() -> list[tuple[str, str]]:
    """Return the first letter and the short name of every month."""
    labels = [month_label(12 * 2001 + k).in_language(reader_language()) for k in range(12)]
    return [(label[0].upper(), label.rpartition(" ")[0]) for label in labels]


def by_year(cells: Iterable[Cell], reporters: Sequence[Reporter]) -> Months:
    """Return the calendar of one municipality: a block a year, newest first."""
    found = {(c.code, c.statistic, month_number(c.period)): c for c in cells}
    spans = {r.code: _span(found, (r.code,)) for r in reporters}
    years = sorted({m // 12 for span in spans.values() for m in span}, reverse=True)
    several = len(reporters) > 1
    blocks = tuple(
        Block(
            f"{year} · {reporter.code}" if several else str(year),
            tuple(_line(found, reporter.code, kind, year, spans[reporter.code]) for kind in KINDS),
        )
        for year in years
        for reporter in reporters
    )
    return _counted(blocks)


def by_municipality(cells: Iterable[Cell], reporters: Sequence[Reporter], year: int) -> Months:
    """Return one year of the whole region: a block a municipality."""
    found = {(c.code, c.statistic, month_number(c.period)): c for c in cells}
    span = _span(found, tuple(r.code for r in reporters))
    blocks = tuple(
        Block(
            str(reporter.municipality),
            tuple(_line(found, reporter.code, kind, year, span) for kind in KINDS),
        )
        for reporter in reporters
    )
    return _counted(blocks)


def years_of(cells: Iterable[Cell]) -> list[int]:
    """Return the years there is something of, newest first."""
    return sorted({cell.period.year for cell in cells}, reverse=True)


def _span(found: dict[tuple[str, str, int], Cell], codes: tuple[str, ...]) -> range:
    numbers = [month for code, _kind, month in found if code in codes]
    return range(min(numbers), max(numbers) + 1) if numbers else range(0)


def _line(
    found: dict[tuple[str, str, int], Cell], code: str, kind: Statistic, year: int, span: range
) -> Line:
    squares = []
    for month in range(12 * year, 12 * year + 12):
        cell = found.get((code, kind.value, month))
        expected = month in span
        squares.append(_square(kind, month, cell) if expected or cell else None)
    return Line(kind.value, tuple(squares))


def _square(kind: Statistic, month: int, cell: Cell | None) -> Square:
    name = f"{kind.value} {month_label(month).in_language(reader_language())}"
    if cell is None:
        return Square("missing", _("%(month)s: ontbreekt") % {"month": name})
    url = reverse("deliveries:report", args=[cell.public_id]) if cell.public_id else ""
    if cell.state == State.CHECKED:
        return Square("waiting", _("%(month)s: wacht op een beslissing") % {"month": name}, url)
    if not url:
        return Square("there", _("%(month)s: aangenomen") % {"month": name})
    told = {
        "month": name,
        "rows": number(cell.rows, reader_language()),
        "errors": number(cell.errors, reader_language()),
    }
    if cell.errors:
        words = _("%(month)s: aangenomen, %(rows)s regels, %(errors)s fouten") % told
        return Square("errors", words, url)
    return Square("there", _("%(month)s: aangenomen, %(rows)s regels") % told, url)


def _counted(blocks: tuple[Block, ...]) -> Months:
    squares = [s for block in blocks for line in block.lines for s in line.squares if s]
    return Months(blocks, sum(s.look != "missing" for s in squares), len(squares))


def said_month(period: dt.date) -> str:
    """Say a month as people do."""
    return month_label(month_number(period)).in_language(reader_language())
