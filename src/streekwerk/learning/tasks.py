"""What the worker does. Every task is a thin door to an action."""

from __future__ import annotations

from typing import Any

from asgiref.sync import sync_to_async
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from streekwerk.accounts.scope import Scope, acting
from streekwerk.learning.actions import runs
from streekwerk.learning.queue import WORK


@app.task(name=WORK)
def work(run_id: int, scope: dict[str, Any]) -> None:
    """Do one computation."""
    with acting(Scope.of_job(scope)):
        runs.perform(run_id)


@app.periodic(cron="* * * * *")
@app.task(name="learning.give_up_on_lost_work", queueing_lock="give-up-on-lost-work")
async def give_up_on_lost_work(timestamp: int) -> None:
    """Tell whoever waits that the worker died: its heart has not beaten for half a minute."""
    for job in await app.job_manager.get_stalled_jobs(task_name=WORK):
        await sync_to_async(_give_up_on)(dict(job.task_kwargs))
        await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)


def _give_up_on(job: dict[str, Any]) -> None:
    with acting(Scope.of_job(job["scope"])):
        runs.give_up_on(job["run_id"])
