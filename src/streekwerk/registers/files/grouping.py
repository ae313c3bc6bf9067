"""Which rows of a flat file belong together: the nesting a table cannot show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from streekwerk.registers.layouts import Layout, Statistic
from streekwerk.registers.rows import Part, Row, is_blank

_MOST_PERSONS = 100


def regrouped(rows: Iterable[Row], layout: Layout) -> Iterator[Row]:
    """Set ``starts`` of rows that repeat their outer levels on every line.

    In the SRG a row continues the person before when all fields of the person
    are the same. In the BUS a row continues the benefit when all its fields are
    the same, and the person when those are too and both rows have an income. A
    row that says exactly what an earlier one said starts a benefit of its own, so
    that the check on duplicates sees it.
    """
    before: Row | None = None
    persons: set[Part] = set()
    for row in rows:
        if layout.statistic is Statistic.SRG:
            starts = _srg_start(row, before)
        else:
            starts = _bus_start(row, before, persons)
            if starts <= 1:
                persons = set()
            persons.add(row.parts[2])
        before = row._replace(starts=starts)
        yield before


def _srg_start(row: Row, before: Row | None) -> int:
    if before is None or row.parts[0] != before.parts[0]:
        return 0
    return 2 if row.parts[1] == before.parts[1] else 1


def _bus_start(row: Row, before: Row | None, persons: set[Part]) -> int:
    if before is None or row.parts[0] != before.parts[0]:
        return 0
    if row.parts[1] != before.parts[1] or len(persons) >= _MOST_PERSONS:
        return 1
    if row.parts[2] == before.parts[2]:
        has_incomes = not (is_blank(row.parts[3]) or is_blank(before.parts[3]))
        return 3 if has_incomes and row.parts[3] != before.parts[3] else 1
    return 1 if row.parts[2] in persons else 2
