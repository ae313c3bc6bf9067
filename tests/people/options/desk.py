"""Anna guides Karim in Hier, Tom leads the team, Els guides in Daar; there are offers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from benchmarks.region_panel import panel_of
from django.utils import timezone
from tests.cast import Cast, person

from streekwerk.accounts.models import Role, User
from streekwerk.demo.config import RegionConfig
from streekwerk.evidence.cards.build import CardTask, audit_region, build_card
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.codec import to_json
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.learning.brief import brief_of
from streekwerk.learning.models import MeasureCard, Round, RunState
from streekwerk.people.actions import files
from streekwerk.people.actions.offers import add_offer
from streekwerk.people.models import Offer, Person


@dataclass(frozen=True)
class Desk:
    """Who sits at the desk, and what is on offer."""

    anna: User
    tom: User
    els: User
    karim: User
    file: Person
    training: Offer
    coach: Offer


@pytest.fixture
def desk(cast: Cast) -> Desk:
    here, there = cast.alice.municipality, cast.charlie.municipality
    anna = person("anna", Role.CASEWORKER, here)
    tom = person("tom", Role.TEAM_MANAGER, here)
    karim = person("karim", Role.JOBSEEKER, here)
    file = files.open_file(anna, files.Intake("Karim", "Aziz", values={"hours_available": 16}))
    Person.objects.filter(pk=file.pk).update(user=karim)
    file.refresh_from_db()
    record(anna, file, "law:algemene_bijstand", True)
    start = timezone.localdate() + timedelta(days=40)
    return Desk(
        anna=anna,
        tom=tom,
        els=person("els", Role.CASEWORKER, there),
        karim=karim,
        file=file,
        training=offer(tom, "42", "Lassen", hours_per_week=12, weeks=20, places=2, starts_on=start),
        coach=offer(tom, "40", "Loopbaancoach", hours_per_week=4),
    )


def offer(user: User, measure: str, title: str, **values: Any) -> Offer:
    """Add an offer."""
    return add_offer(
        user, {"measure": measure, "title": title, "provider": "ROC", "place": "Hier"} | values
    )


def record(user: User, file: Person, key: str, value: object) -> None:
    """Record a fact."""
    files.record(user, file, key, value)


@pytest.fixture(scope="session")
def real_card() -> EvidenceCard:
    """A card of coaching, computed from a simulated region."""
    settings = CardSettings(seed=9, horizons=(6, 12), main_horizon=12)
    panel = panel_of(RegionConfig(people=3_000, months=32, seed=11))
    timeline = Timeline.of(panel)
    selection = audit_region(panel, timeline, settings)
    made = build_card(panel, timeline, CardTask("40"), selection, settings)
    return replace(made, verdict=Light.AMBER)


def publish_round(by: User, card: EvidenceCard, **changes: Any) -> MeasureCard:
    """Store a finished round of the whole region with this one card."""
    assert by.region is not None
    made = Round.objects.create(
        region=by.region,
        deliveries=[],
        codes=[],
        inputs="0" * 64,
        seed=1,
        state=RunState.DONE,
        asked_by=by,
        finished_at=timezone.now(),
    )
    card = replace(card, **changes)
    return MeasureCard.objects.create(
        round=made,
        region=made.region,
        measure=card.measure,
        state=RunState.DONE,
        card=to_json(card),
        brief=to_json(brief_of(card)),
        finished_at=timezone.now(),
    )
