"""Accept a delivery whole or refuse it whole; undo, and put back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality, User
from streekwerk.accounts.permissions import require
from streekwerk.deliveries import queries, refusals
from streekwerk.deliveries.importing import storing
from streekwerk.deliveries.models import Delivery, State
from streekwerk.deliveries.permissions import may_change, may_deliver


@transaction.atomic
def accept(user: User, delivery: Delivery) -> None:
    """Let all records of a checked delivery count, in place of those it corrects.

    Raises
    ------
    Refused : it was decided already, or is not checked yet.
    """
    delivery = _locked(user, delivery)
    if delivery.state == State.ACCEPTED:
        return
    if delivery.state != State.CHECKED:
        raise refusals.Refused(refusals.NOT_CHECKED)
    _put_in_force(user, delivery)
    audit.record(user, "delivery.accepted", delivery, rows=delivery.rows, errors=delivery.errors)


@transaction.atomic
def refuse(user: User, delivery: Delivery) -> None:
    """Take nothing of a checked delivery and erase its records; the report stays."""
    delivery = _locked(user, delivery)
    if delivery.state == State.REFUSED:
        return
    if delivery.state != State.CHECKED:
        raise refusals.Refused(refusals.NOT_CHECKED)
    storing.remove(delivery)
    _decide(user, delivery, State.REFUSED, stored=0)
    audit.record(user, "delivery.refused", delivery, rows=delivery.rows, errors=delivery.errors)


@transaction.atomic
def withdraw(user: User, delivery: Delivery) -> None:
    """Undo an accepted delivery: its records no longer count, those it replaced do again."""
    delivery = _locked(user, delivery)
    if delivery.state == State.WITHDRAWN:
        return
    if delivery.state != State.ACCEPTED:
        raise refusals.Refused(refusals.NOT_IN_FORCE)
    _decide(user, delivery, State.WITHDRAWN)
    before = delivery.replaces
    if before is not None and before.state == State.REPLACED:
        before.state = State.ACCEPTED
        before.save(update_fields=["state"])
    audit.record(user, "delivery.withdrawn", delivery)


@transaction.atomic
def restore(user: User, delivery: Delivery) -> None:
    """Let the records of an undone delivery count again."""
    delivery = _locked(user, delivery)
    if delivery.state == State.ACCEPTED:
        return
    if delivery.state != State.WITHDRAWN:
        raise refusals.Refused(refusals.NOT_WITHDRAWN)
    _put_in_force(user, delivery)
    audit.record(user, "delivery.restored", delivery)


def accept_all_without_errors(user: User) -> int:
    """Accept every checked delivery in which no error was found; return how many."""
    require(may_deliver(user))
    found = queries.visible_to(user).filter(state=State.CHECKED, errors=0).order_by("pk")
    chosen = list(found)
    for delivery in chosen:
        accept(user, delivery)
    return len(chosen)


def _put_in_force(user: User, delivery: Delivery) -> None:
    before = queries.predecessor(delivery)
    if before is not None:
        before.state = State.REPLACED
        before.save(update_fields=["state"])
    delivery.replaces = before
    _decide(user, delivery, State.ACCEPTED)


def _decide(user: User, delivery: Delivery, state: State, **fields: int) -> None:
    delivery.state, delivery.decided_by, delivery.decided_at = state, user, timezone.now()
    for name, value in fields.items():
        setattr(delivery, name, value)
    delivery.save(update_fields=["state", "decided_by", "decided_at", "replaces", *fields])


def _locked(user: User, delivery: Delivery) -> Delivery:
    require(may_change(user, delivery))
    # One decision at a time in a municipality: a correction and its undoing may not cross.
    Municipality.objects.select_for_update().get(pk=delivery.municipality_id)
    return Delivery.objects.select_related("replaces").get(pk=delivery.pk)
