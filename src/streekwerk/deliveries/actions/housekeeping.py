"""Erase what was left by something that broke off. The system acts here, for nobody."""

from __future__ import annotations

import logging
import uuid

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries import incoming, refusals
from streekwerk.deliveries.models import Delivery, State
from streekwerk.vocabulary.language import Text

# A file with BSNs does not lie about while nobody explains its columns.
EXPLAIN_WITHIN = 7 * 24 * 3600.0
WITH_FILE = (State.RECEIVED, State.UNMAPPED)

log = logging.getLogger(__name__)


def keep_house() -> None:
    """Erase files that were checked already, and those a day old that nobody ever registered."""
    there = incoming.ids()
    states = _states(there) if there else {}
    for id_ in there:
        left_over = id_ in states and states[id_] not in WITH_FILE
        if left_over or (id_ not in states and incoming.is_old(id_)):
            incoming.erase(id_)
            log.warning("erased an incoming file that nobody waits for: %s", id_)


def _forget_unexplained(there: list[uuid.UUID]) -> None:
    """Erase tables whose columns nobody explained in a week, and say so."""
    old = [id_ for id_ in there if incoming.is_old(id_, EXPLAIN_WITHIN)]
    for delivery in Delivery.objects.filter(public_id__in=old, state=State.UNMAPPED):
        give_up(delivery, refusals.NEVER_EXPLAINED)


def _states(there: list[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Return the state of what was registered, in whichever municipality."""
    found: dict[uuid.UUID, str] = {}
    for municipality in Municipality.objects.all():
        with acting(Scope.of_municipality(municipality.pk)):
            _forget_unexplained(there)
            own = Delivery.objects.filter(public_id__in=there)
            found.update(own.values_list("public_id", "state"))
    return found


def wait_for_columns(delivery: Delivery) -> None:
    """Keep a table whose columns nobody explained yet; the file stays until somebody does."""
    with transaction.atomic():
        locked = Delivery.objects.select_for_update().get(pk=delivery.pk)
        if locked.state != State.RECEIVED:
            return
        locked.state = State.UNMAPPED
        locked.save(update_fields=["state"])
        audit.record(None, "delivery.waits_for_columns", locked, municipality=locked.municipality)


def give_up(delivery: Delivery, words: Text) -> None:
    """Record that a file cannot be read, and why; then erase it."""
    with transaction.atomic():
        locked = Delivery.objects.select_for_update().get(pk=delivery.pk)
        if locked.state not in {State.RECEIVED, State.UNMAPPED}:
            return
        locked.state, locked.failure = State.UNREADABLE, words.as_json()
        locked.save(update_fields=["state", "failure"])
        audit.record(None, "delivery.unreadable", locked, municipality=locked.municipality)
    incoming.erase(locked.public_id)
