"""What the worker does at night. Every task is a thin door to an action."""

from __future__ import annotations

import logging

from asgiref.sync import sync_to_async
from procrastinate.contrib.django import app

from streekwerk.accounts.models import Municipality
from streekwerk.accounts.scope import Scope, acting

log = logging.getLogger(__name__)


@app.periodic(cron="20 3 * * *")
@app.task(name="people.nightly", queueing_lock="people-nightly")
async def nightly(timestamp: int) -> None:
    """Erase what outlived a file, take over the register, work out rights, renew own records."""
    await sync_to_async(every_municipality)()


def every_municipality() -> None:
    """Do the night's work for each municipality, apart; what fails in one waits for nobody else."""
    from streekwerk.people.actions import (  # noqa: PLC0415 - worker only
        own_records,
        register_facts,
        retention,
        rights_watch,
    )

    for home in Municipality.objects.order_by("pk"):
        with acting(Scope.of_municipality(home.pk)):
            try:
                retention.erase_at_closing(home)
                register_facts.take_over_for_all(home)
                rights_watch.watch_rights(home)
                own_records.hand_over_again(home)
            except Exception as error:
                # The kind of error, never its text: that may quote a person's record.
                log.exception("nightly work of municipality %s: %s", home.pk, type(error).__name__)
