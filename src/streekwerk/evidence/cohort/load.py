"""From the cohort tables in DuckDB to the panel in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt

from streekwerk.evidence.cohort.panel import VANISHED, Episodes, Floats, Integers, Panel, Trait
from streekwerk.vocabulary.language import Text

_CHUNK = 2_000_000
_LAST_RUNNING = 32_767
# Nobody earns more beside a benefit; it only guards the width of the column.
_MOST_EARNINGS = 65_535

_MONTHS = """
SELECT id, month - $first AS month, spell, since - $first AS since,
    coalesce(try_cast(household AS UTINYINT), 0) AS household,
    coalesce(try_cast(exemption AS UTINYINT), 0) AS exemption,
    least(earnings, $most)::USMALLINT AS earnings,
    CASE WHEN exit IS NULL THEN 0 WHEN exit = 'gone' THEN $vanished
        ELSE coalesce(try_cast(exit AS UTINYINT), 98) END::UTINYINT AS exit
FROM cohort_month WHERE id >= $low AND id < $high
"""
_PEOPLE = """
SELECT municipality, person::VARCHAR AS person,
    coalesce(try_cast(gender AS UTINYINT), 0) AS gender,
    coalesce(birth_month - $first, -32768)::INTEGER AS birth_month
FROM cohort_person ORDER BY id
"""
_MEASURES = """
SELECT id, type, start - $first AS start, last, last - $first AS ends
FROM cohort_measure ORDER BY id, start, type
"""
# The value known at the end of each month; what is from before the panel counts from month 0.
_TRAIT = """
SELECT p.id, f.code,
    greatest(cohort_month_number(f.date) - $first, 0)::INTEGER AS month
FROM person_fact AS f
JOIN cohort_person AS p ON p.person = f.person AND p.municipality = f.municipality
WHERE f.variable = $variable AND f.code IS NOT NULL
ORDER BY p.id, f.date, f.delivery, f.source_row
"""
# Hours hold for the month of their date alone; more than a week has is a mistake.
_HOURS = """
SELECT p.id, f.number AS hours, cohort_month_number(f.date) - $first AS month
FROM person_fact AS f
JOIN cohort_person AS p ON p.person = f.person AND p.municipality = f.municipality
WHERE f.variable = 'hours' AND f.number BETWEEN 0 AND 100
    AND cohort_month_number(f.date) >= $first AND cohort_month_number(f.date) < $first + $months
