"""A round with real cards: one of enough fictitious people, one of too few, one of two measures."""

from __future__ import annotations

import pytest
from django.utils import timezone
from tests.cast import Cast
from tests.learning.making import Made, make

from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.results.codec import to_json
from streekwerk.learning.brief import brief_of
from streekwerk.learning.comparing import worded_for_two
from streekwerk.learning.disclosure import card_for_region, overview_for_region
from streekwerk.learning.market import with_market
from streekwerk.learning.models import MeasureCard, Round, RunState


@pytest.fixture(scope="session")
def made() -> Made:
    """Return a cohort and its cards."""
    return make()


def told(made: Made, card: EvidenceCard, *, of_region: bool) -> EvidenceCard:
    """Return a card as it is stored."""
    named = with_market(worded_for_two(card), made.overview.market)
    return card_for_region(named) if of_region else named


def _round(cast: Cast, made: Made, *, of_region: bool) -> Round:
    home = cast.alice.municipality
    assert home is not None
    overview = overview_for_region(made.overview) if of_region else made.overview
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
        last_month="2023-12-01",
        asked_by=cast.dana if of_region else cast.alice,
    )
    newest = {"40": made.overview.first_month + 20, "50": made.overview.first_month + 5}
    for card in (*made.cards.values(), made.comparison):
        stored = told(made, card, of_region=of_region)
        MeasureCard.objects.create(
            round=round_,
            region=round_.region,
            municipality=round_.municipality,
            measure=card.measure,
            against=card.against or "",
            state=RunState.DONE,
            brief=to_json(brief_of(stored, newest[card.measure])),
            card=to_json(stored),
            finished_at=timezone.now(),
        )
    round_.refresh_from_db()
    return round_


@pytest.fixture
def own(cast: Cast, made: Made) -> Round:
    """Return a round of Alice's municipality."""
    return _round(cast, made, of_region=False)


@pytest.fixture
def regional(cast: Cast, made: Made) -> Round:
    """Return a round of the region."""
    return _round(cast, made, of_region=True)
