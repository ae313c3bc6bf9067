"""Read and check what came in, and store its records. The system acts here, for who delivered."""

from __future__ import annotations

import logging

import duckdb
import psycopg
from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.deliveries import incoming, queries, refusals
from streekwerk.deliveries.actions.housekeeping import give_up, wait_for_columns
from streekwerk.deliveries.importing.found import Found, OpenedFile
from streekwerk.deliveries.importing.opening import UnknownColumnsError, open_file
from streekwerk.deliveries.importing.space import no_room_in, require_room
from streekwerk.deliveries.importing.storing import store
from streekwerk.deliveries.importing.telling import READ, READING, START, Reading, Teller, teller
from streekwerk.deliveries.importing.workspace import Workspace, workspace
from streekwerk.deliveries.models import Delivery, Progress, State
from streekwerk.registers.analysis.load import WrongMunicipalityError
from streekwerk.registers.refusal import RefusedError
from streekwerk.vocabulary.language import Text

log = logging.getLogger(__name__)

STORING = Text("Gepseudonimiseerde gegevens opslaan", "Storing pseudonymised records")


def check_waiting_with(delivery_id: int) -> None:
    """Check every file that waits in the municipality of a delivery, unless it was done already."""
    delivery = Delivery.objects.filter(pk=delivery_id).first()
    if delivery is not None and delivery.state == State.RECEIVED:
        check_waiting(delivery.municipality_id)


def check_waiting(municipality_id: int) -> None:
    """Check every file of a municipality that waits, oldest month first.

    Each file is a transaction of its own. One that cannot be read is told so and the
    next is taken.

    Raises
    ------
    NoRoom : there is no room; everything that waits goes on waiting and says why.
    OperationalError : the database went away; nothing of the file at hand was stored.
    """
    opened = [file for file in map(_open, queries.waiting(municipality_id)) if file is not None]
    if not opened:
        return
    try:
        with workspace(queries.present(municipality_id)) as space, teller() as tell:
            for file in sorted(opened, key=lambda file: file.order):
                _check(file, space, tell)
    except (refusals.NoRoom, OSError, duckdb.Error) as error:
        full = error if isinstance(error, refusals.NoRoom) else no_room_in(error)
        if full is None:
            raise
        _say_why(municipality_id, full.words)
        raise full from error


def _open(delivery: Delivery) -> OpenedFile | None:
    try:
        return open_file(delivery)
    except UnknownColumnsError:
        wait_for_columns(delivery)
    except (RefusedError, refusals.Refused) as refused:
        give_up(delivery, _why(refused, ""))
    return None


def _check(file: OpenedFile, space: Workspace, tell: Teller) -> None:
    delivery = file.delivery
    try:
        require_room(delivery.size)
        tell(delivery, START, READING)
        found = file.check(space, Reading(delivery, tell))
        tell(delivery, READ, STORING)
        _store(file, found, space, tell)
    except (RefusedError, WrongMunicipalityError, refusals.Refused) as refused:
        give_up(delivery, _why(refused, file.code))
        space.refill(queries.present(delivery.municipality_id))
    except refusals.NoRoom:
        raise
    except (DatabaseError, psycopg.OperationalError) as error:
        raise _of_the_database(error) from error
    except Exception as error:
        if (full := no_room_in(error)) is not None:
            raise full from error
        # The kind of error, never its text: that may quote a person's record.
        name = type(error).__name__
        log.exception("delivery %s could not be read", delivery.pk)
        words = refusals.BROKEN
        give_up(delivery, Text(f"{words.nl}: {name}.", f"{words.en}: {name}."))
        space.refill(queries.present(delivery.municipality_id))


def _of_the_database(error: Exception) -> Exception:
    """Return a failure of the database as what it means: no room, or try again later."""
    if (full := no_room_in(error)) is not None:
        return full
    cause = error.__cause__ or error
    if isinstance(cause, psycopg.OperationalError):
        connection.close()
        return OperationalError(type(cause).__name__)
    return error


def _store(file: OpenedFile, found: Found, space: Workspace, tell: Teller) -> None:
    """Store records, report and state in one transaction; then erase the file."""
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update().get(pk=file.delivery.pk)
        if delivery.state != State.RECEIVED:
            return

        def progress(share: float) -> None:
            tell(delivery, READ + int((99 - READ) * share), STORING)

        delivery.stored = store(space.tables, delivery, found.statistic, space.place, progress)
        _describe(delivery, found)
        audit.record(
            None,
            "delivery.checked",
            delivery,
            municipality=delivery.municipality,
            rows=delivery.rows,
            errors=delivery.errors,
        )
        Progress.objects.filter(delivery=delivery).delete()
    incoming.erase(delivery.public_id)


def _describe(delivery: Delivery, found: Found) -> None:
    delivery.state, delivery.checked_at = State.CHECKED, timezone.now()
    delivery.statistic, delivery.code = found.statistic, found.code
    delivery.period, delivery.source = found.period, found.source
    delivery.layout, delivery.report = found.layout[:80], found.report
    delivery.rows, delivery.persons = found.rows, found.persons
    delivery.errors, delivery.warnings = found.errors, found.warnings
    delivery.save()


def _say_why(municipality_id: int, words: Text) -> None:
    """Say why files wait, unless there is no room even for that."""
    try:
        _wait(municipality_id, words)
    except DatabaseError:
        log.warning("no room to say that there is no room")


@transaction.atomic
def _wait(municipality_id: int, words: Text) -> None:
    """Say with every file that waits why it does."""
    for delivery in queries.waiting(municipality_id):
        Progress.objects.update_or_create(
            delivery=delivery,
            municipality_id=delivery.municipality_id,
            defaults={"percent": 0, "problem": words.as_json()},
        )


def _why(refused: Exception, code: str) -> Text:
    if isinstance(refused, RefusedError):
        reason, advice = refused.reason, refused.advice
        return Text(f"{reason.nl} {advice.nl}", f"{reason.en} {advice.en}")
    if isinstance(refused, refusals.Refused):
        return refused.words
    return refusals.other_municipality("?", code)