ORDER BY p.id, f.date, f.delivery, f.source_row
"""


def load_panel(
    connection: duckdb.DuckDBPyConnection,
    *,
    traits: Sequence[str] = ("education",),
    lasting: Sequence[str] = (),
    market: Mapping[int, float] | None = None,
) -> Panel:
    """Return the panel of the cohort tables that :func:`build_cohort` made.

    Parameters
    ----------
    traits : variables of ``person_fact`` (categories) to carry along; those that were
        never delivered are left out. A value counts from the month after its date.
    lasting : those of them whose first value also holds for earlier months. Only for what
        no measure can have changed; it looks ahead otherwise.
    market : state of the regional labour market by month number.

    Raises
    ------
    ValueError
        When the cohort is empty.
    """
    first, last = _span(connection)
    months = last - first + 1
    people = _columns(connection, _PEOPLE, {"first": first})
    places, municipality = np.unique(people["municipality"].astype(np.str_), return_inverse=True)
    matrices = _matrices(connection, len(municipality), months, first)
    return Panel(
        first_month=first,
        municipalities=tuple(str(place) for place in places),
        municipality=municipality.astype(np.int64),
        person=people["person"].astype(np.str_),
        gender=people["gender"].astype(np.uint8),
        birth_month=people["birth_month"].astype(np.int64),
        last_month=_last_months(connection, places, first)[municipality],
        episodes=_episodes(connection, first),
        traits=tuple(
            _backwards(trait) if name in lasting else trait
            for name in traits
            if (trait := _trait(connection, name, len(municipality), months, first)) is not None
        ),
        market=_market(market, first, months),
        hours=_hours(connection, len(municipality), months, first),
        **matrices,
    )


def read_market(
    connection: duckdb.DuckDBPyConnection, column: str = "vacancies_per_100_benefits"
) -> dict[int, float]:
    """Return a column of the imported table ``labour_market`` by month number.

    The table has ``month`` as text (``2021-03``); ValueError when it lacks ``column``.
    """
    table = connection.execute("SELECT * FROM labour_market").fetchnumpy()
    if not {"month", column} <= set(table):
        raise ValueError(
            f"the labour market table needs the columns month and {column}; "
            f"it has {', '.join(table)}"
        )
    numbers = [12 * int(label[:4]) + int(label[5:7]) - 1 for label in table["month"]]
    return dict(zip(numbers, (float(value) for value in table[column]), strict=True))


def _span(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    first, last = connection.execute(
        "SELECT min(month), max(month) FROM cohort_delivery"
    ).fetchall()[0]
    if first is None:
        raise ValueError("the cohort is empty; build it from delivered benefits first")
    return int(first), int(last)


def _columns(
    connection: duckdb.DuckDBPyConnection, query: str, given: dict[str, Any]
) -> dict[str, npt.NDArray[Any]]:
    return {k: np.ma.getdata(v) for k, v in connection.execute(query, given).fetchnumpy().items()}


def _matrices(
    connection: duckdb.DuckDBPyConnection, people: int, months: int, first: int
) -> dict[str, Any]:
    """Fill the matrices chunk by chunk, so that the long table is never whole in memory."""
    kinds: dict[str, type[np.generic]] = {
        "exit": np.uint8,
        "since": np.int16,
        "spell": np.uint8,
        "household": np.uint8,
        "exemption": np.uint8,
        "earnings": np.uint16,
    }
    found: dict[str, Any] = {
        name: np.zeros((people, months), dtype=kind) for name, kind in kinds.items()
    }
    found["benefit"] = np.zeros((people, months), dtype=np.bool_)
    step = max(1, _CHUNK // months)
    for low in range(0, people, step):
        given = {"first": first, "low": low, "high": low + step}
        rows = _columns(connection, _MONTHS, given | {"most": _MOST_EARNINGS, "vanished": VANISHED})
        at = rows["id"].astype(np.int64), rows["month"].astype(np.int64)
        found["benefit"][at] = True
        for name, kind in kinds.items():
            found[name][at] = rows[name].astype(kind)
    return found


def _last_months(
    connection: duckdb.DuckDBPyConnection, places: npt.NDArray[np.str_], first: int
) -> Integers:
    last = dict(
        connection.execute(
            "SELECT municipality, max(month) FROM cohort_delivery GROUP BY 1"
        ).fetchall()
    )
    return np.array([last[str(place)] - first for place in places], dtype=np.int64)


def _episodes(connection: duckdb.DuckDBPyConnection, first: int) -> Episodes:
    rows = _columns(connection, _MEASURES, {"first": first})
    types, index = np.unique(rows["type"].astype(np.str_), return_inverse=True)
    return Episodes(
        types=tuple(str(code) for code in types),
        person=rows["id"].astype(np.int64),
        type=index.astype(np.int64),
        start=rows["start"].astype(np.int64),
        last=np.where(rows["last"] == _LAST_RUNNING, _LAST_RUNNING, rows["ends"]).astype(np.int64),
    )


def _trait(
    connection: duckdb.DuckDBPyConnection, name: str, people: int, months: int, first: int
) -> Trait | None:
    if not _has_facts(connection):
        return None
    rows = _columns(connection, _TRAIT, {"first": first, "variable": name})
    if not len(rows["id"]):
        return None
    levels, index = np.unique(rows["code"].astype(np.str_), return_inverse=True)
    codes = np.full((people, months), -1, dtype=np.int8)
    inside = rows["month"] < months
    person, month = rows["id"][inside].astype(np.int64), rows["month"][inside].astype(np.int64)
    codes[person, month] = index[inside]
    for t in range(1, months):
        codes[:, t] = np.where(codes[:, t] < 0, codes[:, t - 1], codes[:, t])
    label = _TRAIT_LABELS.get(name, Text(name, name))
    return Trait(name, label, tuple(str(level) for level in levels), codes)


def _hours(
    connection: duckdb.DuckDBPyConnection, people: int, months: int, first: int
) -> npt.NDArray[np.float32] | None:
    """Return hours per week by person and month; of several in one month the last counts."""
    if not _has_facts(connection):
        return None
    rows = _columns(connection, _HOURS, {"first": first, "months": months})
    if not len(rows["id"]):
        return None
    hours = np.full((people, months), np.nan, dtype=np.float32)
    hours[rows["id"].astype(np.int64), rows["month"].astype(np.int64)] = rows["hours"]
    return hours


def _has_facts(connection: duckdb.DuckDBPyConnection) -> bool:
    tables = connection.execute("SELECT table_name FROM information_schema.tables").fetchall()
    return ("person_fact",) in tables


def _backwards(trait: Trait) -> Trait:
    codes = trait.codes.copy()
    for t in range(codes.shape[1] - 2, -1, -1):
        codes[:, t] = np.where(codes[:, t] < 0, codes[:, t + 1], codes[:, t])
    return replace(trait, codes=codes)


_TRAIT_LABELS = {"education": Text("opleidingsniveau", "level of education")}


def _market(market: Mapping[int, float] | None, first: int, months: int) -> Floats | None:
    if not market:
        return None
    return np.array([market.get(first + t, np.nan) for t in range(months)])
