"""What the worker does. Every task is a thin door to an action."""

from __future__ import annotations

from typing import Any

from asgiref.sync import sync_to_async
from django.db import OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries.queue import CHECK, QUEUE
from streekwerk.deliveries.refusals import NoRoom

# A full disk or a database that restarts is nothing the person who delivered can help.
AGAIN = RetryStrategy(max_attempts=500, wait=30, retry_exceptions={NoRoom, OperationalError})


@app.task(name=CHECK, queue=QUEUE, retry=AGAIN)
def check(delivery_id: int, scope: dict[str, Any]) -> None:
    """Check a delivered file, and every other of that municipality that waits."""
    from streekwerk.deliveries.actions import checking  # noqa: PLC0415 (only the worker pays)

    with acting(Scope.of_job(scope)):
        checking.check_waiting_with(delivery_id)


@app.periodic(cron="* * * * *")
@app.task(name="deliveries.take_up_lost_work", queueing_lock="take-up-lost-deliveries")
async def take_up_lost_work(timestamp: int) -> None:
    """Start again what a worker that died was reading; nothing of it had been stored."""
    from streekwerk.deliveries.actions import housekeeping  # noqa: PLC0415 (only the worker pays)

    for job in await app.job_manager.get_stalled_jobs(task_name=CHECK):
        await app.job_manager.retry_job(job)
    await sync_to_async(housekeeping.keep_house)()
