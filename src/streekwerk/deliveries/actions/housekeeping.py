"""Erase what was left by something that broke off. The system acts here, for nobody."""

from __future__ import annotations

import logging

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.deliveries import incoming
from streekwerk.deliveries.models import Delivery, State
from streekwerk.vocabulary.language import Text

log = logging.getLogger(__name__)


def keep_house() -> None:
    """Erase files that were checked already, and those a day old that nobody ever registered."""
    there = incoming.ids()
    states = dict(Delivery.objects.filter(public_id__in=there).values_list("public_id", "state"))
    for id_ in there:
        left_over = id_ in states and states[id_] != State.RECEIVED
        if left_over or (id_ not in states and incoming.is_old(id_)):
            incoming.erase(id_)
            log.warning("erased an incoming file that nobody waits for: %s", id_)


def give_up(delivery: Delivery, words: Text) -> None:
    """Record that a file cannot be read, and why; then erase it."""
    with transaction.atomic():
        locked = Delivery.objects.select_for_update().get(pk=delivery.pk)
        if locked.state != State.RECEIVED:
            return
        locked.state, locked.failure = State.UNREADABLE, words.as_json()
        locked.save(update_fields=["state", "failure"])
        audit.record(None, "delivery.unreadable", locked, municipality=locked.municipality)
    incoming.erase(locked.public_id)
