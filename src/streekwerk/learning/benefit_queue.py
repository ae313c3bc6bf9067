"""Hand the fitting of benefits to the queue, after everything else that waits there."""

from __future__ import annotations

from procrastinate.contrib.django import app

from streekwerk.accounts.scope import Scope
from streekwerk.learning.models import MeasureBenefit

FIT = "learning.fit_benefit"
LAST = -100
"""Below every other job: somebody may be waiting for those."""


def defer_benefit(benefit: MeasureBenefit, scope: Scope) -> None:
    """Queue one benefit in the caller's own transaction."""
    app.configure_task(FIT, priority=LAST).defer(benefit_id=benefit.pk, scope=scope.for_job())
