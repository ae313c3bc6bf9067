"""The months one after another: how many rows, persons, starts and ends, and sudden gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

import duckdb

from streekwerk.registers.layouts import Statistic
from streekwerk.registers.quality.checks import Severity
from streekwerk.registers.quality.rules import check

# Fewer than half the rows usual in the months around: more than season explains.
SUDDEN = 0.5
_AROUND = 3

GAP = check(
    "maand-gat",
    Severity.WARNING,
    title=("Plotseling veel minder regels in een maand", "Suddenly far fewer rows in a month"),
    why=(
        "Een halve levering lijkt op massale uitstroom.",
        "Half a delivery looks like a mass exit.",
    ),
    advice=("Controleer of het bestand volledig was.", "Check whether the file was complete."),
)
MISSING = check(
    "maand-ontbreekt",
    Severity.WARNING,
    title=("Er ontbreekt een maand", "A month is missing"),
    why=(
        "Wie in die maand begon of stopte, is niet goed te volgen.",
        "Who started or stopped in that month cannot be followed well.",
    ),
    advice=("Lever de ontbrekende maand alsnog.", "Deliver the missing month."),
)


@dataclass(frozen=True, slots=True)
class Month:
    """One month of one municipality: counts of rows, persons, starts and ends in the month."""

    period: date
    rows: int
    persons: int
    started: int
    ended: int

    def as_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "period": self.period.isoformat()[:7],
            "rows": self.rows,
            "persons": self.persons,
            "started": self.started,
            "ended": self.ended,
        }


def months_of(
    connection: duckdb.DuckDBPyConnection, statistic: Statistic, municipality: str
) -> tuple[Month, ...]:
    """Return every loaded month of a municipality, in order."""
    table = "srg_measure" if statistic is Statistic.SRG else "bus_benefit_month"
    found = connection.execute(
        f"""
        SELECT period, count(*), count(DISTINCT person),
            count(*) FILTER (date_trunc('month', start_date) = period),
            count(*) FILTER (date_trunc('month', end_date) = period)
        FROM {table} WHERE municipality = ? GROUP BY period ORDER BY period
        """,  # noqa: S608 -- one of two names of our own
        [municipality],
    ).fetchall()
    return tuple(Month(*row) for row in found)


def sudden_gaps(months: tuple[Month, ...]) -> tuple[Month, ...]:
    """Return the months with fewer than half the rows of the months around them."""
    gaps = []
    for place, month in enumerate(months):
        around = months[max(0, place - _AROUND) : place] + months[place + 1 : place + 1 + _AROUND]
        if len(around) >= 2 and month.rows < SUDDEN * median(other.rows for other in around):
            gaps.append(month)
    return tuple(gaps)


def missing_months(months: tuple[Month, ...]) -> tuple[date, ...]:
    """Return the months between the first and the last that were never delivered."""
    if not months:
        return ()
    there = {_index(month.period) for month in months}
    return tuple(
        date(index // 12, index % 12 + 1, 1)
        for index in range(min(there), max(there))
        if index not in there
    )


def _index(period: date) -> int:
    return period.year * 12 + period.month - 1
