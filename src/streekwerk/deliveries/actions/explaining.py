"""Say what the columns of an unknown table mean; change or withdraw what was said."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.deliveries import incoming, refusals
from streekwerk.deliveries.importing.opening import reporter_of_table
from streekwerk.deliveries.importing.source_file import Preview, SourceFile
from streekwerk.deliveries.models import Delivery, Reporter, Source, State
from streekwerk.deliveries.permissions import may_change, own_municipality
from streekwerk.deliveries.queue import defer_check
from streekwerk.registers.sources.look import Look, look
from streekwerk.registers.sources.mapping import ColumnMapping


def look_at(user: User, delivery: Delivery) -> Look:
    """Return the columns of a table that waits to be explained.

    Raises
    ------
    Refused : it does not wait (any more), or nobody said of which municipality it is.
    RefusedError : it cannot be read.
    """
    return look(_file(user, delivery, None).path)


def preview(user: User, delivery: Delivery, mapping: ColumnMapping) -> Preview:
    """Return what the first rows would become; nothing is kept. Errors as :func:`look_at`."""
    return _file(user, delivery, mapping).preview()


@transaction.atomic
def explain(user: User, delivery: Delivery, mapping: ColumnMapping) -> Source:
    """Save a mapping and have the file checked with it: both or neither.

    Raises
    ------
    Refused : the file does not wait any more, or the name is taken.
    """
    require(may_change(user, delivery))
    locked = Delivery.objects.select_for_update().get(pk=delivery.pk)
    _file(user, locked, mapping)
    try:
        with transaction.atomic():
            source = Source.objects.create(
                municipality=own_municipality(user),
                name=mapping.name,
                mapping=mapping.as_json(),
                saved_by=user,
            )
    except IntegrityError:
        raise refusals.Refused(refusals.NAME_TAKEN) from None
    locked.state = State.RECEIVED
    locked.save(update_fields=["state"])
    defer_check(locked)
    audit.record(user, "source.saved", source, variables=_variables(mapping))
    return source


def codes_of(user: User, delivery: Delivery) -> list[Reporter]:
    """Return the codes a waiting table can be about, in their order.

    Raises
    ------
    Refused : it does not wait (any more).
    """
    require(may_change(user, delivery))
    if delivery.state != State.UNMAPPED:
        raise refusals.Refused(refusals.NOT_UNMAPPED)
    return list(Reporter.objects.filter(municipality_id=delivery.municipality_id).order_by("code"))


@transaction.atomic
def say_whose(user: User, delivery: Delivery, code: str) -> None:
    """Say of which municipality the people in a table are; a known table is then checked.

    Raises
    ------
    Refused : the service does not deliver for that code, or the file does not wait any more.
    """
    locked = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if code not in {each.code for each in codes_of(user, locked)}:
        raise refusals.Refused(refusals.WHICH_CODE)
    # Checking finds out whether its columns are known, and asks about them if they are not.
    locked.code, locked.state = code, State.RECEIVED
    locked.save(update_fields=["code", "state"])
    defer_check(locked)
    audit.record(user, "delivery.code_said", locked, code=code)


@transaction.atomic
def set_aside(user: User, delivery: Delivery) -> None:
    """Do not use a table after all: erase it."""
    require(may_change(user, delivery))
    locked = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if locked.state != State.UNMAPPED:
        raise refusals.Refused(refusals.NOT_UNMAPPED)
    locked.state, locked.failure = State.UNREADABLE, refusals.SET_ASIDE.as_json()
    locked.save(update_fields=["state", "failure"])
    audit.record(user, "delivery.set_aside", locked)
    transaction.on_commit(lambda: incoming.erase(locked.public_id))


@transaction.atomic
def change_source(user: User, source: Source, mapping: ColumnMapping) -> None:
    """Change how a kind of file is read from now on, or what it is called.

    What was taken in before stays as it is.
    """
    locked = _own(user, source)
    locked.name, locked.mapping, locked.saved_by = mapping.name, mapping.as_json(), user
    try:
        with transaction.atomic():
            locked.save()
    except IntegrityError:
        raise refusals.Refused(refusals.NAME_TAKEN) from None
    audit.record(user, "source.changed", locked, variables=_variables(mapping))


@transaction.atomic
def withdraw_source(user: User, source: Source) -> None:
    """Forget how a kind of file is read; what was taken in stays, the next file is asked about."""
    locked = _own(user, source)
    mapping = ColumnMapping.from_json(locked.mapping)
    audit.record(user, "source.withdrawn", locked, variables=_variables(mapping))
    locked.delete()


def _variables(mapping: ColumnMapping) -> list[str]:
    """Return what the log may hold: names of ours, no text out of a file."""
    return [column.variable for column in mapping.columns]


def _own(user: User, source: Source) -> Source:
    municipality = own_municipality(user)
    require(source.municipality_id == municipality.pk)
    return Source.objects.select_for_update().get(pk=source.pk)


def _file(user: User, delivery: Delivery, mapping: ColumnMapping | None) -> SourceFile:
    require(may_change(user, delivery))
    path = incoming.path_of(delivery.public_id)
    if delivery.state != State.UNMAPPED or path is None:
        raise refusals.Refused(refusals.NOT_UNMAPPED)
    reporter = reporter_of_table(delivery, codes_of(user, delivery))
    if reporter is None:
        raise refusals.Refused(refusals.WHICH_CODE)
    return SourceFile(delivery, path, mapping or _NONE, reporter)


_NONE = ColumnMapping.from_json(
    {
        "name": "-",
        "person": "-",
        "columns": [{"header": "-", "variable": "none", "kind": "date"}],
    }
)
