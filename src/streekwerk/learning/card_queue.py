"""Hand the making of cards to the queue, without importing what the work needs."""

from __future__ import annotations

from procrastinate.contrib.django import app

from streekwerk.accounts.scope import Scope
from streekwerk.learning.models import MeasureCard, Round

COUNT = "learning.count_cohort"
MAKE = "learning.make_card"


def defer_round(round_: Round, scope: Scope) -> None:
    """Queue the counting in the caller's own transaction: the job exists if the round does.

    ``scope`` is whose records are computed with: the municipality's, or those of every
    municipality of the region that joined.
    """
    app.configure_task(COUNT).defer(round_id=round_.pk, scope=scope.for_job())


def defer_card(card: MeasureCard, scope: Scope) -> None:
    """Queue one card; cards are made beside each other by as many workers as there are."""
    app.configure_task(MAKE).defer(card_id=card.pk, scope=scope.for_job())
