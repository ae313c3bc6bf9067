"""A round with real cards: one made from enough fictitious people, one from too few."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from django.utils import timezone
from tests.cast import Cast

from streekwerk.demo.analysis_tables import write_analysis_tables
from streekwerk.demo.config import MIDDENLAND, RegionConfig
from streekwerk.evidence.cards.build import CardTask, audit_region, build_card
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.load import load_panel
from streekwerk.evidence.results.codec import to_json
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.learning.brief import brief_of
from streekwerk.learning.cohort import CohortOverview, overview_of
from streekwerk.learning.models import MeasureCard, Round, RunState
from streekwerk.registers.analysis.schema import create_tables

Made = tuple[CohortOverview, dict[str, EvidenceCard]]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Compute a cohort and two cards of a small municipality, once."""
    folder = tmp_path_factory.mktemp("tables")
    config = RegionConfig(people=900, months=36, municipalities=(replace(MIDDENLAND[0]),), seed=3)
    write_analysis_tables(config, folder)
    tables = duckdb.connect(config={"threads": 1})
    create_tables(tables)
    for name in ("srg_measure", "bus_benefit_month", "person_fact"):
        _fill(tables, name, folder)
    report = build_cohort(tables)
    panel = load_panel(tables)
    timeline, settings = Timeline.of(panel), CardSettings(horizons=(6, 12))
    selection = audit_region(panel, timeline, settings)
    cards = {
        code: build_card(panel, timeline, CardTask(code), selection, settings)
        for code in ("40", "50")
    }
    return overview_of(panel, report), cards


def _fill(tables: duckdb.DuckDBPyConnection, name: str, folder: Path) -> None:
    source = f"{folder}/{name}/*.parquet"
    tables.execute(f"INSERT INTO {name} BY NAME SELECT * FROM read_parquet('{source}')")  # noqa: S608 - a test's own names


def _round(cast: Cast, made: Made, *, of_region: bool) -> Round:
    overview, cards = made
    home = cast.alice.municipality
    assert home is not None
    round_ = Round.objects.create(
        region=home.region,
        municipality=None if of_region else home,
        deliveries=[1],
        codes=["9901"],
        inputs="0" * 64,
        seed=1,
        state=RunState.DONE,
        cohort=to_json(overview),
        audit={},
        asked_by=cast.dana if of_region else cast.alice,
    )
    for code, card in cards.items():
        MeasureCard.objects.create(
            round=round_,
            municipality=round_.municipality,
            measure=code,
            state=RunState.DONE,
            brief=to_json(brief_of(card)),
            card=to_json(card),
            finished_at=timezone.now(),
        )
    return round_


@pytest.fixture
def own(cast: Cast, made: Made) -> Round:
    """Return a round of Alice's municipality."""
    return _round(cast, made, of_region=False)


@pytest.fixture
def regional(cast: Cast, made: Made) -> Round:
    """Return a round of the region."""
    return _round(cast, made, of_region=True)
