"""What the worker does for chains; ``tasks.py`` brings these in."""

from __future__ import annotations

from typing import Any

from asgiref.sync import sync_to_async
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from streekwerk.accounts.scope import Scope, acting
from streekwerk.work.chain_queue import SEARCH


@app.task(name=SEARCH)
def search_chains(search_id: int, scope: dict[str, Any]) -> None:
    """Search the chains of one region."""
    from streekwerk.work.actions import searching  # noqa: PLC0415 (only the worker pays)

    with acting(Scope.of_job(scope)):
        searching.perform(search_id)


@app.periodic(cron="* * * * *")
@app.task(name="work.give_up_on_lost_searches", queueing_lock="give-up-on-lost-searches")
async def give_up_on_lost_searches(timestamp: int) -> None:
    """Tell whoever waits that the worker died: its heart has not beaten for half a minute."""
    for job in await app.job_manager.get_stalled_jobs(task_name=SEARCH):
        await sync_to_async(_give_up_on)(dict(job.task_kwargs))
        await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)


def _give_up_on(job: dict[str, Any]) -> None:
    from streekwerk.work.actions import searching  # noqa: PLC0415 (only the worker pays)

    with acting(Scope.of_job(job["scope"])):
        searching.give_up_on(job["search_id"])
