"""Hand the making of cards to the queue, without importing what the work needs."""

from __future__ import annotations

from procrastinate.contrib.django import app

from streekwerk.learning.models import MeasureCard, Round

COUNT = "learning.count_cohort"
MAKE = "learning.make_card"


def defer_round(round_: Round) -> None:
    """Queue the counting in the caller's own transaction: the job exists if the round does."""
    app.configure_task(COUNT).defer(round_id=round_.pk)


def defer_card(card: MeasureCard) -> None:
    """Queue one card; cards are made beside each other by as many workers as there are."""
    app.configure_task(MAKE).defer(card_id=card.pk)
