"""Many rows at once says the same as one at a time: findings, rows, numbers, pseudonyms."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.registers.examples import a_benefit, a_measure, a_person, an_income
from tests.registers.strategies import records

from streekwerk.registers import screening
from streekwerk.registers.analysis.load import fill_bus, fill_screened, fill_srg
from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.analysis.schema import TABLES, create_tables
from streekwerk.registers.layouts import BUS_2026, LAYOUTS, SRG_2026, Layout, Statistic
from streekwerk.registers.quality.tally import Tally
from streekwerk.registers.reading import bus_records, srg_records
from streekwerk.registers.rows import Row, to_rows

CODE = "1999"
KEY = PseudonymKey(CODE, b"screening" * 8)
WRONG = ("", "99", "x", " 1", "20261301", "+12", "123456789", "20200101", "0042x", "é", "-00001")


@cache
def tables() -> duckdb.DuckDBPyConnection:
    """Return a database for all examples: opening one takes longer than filling it."""
    work = duckdb.connect(config={"threads": 1})
    create_tables(work)
    return work


def empty() -> duckdb.DuckDBPyConnection:
    """Return the database without rows."""
    for table in TABLES:
        tables().execute(f"DELETE FROM {table.name}")  # noqa: S608 - our own name
    return tables()


def one_by_one(rows: list[Row], layout: Layout) -> tuple[Any, ...]:
    tally, work = Tally(), empty()
    if layout.statistic is Statistic.BUS:
        loaded = fill_bus(work, tally.through(bus_records(rows, layout, "f")), KEY, "d")
    else:
        loaded = fill_srg(work, tally.through(srg_records(rows, layout, "f")), KEY, "d")
    return _seen(work, tally), loaded


def at_once(rows: list[Row], layout: Layout) -> tuple[Any, ...]:
    tally, work = Tally(), empty()
    batches = tally.of_batches(screening.screened(rows, layout, "f"))
    loaded = fill_screened(work, batches, layout, KEY, "d")
    return _seen(work, tally), loaded


def _seen(work: duckdb.DuckDBPyConnection, tally: Tally) -> tuple[Any, ...]:
    stored = [
        sorted(map(repr, work.execute(f"SELECT * FROM {table.name}").fetchall()))  # noqa: S608
        for table in TABLES
    ]
    return stored, tally.rows, tally.rows_with_error, tally.periods, tally.results()


def with_header(rows: list[Row], layout: Layout) -> list[Row]:
    """Give every row the municipality of the key."""
    place = next(k for k, f in enumerate(layout.parts[0]) if f.attribute == "municipality")
    changed = []
    for row in rows:
        header = list(row.parts[0])
        header[place] = CODE
        changed.append(row._replace(parts=(tuple(header), *row.parts[1:])))
    return changed


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.title)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_same_as_one_by_one(layout: Layout, data: st.DataObject) -> None:
    rows = with_header(list(to_rows(data.draw(records(layout)), layout)), layout)
    changes = st.tuples(
        st.integers(0, len(rows) - 1),
        st.integers(1, len(layout.parts) - 1),
        st.integers(0, 20),
        st.sampled_from(WRONG),
    )
    for number, level, position, text in data.draw(st.lists(changes, max_size=4)):
        parts = [list(part) for part in rows[number].parts]
        parts[level][position % len(parts[level])] = text.strip()
        rows[number] = rows[number]._replace(parts=tuple(map(tuple, parts)))
    again = [row._replace(number=row.number + len(rows), starts=1) for row in rows]
    everything = rows + again
    size = screening.BATCH
    screening.BATCH = data.draw(st.integers(1, 8))
    try:
        assert at_once(everything, layout) == one_by_one(everything, layout)
    finally:
        screening.BATCH = size


def test_most_records_in_good_order_go_on_in_columns() -> None:
    # Without this the property above could hold because nothing was ever screened.
    other = replace(a_person("999990019"), incomes=(an_income(),))
    couple = replace(a_benefit(), persons=(a_person(), other))
    for record, layout in ((couple, BUS_2026), (a_measure(), SRG_2026)):
        rows = list(to_rows([record] * 20, layout))
        rows = [row._replace(number=k + 1) for k, row in enumerate(rows)]
        found = list(screening.screened(rows, layout, "f"))
        clean = sum(len(batch.clean.numbers) for batch in found if batch.clean)
        read = sum(len(batch.checked) for batch in found)
        assert (clean, read) == (len(rows) - len(rows) // 20, 1)


def test_a_check_that_looks_at_more_than_it_says_is_caught() -> None:
    case = screening._filled(type(a_person()), {"end": None})
    with pytest.raises(AttributeError):
        _ = case.start
