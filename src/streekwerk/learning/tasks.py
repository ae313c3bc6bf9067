"""What the worker does. Every task is a thin door to an action."""

from __future__ import annotations

from asgiref.sync import sync_to_async
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from streekwerk.learning.actions import runs
from streekwerk.learning.queue import WORK


@app.task(name=WORK)
def work(run_id: int) -> None:
    """Do one computation."""
    runs.perform(run_id)


@app.periodic(cron="* * * * *")
@app.task(name="learning.give_up_on_lost_work", queueing_lock="give-up-on-lost-work")
async def give_up_on_lost_work(timestamp: int) -> None:
    """Tell whoever waits that the worker died: its heart has not beaten for half a minute."""
    for job in await app.job_manager.get_stalled_jobs(task_name=WORK):
        await sync_to_async(runs.give_up_on)(int(str(job.task_kwargs["run_id"])))
        await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)
