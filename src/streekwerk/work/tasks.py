"""What the worker does. Every task is a thin door to an action."""

from __future__ import annotations

from typing import Any

from asgiref.sync import sync_to_async
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from streekwerk.accounts.scope import Scope, acting
from streekwerk.work.chain_tasks import give_up_on_lost_searches, search_chains
from streekwerk.work.queue import DESIGN

__all__ = ["design", "give_up_on_lost_designs", "give_up_on_lost_searches", "search_chains"]


@app.task(name=DESIGN)
def design(set_id: int, scope: dict[str, Any]) -> None:
    """Compute the designs of one set."""
    from streekwerk.work.actions import computing  # noqa: PLC0415 (only the worker pays)

    with acting(Scope.of_job(scope)):
        computing.perform(set_id)


@app.periodic(cron="* * * * *")
@app.task(name="work.give_up_on_lost_designs", queueing_lock="give-up-on-lost-designs")
async def give_up_on_lost_designs(timestamp: int) -> None:
    """Tell whoever waits that the worker died: its heart has not beaten for half a minute."""
    for job in await app.job_manager.get_stalled_jobs(task_name=DESIGN):
        await sync_to_async(_give_up_on)(dict(job.task_kwargs))
        await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)


def _give_up_on(job: dict[str, Any]) -> None:
    from streekwerk.work.actions import computing  # noqa: PLC0415 (only the worker pays)

    with acting(Scope.of_job(job["scope"])):
        computing.give_up_on(job["set_id"])
