"""The fast path: the analysis tables without a file in between, for benchmarks.

Same columns as ``docs/reference/registers-tables.md``, as Parquet files of one
municipality and one year each, so that memory is bounded by that.
Pseudonyms, fingerprints and benefit numbers are plain hashes of serial numbers:
nobody is behind them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from streekwerk.demo.benefits import benefit_rows
from streekwerk.demo.columns import Column, Columns, concatenated, readable, write_parquet
from streekwerk.demo.config import RegionConfig
from streekwerk.demo.dates import first_days
from streekwerk.demo.hours import hour_rows
from streekwerk.demo.labour_market import draw_labour_market
from streekwerk.demo.registration import (
    INVALID_TYPES,
    RegisteredMeasures,
    delivery_is_sent,
    register_measures,
)
from streekwerk.demo.simulation import History, build_worlds, run

MONTHS_PER_FILE = 12

_PERSONS = """
CREATE TEMP TABLE persons AS
SELECT person, $place AS municipality, md5(concat($place, '/', person))::UUID AS pseudonym,
    sex::VARCHAR AS gender, birth_month::DATE AS birth_month, education
FROM people
"""

# The keys every table shares, in front of what a delivery says.
_KEYED = """
CREATE OR REPLACE TEMP VIEW keyed AS
SELECT municipality, period::DATE AS period, pseudonym AS person,
    row_number() OVER (PARTITION BY period)::INTEGER AS source_row,
    gender, birth_month, delivered.person AS serial, delivered.* EXCLUDE (person, period)
FROM delivered JOIN persons ON delivered.person = persons.person
"""

_SRG = """
COPY (SELECT municipality, period, person,
    sha256(concat('srg', municipality, period)) AS delivery, source_row,
    md5(concat(municipality, '/v', number))::UUID AS measure,
    readable AS type, readable AS type_delivered, '2026' AS edition, NULL::VARCHAR AS local_name,
    "start"::DATE AS start_date, "end"::DATE AS end_date,
    nullif(end_reason, '') AS end_reason, NULL::VARCHAR AS end_reason_2015,
    nullif(wage_value, 0)::SMALLINT AS wage_value, goal, work_capacity,
    gender, birth_month, NULL::SMALLINT AS ladder_position
  FROM (SELECT *, CASE WHEN NOT list_contains($invalid, type) THEN type END AS readable
    FROM keyed)) TO $path (FORMAT parquet)
"""

_BUS = """
COPY (SELECT municipality, period, person,
    sha256(concat('bus', municipality, period)) AS delivery, source_row,
    md5(concat(municipality, '/u', serial, '/', spell))::UUID AS benefit,
    '01' AS law, NULL::VARCHAR AS self_employed_class, household::VARCHAR AS household,
    cost_sharers::SMALLINT AS cost_sharers, norm::INTEGER AS norm, income::INTEGER AS income,
    paid::INTEGER AS paid, registered::DATE AS registered_date,
    NULL::VARCHAR AS special_cluster, gender, birth_month, housing::VARCHAR AS housing,
    "start"::DATE AS start_date, "end"::DATE AS end_date, exemption::VARCHAR AS exemption,
    NULL::DATE AS exemption_end, NULL::VARCHAR AS exemption_end_reason,
    '2' AS reciprocation, nullif(earnings, 0)::INTEGER AS earnings,
    CASE WHEN earnings > 0 THEN disregarded END AS earnings_disregarded,
    NULL::INTEGER AS other_income, nullif(end_reason, '') AS end_reason,
    1::SMALLINT AS persons_in_benefit
  FROM keyed) TO $path (FORMAT parquet)
"""

_FACTS = """
COPY (SELECT $place AS municipality, pseudonym AS person, 'education' AS variable,
    $first::DATE AS date, NULL::DOUBLE AS number,
    ['laag', 'midden', 'hoog'][education] AS code, sha256(concat('education', $place)) AS delivery,
    row_number() OVER ()::INTEGER AS source_row
  FROM persons) TO $path (FORMAT parquet)
"""

_HOURS = """
COPY (SELECT $place AS municipality, pseudonym AS person, 'hours' AS variable,
    told.date::DATE AS date, hours AS number, NULL::VARCHAR AS code,
    sha256(concat('hours', $place)) AS delivery, row_number() OVER ()::INTEGER AS source_row
  FROM told JOIN persons ON told.person = persons.person) TO $path (FORMAT parquet)
