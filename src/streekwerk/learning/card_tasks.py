"""What the worker does for cards. Every task is a thin door to an action."""

from __future__ import annotations

from typing import Any

from procrastinate.contrib.django import app

from streekwerk.accounts.scope import Scope, acting
from streekwerk.learning.actions import cards
from streekwerk.learning.card_queue import COUNT, MAKE


@app.task(name=COUNT)
def count_cohort(round_id: int, scope: dict[str, Any]) -> None:
    """Count the cohort of a round and queue its cards."""
    with acting(Scope.of_job(scope)):
        cards.count_cohort(round_id)


@app.task(name=MAKE)
def make_card(card_id: int, scope: dict[str, Any]) -> None:
    """Make one card."""
    with acting(Scope.of_job(scope)):
        cards.make_card(card_id)


@app.periodic(cron="* * * * *")
@app.task(name="learning.take_up_lost_cards", queueing_lock="take-up-lost-cards")
async def take_up_lost_cards(timestamp: int) -> None:
    """Start again what a worker that died was making; the same card comes out."""
    for name in (COUNT, MAKE):
        for job in await app.job_manager.get_stalled_jobs(task_name=name):
            await app.job_manager.retry_job(job)
