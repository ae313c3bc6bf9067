"""A cohort with real cards, made once: for the tests of what is told of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from streekwerk.demo.analysis_tables import write_analysis_tables
from streekwerk.demo.config import MIDDENLAND, RegionConfig
from streekwerk.evidence.cards.build import CardTask, audit_region, build_card
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.load import load_panel
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.learning.cohort import CohortOverview, overview_of
from streekwerk.registers.analysis.schema import create_tables
from streekwerk.registers.labour_market.choose import MarketSeries
from streekwerk.registers.labour_market.indicators import Indicator


@dataclass(frozen=True)
class Made:
    """The cohort at a glance, its cards by measure, and one comparison of two measures."""

    overview: CohortOverview
    cards: dict[str, EvidenceCard]
    comparison: EvidenceCard


@cache
def make() -> Made:
    """Compute a cohort and three cards of a small municipality, once for all tests."""
    with TemporaryDirectory() as folder:
        return _make(Path(folder))


def _make(folder: Path) -> Made:
    config = RegionConfig(people=900, months=36, municipalities=(replace(MIDDENLAND[0]),), seed=3)
    write_analysis_tables(config, folder)
    tables = duckdb.connect(config={"threads": 1})
    create_tables(tables)
    for name in ("srg_measure", "bus_benefit_month", "person_fact"):
        source = f"{folder}/{name}/*.parquet"
        tables.execute(f"INSERT INTO {name} BY NAME SELECT * FROM read_parquet('{source}')")  # noqa: S608 - a test's own names
    report = build_cohort(tables)
    panel = load_panel(tables)
    timeline, settings = Timeline.of(panel), CardSettings(horizons=(6, 12))
    selection = audit_region(panel, timeline, settings)
    made = [
        build_card(panel, timeline, task, selection, settings)
        for task in (CardTask("40"), CardTask("50"), CardTask("40", "42"))
    ]
    values = tuple(3 + month / 36 for month in range(36))
    market = MarketSeries(Indicator.TIGHTNESS, "AM99", ("UWV",), panel.first_month, values)
    return Made(overview_of(panel, report, market), {"40": made[0], "50": made[1]}, made[2])
