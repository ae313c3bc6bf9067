"""The DuckDB tables and views of docs/reference/registers-tables.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Any, get_args, get_type_hints

import duckdb

from streekwerk.registers.analysis.rows import BenefitRow, IncomeRow, MeasureRow
from streekwerk.registers.labour_market.facts import MarketRow
from streekwerk.registers.sources.facts import FactRow

_SQL_TYPES: dict[type, str] = {
    str: "VARCHAR",
    int: "INTEGER",
    float: "DOUBLE",
    bool: "BOOLEAN",
    date: "DATE",
}
_SMALL = frozenset({"wage_value", "cost_sharers", "ladder_position", "persons_in_benefit"})
_PSEUDONYMS = frozenset({"person", "measure", "benefit"})


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name and the type of its rows, whose fields are its columns."""

    name: str
    row: type[Any]

    @property
    def columns(self) -> dict[str, str]:
        """Column names with their DuckDB types."""
        return {name: _sql_type(name, kind) for name, kind in get_type_hints(self.row).items()}

    @property
    def ddl(self) -> str:
        """The statement that makes the table when it is not there."""
        hints = get_type_hints(self.row)
        columns = ", ".join(
            f"{name} {kind}" + ("" if _optional(hints[name]) else " NOT NULL")
            for name, kind in self.columns.items()
        )
        return f"CREATE TABLE IF NOT EXISTS {self.name} ({columns})"


MEASURES = Table("srg_measure", MeasureRow)
BENEFITS = Table("bus_benefit_month", BenefitRow)
INCOMES = Table("bus_income_month", IncomeRow)
FACTS = Table("person_fact", FactRow)
MARKET = Table("labour_market_month", MarketRow)
TABLES = (MEASURES, BENEFITS, INCOMES, FACTS, MARKET)

_VIEWS = """
CREATE OR REPLACE VIEW srg_measure_latest AS
SELECT * EXCLUDE (place) FROM (
    SELECT *,
        min(period) OVER (PARTITION BY municipality, person, measure) AS first_period,
        max(period) OVER (PARTITION BY municipality, person, measure) AS last_period,
        row_number() OVER (
            PARTITION BY municipality, person, measure ORDER BY period DESC, source_row DESC
        ) AS place
    FROM srg_measure
) WHERE place = 1;

CREATE OR REPLACE VIEW bus_person_month AS
SELECT municipality, person, period,
    min(law) AS law,
    arg_min(household, law) AS household,
    any_value(gender) AS gender,
    any_value(birth_month) AS birth_month,
    min(start_date) AS start_date,
    CASE WHEN count(end_date) = count(*) THEN max(end_date) END AS end_date,
    CASE WHEN count(end_date) = count(*) THEN arg_max(end_reason, end_date) END AS end_reason,
    max(exemption) AS exemption,
    max(earnings) AS earnings,
    sum(paid) AS paid
FROM bus_benefit_month
WHERE law IN ('01', '02', '03', '14')
GROUP BY municipality, person, period;
"""


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables and views that are not there yet."""
    for table in TABLES:
        connection.execute(table.ddl)
    connection.execute(_VIEWS)


def _optional(hint: object) -> bool:
    return isinstance(hint, UnionType) and type(None) in get_args(hint)


def _sql_type(name: str, hint: Any) -> str:  # noqa: ANN401 -- a type hint has no type of its own
    if name in _PSEUDONYMS:
        return "UUID"
    if name in _SMALL:
        return "SMALLINT"
    kind = next(k for k in get_args(hint) if k is not type(None)) if _optional(hint) else hint
    return _SQL_TYPES[kind]
