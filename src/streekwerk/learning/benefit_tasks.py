"""What the worker does for benefits. Every task is a thin door to an action."""

from __future__ import annotations

from typing import Any

from procrastinate.contrib.django import app

from streekwerk.accounts.scope import Scope, acting
from streekwerk.learning.actions import benefits
from streekwerk.learning.benefit_queue import FIT


@app.task(name=FIT)
def fit_benefit(benefit_id: int, scope: dict[str, Any]) -> None:
    """Fit one benefit."""
    with acting(Scope.of_job(scope)):
        benefits.fit_benefit(benefit_id)


@app.periodic(cron="* * * * *")
@app.task(name="learning.take_up_lost_benefits", queueing_lock="take-up-lost-benefits")
async def take_up_lost_benefits(timestamp: int) -> None:
    """Start again what a worker that died was fitting; the same benefit comes out."""
    for job in await app.job_manager.get_stalled_jobs(task_name=FIT):
        await app.job_manager.retry_job(job)
