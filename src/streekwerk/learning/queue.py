"""Hand work to the queue, without importing what the work needs."""

from __future__ import annotations

from procrastinate.contrib.django import app

WORK = "learning.work"


def defer_run(run_id: int) -> None:
    """Queue a run over the caller's own database connection: it exists if the change does."""
    app.configure_task(WORK, queueing_lock=f"run-{run_id}").defer(run_id=run_id)
