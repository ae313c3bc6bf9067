"""COPY the records of one delivery from DuckDB into PostgreSQL.

DuckDB writes CSV, PostgreSQL reads it: no row passes through Python. Both treat an
unquoted empty field as NULL and a quoted one as an empty text.

PostgreSQL does not COPY into a table with row-level security. The rows go into a temporary
table first and from there to their own, where the database looks whose each of them is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
from django.db import connection
from psycopg import sql

from streekwerk.deliveries.importing.tables import TWINS, TWINS_OF, Twin
from streekwerk.deliveries.models import Delivery, Statistic

_CHUNK = 1 << 20
_ARRIVE = sql.SQL(
    "create temporary table {arrived} on commit drop as select {names} from {table} with no data"
)
_COPY = sql.SQL("copy {arrived} ({names}) from stdin (format csv)")
_MOVE = sql.SQL("insert into {table} ({names}) select {names} from {arrived}")
_GONE = sql.SQL("drop table {arrived}")


def store(
    work: duckdb.DuckDBPyConnection,
    delivery: Delivery,
    statistic: Statistic,
    place: Path,
    progress: Callable[[float], None] = lambda share: None,
) -> int:
    """Store every row of ``delivery`` in the caller's transaction and return their number.

    Parameters
    ----------
    work
        DuckDB with the rows of the delivery, by its fingerprint.
    place
        A private directory for the intermediate file.
    progress
        Is told which share of the bytes has been stored.
    """
    files = [(twin, _export(work, twin, delivery, place)) for twin in TWINS_OF[statistic]]
    total = sum(path.stat().st_size for _, path in files) or 1
    done = stored = 0

    def tell(size: int) -> None:
        nonlocal done
        done += size
        progress(done / total)

    for twin, path in files:
        stored += _copy(twin, path, tell)
        path.unlink()
    return stored


def remove(delivery: Delivery) -> int:
    """Delete the records of ``delivery`` in the caller's transaction and return their number."""
    gone = 0
    with connection.cursor() as cursor:
        for twin in TWINS:
            statement = sql.SQL("delete from {} where delivery_id = %s")
            cursor.execute(statement.format(sql.Identifier(twin.name)), [delivery.pk])
            gone += cursor.rowcount
    return gone


def _export(work: duckdb.DuckDBPyConnection, twin: Twin, delivery: Delivery, place: Path) -> Path:
    path = place / f"{twin.table.name}.csv"
    columns = [f"{delivery.pk} AS delivery_id", f"{delivery.municipality_id} AS municipality_id"]
    columns += [f'"{name}"' for name in twin.own]
    if twin.place:
        columns.append("row_number() OVER (PARTITION BY source_row) AS place")
    work.execute(
        f"COPY (SELECT {', '.join(columns)} FROM {twin.table.name} "  # noqa: S608 - our own names
        f"WHERE delivery = '{delivery.fingerprint}') TO '{path}' (FORMAT csv, HEADER false)"
    )
    return path


def _copy(twin: Twin, path: Path, tell: Callable[[int], None]) -> int:
    names = ["delivery_id", "municipality_id", *twin.own, *(["place"] if twin.place else [])]
    words = {
        "table": sql.Identifier(twin.name),
        "arrived": sql.Identifier(f"arrived_{twin.table.name}"),
        "names": sql.SQL(", ").join(map(sql.Identifier, names)),
    }
    with connection.cursor() as cursor, path.open("rb") as stream:
        cursor.execute(_ARRIVE.format(**words))
        with cursor.copy(_COPY.format(**words)) as copy:
            while chunk := stream.read(_CHUNK):
                copy.write(chunk)
                tell(len(chunk))
        cursor.execute(_MOVE.format(**words))
        moved = int(cursor.rowcount)
        cursor.execute(_GONE.format(**words))
    return moved
