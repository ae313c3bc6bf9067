"""Take in a file; the same file again changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import DatabaseError, IntegrityError, transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality, User
from streekwerk.deliveries import incoming, refusals
from streekwerk.deliveries.importing.space import no_room_in
from streekwerk.deliveries.models import KEPT, Delivery, Reporter
from streekwerk.deliveries.permissions import own_municipality
from streekwerk.deliveries.queue import defer_check


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a file: the delivery it is now, or was already."""

    delivery: Delivery
    known: bool


def receive(user: User, name: str, chunks: Iterable[bytes], *, check_later: bool = True) -> Receipt:
    """Keep a file in the private place and have it checked.

    With ``check_later=False`` no job is queued, for a caller that checks by itself.

    Raises
    ------
    Refused : the file is too big, or the municipality has no code yet.
    NoRoom : the disk is full; nothing of the file was kept.
    """
    municipality = own_municipality(user)
    if not Reporter.objects.filter(municipality=municipality).exists():
        raise refusals.Refused(refusals.NO_REPORTER)
    try:
        return _received(user, municipality, name, chunks, check_later=check_later)
    except (OSError, DatabaseError) as error:
        if no_room_in(error) is None:
            raise
        raise refusals.NoRoom(refusals.NOT_RECEIVED) from error


def _received(
    user: User, municipality: Municipality, name: str, chunks: Iterable[bytes], *, check_later: bool
) -> Receipt:
    file = incoming.keep(name, chunks)
    try:
        return _registered(user, municipality, file, check_later=check_later)
    except IntegrityError:
        # Somebody delivered the same file at the same moment: theirs is the one.
        incoming.erase(file.id)
        known = _known(municipality, file.fingerprint)
        if known is None:
            raise
        return Receipt(known, known=True)
    except BaseException:
        incoming.erase(file.id)
        raise


@transaction.atomic
def _registered(
    user: User, municipality: Municipality, file: incoming.Incoming, *, check_later: bool
) -> Receipt:
    if known := _known(municipality, file.fingerprint):
        incoming.erase(file.id)
        return Receipt(known, known=True)
    delivery = Delivery.objects.create(
        public_id=file.id,
        municipality=municipality,
        name=file.name,
        size=file.size,
        fingerprint=file.fingerprint,
        received_by=user,
    )
    audit.record(user, "delivery.received", delivery, sha256=file.fingerprint, size=file.size)
    if check_later:
        defer_check(delivery)
    return Receipt(delivery, known=False)


def _known(municipality: Municipality, fingerprint: str) -> Delivery | None:
    return Delivery.objects.filter(
        municipality=municipality, fingerprint=fingerprint, state__in=KEPT
    ).first()
