"""Stream deliveries into DuckDB, pseudonymised, all or nothing.

Loading the same file again changes nothing; loading another file for the same
municipality and month replaces the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from streekwerk.registers.analysis.columns import Columns, ColumnsOf, insert_statement
from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.analysis.rows import benefit_rows, income_rows, measure_row
from streekwerk.registers.analysis.schema import (
    BENEFITS,
    FACTS,
    INCOMES,
    MEASURES,
    TABLES,
    Table,
    create_tables,
)
from streekwerk.registers.layouts import Layout, Statistic
from streekwerk.registers.reading import Checked
from streekwerk.registers.records import BusRecord, Srg2015Record, SrgRecord
from streekwerk.registers.screening import Screened
from streekwerk.registers.sources.facts import FactRow

_BATCH = 20_000
LOCAL_NAME_PERSONS = 10


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did.

    Attributes
    ----------
    rows
        Rows now in the table for this delivery.
    without_key
        Rows of the file that cannot be linked to a person, month or measure.
    replaced
        Rows of earlier deliveries for the same months that were replaced.
    already_there
        Whether this very file had been loaded before, so that nothing was done.
    """

    rows: int = 0
    without_key: int = 0
    replaced: int = 0
    already_there: bool = False


class WrongMunicipalityError(ValueError):
    """A record belongs to another municipality than the key."""


def load_srg(
    connection: duckdb.DuckDBPyConnection,
    records: Iterable[Checked[SrgRecord | Srg2015Record]],
    key: PseudonymKey,
    delivery: str,
) -> Loaded:
    """Load an SRG delivery into ``srg_measure`` in one transaction.

    Parameters
    ----------
    connection
        DuckDB, in memory or on disk; the tables are made when they are missing.
    delivery
        Fingerprint of the file.

    Raises
    ------
    WrongMunicipalityError
        When a record is of another municipality than the key; nothing is loaded.
    RefusedError
        When the file turns out to be damaged; nothing is loaded.
    """
    with transaction(connection):
        return fill_srg(connection, records, key, delivery)


def load_bus(
    connection: duckdb.DuckDBPyConnection,
    records: Iterable[Checked[BusRecord]],
    key: PseudonymKey,
    delivery: str,
) -> Loaded:
    """Load a BUS delivery into ``bus_benefit_month`` and ``bus_income_month``.

    See :func:`load_srg` for parameters and errors.
    """
    with transaction(connection):
        return fill_bus(connection, records, key, delivery)


def fill_srg(
    connection: duckdb.DuckDBPyConnection,
    records: Iterable[Checked[SrgRecord | Srg2015Record]],
    key: PseudonymKey,
    delivery: str,
) -> Loaded:
    """Do the work of :func:`load_srg` within a transaction of the caller."""
    if _is_known(connection, MEASURES, delivery):
        return Loaded(already_there=True)
    load = _Load(connection, delivery)
    rows = (
        measure_row(_own(checked.record, key), key, delivery, checked.rows[0])
        for checked in records
    )
    load.append(MEASURES, load.counted(rows))
    _hide_rare_names(connection, delivery)
    return load.finished((MEASURES,))


def fill_bus(
    connection: duckdb.DuckDBPyConnection,
    records: Iterable[Checked[BusRecord]],
    key: PseudonymKey,
    delivery: str,
) -> Loaded:
    """Do the work of :func:`load_bus` within a transaction of the caller."""
    if _is_known(connection, BENEFITS, delivery):
        return Loaded(already_there=True)
    load = _Load(connection, delivery)
    incomes: list[tuple[Any, ...]] = []

    def benefits() -> Iterator[tuple[Any, ...] | None]:
        for row in load.benefits(records, key, incomes):
            yield row
            if len(incomes) >= _BATCH:
                load.append(INCOMES, incomes)
                incomes.clear()

    load.append(BENEFITS, load.counted(benefits()))
    load.append(INCOMES, incomes)
    return load.finished((BENEFITS, INCOMES))


def fill_screened(
    connection: duckdb.DuckDBPyConnection,
    batches: Iterable[Screened[Any]],
    layout: Layout,
    key: PseudonymKey,
    delivery: str,
) -> Loaded:
    """Load a delivery of either kind from screened batches, within a transaction of the caller.

    The rows are those of :func:`fill_srg` and :func:`fill_bus`; errors likewise.
    """
    bus = layout.statistic is Statistic.BUS
    tables = (BENEFITS, INCOMES) if bus else (MEASURES,)
    if _is_known(connection, tables[0], delivery):
        return Loaded(already_there=True)
    load = _Load(connection, delivery)
    columns = ColumnsOf(layout, key, delivery)
    for batch in batches:
        if batch.checked:
            load.append_checked(batch.checked, key, bus=bus)
        if batch.clean is not None and bus:
            benefits = columns.benefits(batch.clean)
            load.insert(BENEFITS, benefits)
            load.insert(INCOMES, columns.incomes(batch.clean, benefits))
        elif batch.clean is not None:
            load.insert(MEASURES, columns.measures(batch.clean))
    if not bus:
        _hide_rare_names(connection, delivery)
    return load.finished(tables)


