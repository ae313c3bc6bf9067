"""Hand a computation to the queue, without importing what it needs."""

from __future__ import annotations

from procrastinate.contrib.django import app

from streekwerk.accounts.scope import Scope
from streekwerk.work.models import DesignSet

DESIGN = "work.design"


def defer_designs(asked: DesignSet) -> None:
    """Queue a computation over the caller's own database connection."""
    task = app.configure_task(DESIGN, queueing_lock=f"design-set-{asked.pk}")
    task.defer(set_id=asked.pk, scope=Scope.of_region(asked.region_id).for_job())