"""


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows each table got."""

    srg_measure: int
    bus_benefit_month: int
    people: int


def write_analysis_tables(
    config: RegionConfig,
    folder: Path,
    months_per_file: int = MONTHS_PER_FILE,
    histories: Iterable[History] | None = None,
) -> Written:
    """Simulate the region and write ``<folder>/<table>/*.parquet``.

    Tables: ``srg_measure``, ``bus_benefit_month``, ``person_fact`` (education, hours) and
    ``labour_market``. Messy registration is in them as an import would keep it.
    ``months_per_file`` bounds memory; a small region is written faster in one file.
    ``histories`` is what happened per municipality, when it was simulated already.
    """
    for table in ("srg_measure", "bus_benefit_month", "person_fact", "labour_market"):
        (folder / table).mkdir(parents=True, exist_ok=True)
    market = {k: np.asarray(v) for k, v in draw_labour_market(config).columns().items()}
    write_parquet(market, folder / "labour_market" / "region.parquet")
    srg = bus = 0
    if histories is None:
        histories = (run(world) for world in build_worlds(config))
    for history in histories:
        more_srg, more_bus = _write_municipality(history, folder, months_per_file)
        srg, bus = srg + more_srg, bus + more_bus
    return Written(srg, bus, config.people)


def _write_municipality(history: History, folder: Path, at_once: int) -> tuple[int, int]:
    connection = duckdb.connect(config={"threads": 1})
    connection.execute("SET enable_progress_bar = false")
    try:
        _load_people(connection, history, folder)
        measures = register_measures(history)
        months = history.world.config.months
        written = [
            _write_year(connection, history, measures, range(first, last), folder)
            for first in range(0, months, at_once)
            for last in [min(first + at_once, months)]
        ]
    finally:
        connection.close()
    return sum(srg for srg, _ in written), sum(bus for _, bus in written)


def _load_people(connection: duckdb.DuckDBPyConnection, history: History, folder: Path) -> None:
    world = history.world
    people: dict[str, Column] = {
        "person": np.arange(len(world.people)),
        "sex": world.people.sex,
        "education": world.people.education,
        "birth_month": first_days(world.config, world.people.birth_month),
    }
    connection.register("people", readable(people))
    connection.execute(_PERSONS, {"place": world.code})
    target = folder / "person_fact" / f"{world.code}.parquet"
    first = f"{world.config.first_month}-01"
    connection.execute(_FACTS, {"place": world.code, "first": first, "path": str(target)})
    connection.register("told", readable(hour_rows(history)))
    target = folder / "person_fact" / f"{world.code}-hours.parquet"
    connection.execute(_HOURS, {"place": world.code, "path": str(target)})


def _write_year(
    connection: duckdb.DuckDBPyConnection,
    history: History,
    measures: RegisteredMeasures,
    months: range,
    folder: Path,
) -> tuple[int, int]:
    sent = {month: delivery_is_sent(history, month) for month in months}
    srg = [_dated(history, m, dict(measures.rows(m))) for m in months if sent[m][0]]
    bus = [_dated(history, m, dict(benefit_rows(history, m))) for m in months if sent[m][1]]
    place, config = history.world.code, history.world.config
    name = f"{place}-{first_days(config, np.array([months.start]))[0]}.parquet"
    counts = []
    for table, parts in (("srg_measure", srg), ("bus_benefit_month", bus)):
        delivered = concatenated(parts)
        if delivered:
            _copy(connection, delivered, table, folder / table / name)
        counts.append(len(delivered["person"]) if delivered else 0)
    return counts[0], counts[1]


def _copy(
    connection: duckdb.DuckDBPyConnection, delivered: Columns, table: str, path: Path
) -> None:
    connection.register("delivered", readable(delivered))
    connection.execute(_KEYED)
    if table == "srg_measure":
        given = {"path": str(path), "invalid": INVALID_TYPES.tolist()}
        connection.execute(_SRG, given)
    else:
        connection.execute(_BUS, {"path": str(path)})
    connection.execute("DROP VIEW keyed")
    connection.unregister("delivered")


def _dated(history: History, month: int, rows: dict[str, Column]) -> dict[str, Column]:
    period = first_days(history.world.config, np.array([month]))
    return rows | {"period": np.repeat(period, len(rows["person"]))}