def load_facts(
    connection: duckdb.DuckDBPyConnection, rows: Iterable[FactRow], delivery: str
) -> Loaded:
    """Load facts of another source into ``person_fact`` in one transaction.

    The same file again changes nothing; another file adds to what is there, since
    a source need not be about one month. Take one out with :func:`remove_delivery`.
    """
    with transaction(connection):
        if _is_known(connection, FACTS, delivery):
            return Loaded(already_there=True)
        load = _Load(connection, delivery)
        load.append(FACTS, load.counted(rows))
        return Loaded(load.count(FACTS))


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Do everything inside or nothing; makes the tables when they are missing."""
    create_tables(connection)
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def remove_delivery(connection: duckdb.DuckDBPyConnection, delivery: str) -> int:
    """Take a delivery out again, in one transaction, and return how many rows went."""
    gone = 0
    with transaction(connection):
        for table in TABLES:
            row = connection.execute(
                f"DELETE FROM {table.name} WHERE delivery = ?",  # noqa: S608 -- our own name
                [delivery],
            ).fetchone()
            gone += int(row[0]) if row else 0
    return gone


def write_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> tuple[Path, ...]:
    """Write every register table to ``folder`` as Parquet and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in TABLES:
        path = folder / f"{table.name}.parquet"
        connection.table(table.name).write_parquet(str(path), compression="zstd")
        written.append(path)
    return tuple(written)


class _Load:
    """The rows of one delivery on their way in."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, delivery: str) -> None:
        self._connection = connection
        self._delivery = delivery
        self._without_key = 0

    def counted(self, rows: Iterable[tuple[Any, ...] | None]) -> Iterator[tuple[Any, ...]]:
        for row in rows:
            if row is None:
                self._without_key += 1
            else:
                yield row

    def append(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        appender = self._connection.appender(table.name)
        remaining = iter(rows)
        while batch := list(islice(remaining, _BATCH)):
            appender.append_rows(batch)
            appender.flush()

    def append_checked(
        self, records: Sequence[Checked[Any]], key: PseudonymKey, *, bus: bool
    ) -> None:
        """Append records that were read one by one."""
        if not bus:
            measures = (
                measure_row(_own(c.record, key), key, self._delivery, c.rows[0]) for c in records
            )
            self.append(MEASURES, self.counted(measures))
            return
        incomes: list[tuple[Any, ...]] = []
        self.append(BENEFITS, self.counted(self.benefits(records, key, incomes)))
        self.append(INCOMES, incomes)

    def benefits(
        self, records: Iterable[Checked[BusRecord]], key: PseudonymKey, incomes: list[Any]
    ) -> Iterator[tuple[Any, ...] | None]:
        """Give the rows of benefits, and put those of their incomes in ``incomes``."""
        for checked in records:
            record = _own(checked.record, key)
            made = benefit_rows(record, key, self._delivery, checked.rows)
            for person, row in zip(record.persons, made, strict=False):
                yield row
                if row is not None and person.incomes:
                    incomes.extend(income_rows(person, row))

    def insert(self, table: Table, columns: Columns | None) -> None:
        """Insert columns as they are, no row of which passes through Python."""
        if columns is None:
            return
        self._connection.register("batch", columns)
        self._connection.execute(insert_statement(table, "batch", columns))
        self._connection.unregister("batch")

    def finished(self, tables: tuple[Table, ...]) -> Loaded:
        replaced = [self._replace_earlier(table) for table in tables]
        return Loaded(self.count(tables[0]), self._without_key, replaced[0])

    def count(self, table: Table) -> int:
        counts = self._connection.execute(
            f"SELECT count(*) FROM {table.name} WHERE delivery = ?",  # noqa: S608 -- our own name
            [self._delivery],
        ).fetchone()
        return int(counts[0]) if counts else 0

    def _replace_earlier(self, table: Table) -> int:
        gone = self._connection.execute(
            f"""
            DELETE FROM {table.name} WHERE delivery <> $delivery AND (municipality, period) IN (
                SELECT (municipality, period) FROM {table.name} WHERE delivery = $delivery
            )
            """,  # noqa: S608 -- our own name
            {"delivery": self._delivery},
        ).fetchone()
        return int(gone[0]) if gone else 0


def _is_known(connection: duckdb.DuckDBPyConnection, table: Table, delivery: str) -> bool:
    known = connection.execute(
        f"SELECT 1 FROM {table.name} WHERE delivery = ? LIMIT 1",  # noqa: S608 -- our own name
        [delivery],
    ).fetchone()
    return known is not None


def _own(record: Any, key: PseudonymKey) -> Any:  # noqa: ANN401 -- gives back what it got
    municipality = record.header.municipality
    if municipality is not None and municipality != key.municipality:
        raise WrongMunicipalityError(
            f"the delivery is of municipality {municipality}, the key of {key.municipality}"
        )
    return record


def _hide_rare_names(connection: duckdb.DuckDBPyConnection, delivery: str) -> None:
    """Blank a free text that few persons share: it may say something about one of them."""
    connection.execute(
        """
        UPDATE srg_measure SET local_name = NULL
        WHERE delivery = $delivery AND local_name IS NOT NULL AND local_name NOT IN (
            SELECT local_name FROM srg_measure
            WHERE delivery = $delivery AND local_name IS NOT NULL
            GROUP BY local_name HAVING count(DISTINCT person) >= $persons
        )
        """,
        {"delivery": delivery, "persons": LOCAL_NAME_PERSONS},
    )
