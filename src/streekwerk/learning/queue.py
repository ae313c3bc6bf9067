"""Hand work to the queue, without importing what the work needs."""

from __future__ import annotations

from procrastinate.contrib.django import app

from streekwerk.accounts.scope import Scope
from streekwerk.learning.models import Run

WORK = "learning.work"


def defer_run(run: Run) -> None:
    """Queue a run over the caller's own database connection: it exists if the change does."""
    task = app.configure_task(WORK, queueing_lock=f"run-{run.pk}")
    task.defer(run_id=run.pk, scope=Scope.of_municipality(run.municipality_id).for_job())
