"""Hand the checking of files to the queue, without importing what the work needs."""

from __future__ import annotations

from procrastinate.contrib.django import app

from streekwerk.accounts.scope import Scope
from streekwerk.deliveries.models import Delivery

CHECK = "deliveries.check"
QUEUE = "deliveries"


def defer_check(delivery: Delivery) -> None:
    """Queue the check in the caller's own transaction: the job exists if the delivery does.

    The files of a municipality are read one at a time, since each is checked
    against the ones before it.
    """
    lock = f"deliveries-{delivery.municipality_id}"
    scope = Scope.of_municipality(delivery.municipality_id).for_job()
    task = app.configure_task(CHECK, queue=QUEUE, lock=lock)
    task.defer(delivery_id=delivery.pk, scope=scope)
