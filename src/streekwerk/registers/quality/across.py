"""Checks across the records of a delivery and across deliveries, in DuckDB.

They run on the pseudonymised tables, so they need no BSN, work on files larger
than memory and see every month that has been loaded. Each query gives one row
per place found: its ``source_row`` and what is ``shown`` with it.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from streekwerk.registers.layouts import Statistic
from streekwerk.registers.quality.checks import Check
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class AcrossCheck:
    """A check with the query that finds it.

    ``query`` has the parameter ``$delivery``: the delivery that is looked at.
    ``place`` says what is shown of each place found, with ``{}`` for the value.
    """

    check: Check
    statistic: Statistic
    place: Text
    query: str


@dataclass(frozen=True, slots=True)
class AcrossResult:
    """How often a check across records found something, with the first places."""

    check: Check
    count: int
    examples: tuple[tuple[int, Text], ...]


def run_across(
    connection: duckdb.DuckDBPyConnection,
    checks: tuple[AcrossCheck, ...],
    statistic: Statistic,
    delivery: str,
    examples: int = 10,
) -> tuple[AcrossResult, ...]:
    """Run the checks of a statistic on one loaded delivery; only those that found something."""
    results = []
    for one in checks:
        if one.statistic is not statistic:
            continue
        found = connection.execute(
            f"SELECT source_row, shown, count(*) OVER () FROM ({one.query}) "  # noqa: S608 -- ours
            "ORDER BY source_row, shown LIMIT $examples",
            {"delivery": delivery, "examples": examples},
        ).fetchall()
        if found:
            places = tuple((int(row), _filled(one.place, str(shown))) for row, shown, _ in found)
            results.append(AcrossResult(one.check, int(found[0][2]), places))
    return tuple(results)


def _filled(place: Text, shown: str) -> Text:
    return Text(place.nl.format(shown), place.en.format(shown))
