"""From the register tables to the cohort tables, one municipality at a time.

The work is done by DuckDB; the statements stand in ``sql/``. Memory is bounded by
the largest municipality. See ``docs/reference/cohort.md`` for every column and rule.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import duckdb

from streekwerk.evidence.cohort.rules import CohortReport, RuleCount
from streekwerk.evidence.cohort.settings import CohortSettings

NEEDED = ("bus_benefit_month", "bus_person_month", "srg_measure", "srg_measure_latest")
_STEPS = ("people", "benefit", "measures")


def build_cohort(
    connection: duckdb.DuckDBPyConnection,
    settings: CohortSettings | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> CohortReport:
    """Build ``cohort_person``, ``cohort_month`` and ``cohort_measure`` in ``connection``.

    Existing cohort tables are replaced, all in one transaction. ``progress`` is called
    with the number of municipalities done and their total.

    Raises
    ------
    ValueError
        When a register table is missing or no benefit was delivered at all.
    """
    settings = settings or CohortSettings()
    municipalities = _municipalities(connection)
    connection.begin()
    try:
        _run(connection, "tables")
        _set(connection, "gap_months", settings.gap_months)
        _set(connection, "longest_quantile", settings.longest_quantile)
        _set(connection, "longest_at_least", settings.longest_at_least)
        for done, municipality in enumerate(municipalities):
            progress(done, len(municipalities))
            _set(connection, "municipality", municipality)
            _set(connection, "first_id", _count(connection, "cohort_person"))
            for step in _STEPS:
                _run(connection, step)
        _run(connection, "views")
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    progress(len(municipalities), len(municipalities))
    return cohort_report(connection)


def cohort_report(connection: duckdb.DuckDBPyConnection) -> CohortReport:
    """Return what the cohort tables of ``connection`` hold and what was repaired."""
    first, last = connection.execute(
        "SELECT min(month), max(month) FROM cohort_delivery"
    ).fetchall()[0]
    rules = connection.execute(
        "SELECT municipality, rule, rows FROM cohort_rule ORDER BY municipality, rule"
    ).fetchall()
    names = connection.execute(
        "SELECT DISTINCT municipality FROM cohort_delivery ORDER BY 1"
    ).fetchall()
    return CohortReport(
        municipalities=tuple(name for (name,) in names),
        first_month=first,
        last_month=last,
        people=_count(connection, "cohort_person"),
        person_months=_count(connection, "cohort_month"),
        measures=_count(connection, "cohort_measure"),
        rules=tuple(RuleCount(*row) for row in rules),
    )


def _municipalities(connection: duckdb.DuckDBPyConnection) -> list[str]:
    tables = connection.execute("SELECT table_name FROM information_schema.tables").fetchall()
    if missing := [name for name in NEEDED if (name,) not in tables]:
        raise ValueError(
            f"register tables are missing: {', '.join(missing)}; import SRG and BUS first"
        )
    found = connection.execute(
        "SELECT DISTINCT municipality FROM bus_benefit_month ORDER BY 1"
    ).fetchall()
    if not found:
        raise ValueError("no benefit was delivered (bus_benefit_month is empty); import BUS first")
    return [municipality for (municipality,) in found]


def _run(connection: duckdb.DuckDBPyConnection, step: str) -> None:
    file = resources.files("streekwerk.evidence.cohort") / "sql" / f"{step}.sql"
    connection.execute(file.read_text(encoding="utf-8"))


def _set(connection: duckdb.DuckDBPyConnection, name: str, value: object) -> None:
    # Variable names are ours; only the value comes from outside.
    connection.execute(f"SET VARIABLE {name} = ?", [value])


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    (rows,) = connection.table(table).count("*").fetchall()[0]
    return int(rows)
