"""The panel of a round, from the stored records of its deliveries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import duckdb

from streekwerk.deliveries.queries import register_tables
from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.load import load_panel
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.cohort.rules import CohortReport
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.registers.labour_market.choose import MarketSeries, choose
from streekwerk.registers.labour_market.facts import MarketRow

_SPAN = "SELECT min(month), max(month) FROM cohort_delivery"
_MARKET = f"SELECT {', '.join(MarketRow._fields)} FROM labour_market_month"  # noqa: S608 - our own names


@dataclass(frozen=True, slots=True)
class Cohort:
    """A panel with its running counts, what was repaired to build it, and the labour market."""

    panel: Panel
    timeline: Timeline
    report: CohortReport
    market: MarketSeries | None


@lru_cache(maxsize=1)
def cohort_of(deliveries: tuple[int, ...], without: tuple[int, ...] = ()) -> Cohort:
    """Build the cohort of these deliveries; a worker keeps the last one, for card after card.

    Records never change, nor do the rows ``without`` that say who objected and is left out,
    so the same ids give the same cohort.

    Raises
    ------
    ValueError : no benefits were delivered.
    """
    with register_tables(deliveries, without) as tables:
        report = build_cohort(tables)
        market = market_of(tables)
        weighed = market.by_month() if market is not None and market.counts else None
        panel = load_panel(tables, market=weighed)
    return Cohort(panel, Timeline.of(panel), report, market)


def market_of(tables: duckdb.DuckDBPyConnection) -> MarketSeries | None:
    """Return the series that stands for the labour market over the months of the cohort."""
    first, last = tables.execute(_SPAN).fetchall()[0]
    rows = [MarketRow(*row) for row in tables.execute(_MARKET).fetchall()]
    return choose(rows, int(first), int(last) - int(first) + 1)


def newest_start(panel: Panel, measure: str, horizon: int) -> int | None:
    """Return the number of the month of the newest start that ``horizon`` months followed."""
    person, month = panel.starts(measure)
    followed = month[month + horizon - 1 <= panel.last_month[person]]
    return panel.first_month + int(followed.max()) if followed.size else None
