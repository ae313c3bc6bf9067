"""Fetch stored records from PostgreSQL into the register tables in DuckDB."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
from django.db import connection, transaction
from psycopg import sql

from streekwerk.deliveries.importing.tables import TWINS, Twin
from streekwerk.registers.analysis.schema import TABLES, create_tables

MEMORY = "2GB"


def open_tables(place: Path) -> duckdb.DuckDBPyConnection:
    """Open DuckDB with empty register tables; what does not fit in memory spills to ``place``.

    One thread, and rows in the order they came: the same records, the same answer.
    """
    work = duckdb.connect(
        config={
            "threads": 1,
            "memory_limit": MEMORY,
            "temp_directory": str(place),
        }
    )
    create_tables(work)
    return work


def fetch(
    work: duckdb.DuckDBPyConnection,
    deliveries: Iterable[int],
    place: Path,
    without: Iterable[int] = (),
) -> dict[str, int]:
    """Add the records of ``deliveries`` (their ids) and return how many rows each table got.

    Rows come in the order of municipality code, month, fingerprint and source row, so
    that nothing depends on when or in which order files came in. The records of whom the
    rows ``without`` (their ids) leave out are not fetched.
    """
    chosen, out = sorted(deliveries), sorted(without)
    # A copy takes the scope from the transaction it is in, and from nothing else.
    with transaction.atomic():
        _require_all("deliveries_delivery", chosen)
        _require_all("deliveries_left_out", out)
        return {twin.table.name: _fetch(work, twin, chosen, place, out) for twin in TWINS}


def _require_all(table: str, chosen: Sequence[int]) -> None:
    """Raise LookupError unless every row can be seen.

    Never compute with less than asked, nor with somebody who must be left out.
    """
    query = sql.SQL("select count(*) from {} where id = any(%s)").format(sql.Identifier(table))
    with connection.cursor() as cursor:
        cursor.execute(query, [list(chosen)])
        row = cursor.fetchone()
    if row is None or row[0] != len(chosen):
        raise LookupError(f"not every row of {table} is there, in the scope of this work")


def drop_all(work: duckdb.DuckDBPyConnection) -> None:
    """Empty the register tables."""
    for table in TABLES:
        work.execute(f"DELETE FROM {table.name}")  # noqa: S608 - our own name


def _fetch(
    work: duckdb.DuckDBPyConnection,
    twin: Twin,
    deliveries: Sequence[int],
    place: Path,
    without: Sequence[int],
) -> int:
    path = place / f"{twin.table.name}.csv"
    order = "d.code, d.period, d.fingerprint, r.source_row" + (", r.place" if twin.place else "")
    query = sql.SQL(
        "copy (select d.code as municipality, {columns}, d.fingerprint as delivery from {table} r "
        "join deliveries_delivery d on d.id = r.delivery_id where r.delivery_id = any({ids}) "
        "{others} order by {order}) to stdout (format csv)"
    ).format(
        columns=sql.SQL(", ").join(sql.Identifier("r", name) for name in twin.own),
        table=sql.Identifier(twin.name),
        ids=sql.Literal(list(deliveries)),
        others=_others(without) if without and "person" in twin.own else sql.SQL(""),
        order=sql.SQL(order),
    )
    with connection.cursor() as cursor, path.open("wb") as stream, cursor.copy(query) as copy:
        stream.writelines(copy)
    names = ["municipality", *twin.own, "delivery"]
    kinds = {name: twin.table.columns[name] for name in names}
    row = work.execute(
        f"INSERT INTO {twin.table.name} ({', '.join(names)}) "  # noqa: S608 - our own names
        f"SELECT {', '.join(names)} FROM read_csv($path, header = false, columns = $kinds, "
        "auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
        "allow_quoted_nulls = false)",
        {"path": str(path), "kinds": kinds},
    ).fetchone()
    path.unlink()
    return int(row[0]) if row else 0


def _others(without: Sequence[int]) -> sql.Composed:
    """Return the condition that a record is of nobody who is left out."""
    return sql.SQL(
        "and not exists (select from deliveries_left_out o where o.id = any({rows}) "
        "and o.municipality_id = r.municipality_id and o.person = r.person)"
    ).format(rows=sql.Literal(list(without)))
