"""Open a file, record what is known, hand a file over, close it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role, require
from streekwerk.guidance.file.catalogue import IDENTITY
from streekwerk.guidance.file.field import Plain
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.people import refusals
from streekwerk.people.actions.register_facts import take_over
from streekwerk.people.actions.removing import remove_at_closing
from streekwerk.people.fields import field_of
from streekwerk.people.models import Fact, Person
from streekwerk.people.permissions import (
    WORKERS,
    may_assign,
    may_edit_field,
    may_open,
    own_municipality,
    require_change,
)
from streekwerk.vocabulary.searching import searchable


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file begins with.

    ``pseudonym`` and ``birth_month`` come from the register when the file is opened from
    there; a birth date that does not fall in that month is refused. ``values`` are further
    fields by key.
    """

    first_name: str
    last_name: str
    birth_date: date | None = None
    pseudonym: uuid.UUID | None = None
    birth_month: date | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@transaction.atomic
def open_file(user: User, intake: Intake) -> Person:
    """Open a file in the user's municipality; who opens it guides the person.

    What the benefit register knows comes along, with its source; what was told goes before it.

    Raises
    ------
    Refused
        When the person has a file already, or the birth date is not that of the register.
    """
    municipality = own_municipality(user)
    if intake.pseudonym and _has_file(municipality.pk, intake.pseudonym):
        raise refusals.Refused(refusals.ALREADY_THERE)
    born, month = intake.birth_date, intake.birth_month
    if born and month and (born.year, born.month) != (month.year, month.month):
        raise refusals.Refused(refusals.NOT_THE_BIRTH_MONTH)
    person = Person.objects.create(
        municipality=municipality,
        pseudonym=intake.pseudonym,
        caseworker=user if has_role(user, Role.CASEWORKER) else None,
    )
    audit.record(user, "file.opened", person, from_register=intake.pseudonym is not None)
    identity: dict[str, object] = {"first_name": intake.first_name, "last_name": intake.last_name}
    if born:
        identity["birth_date"] = born.isoformat()
    for key, value in (identity | dict(intake.values)).items():
        record(user, person, key, value)
    take_over(user, person)
    return person


def _has_file(municipality_id: int, pseudonym: uuid.UUID) -> bool:
    there = Person.objects.filter(municipality_id=municipality_id, pseudonym=pseudonym)
    return there.exists()


@transaction.atomic
def record(
    user: User,
    person: Person,
    key: str,
    value: object | None,
    *,
    state: FactState = FactState.KNOWN,
    source: FactSource = FactSource.JOBSEEKER,
    known_on: date | None = None,
    note: str = "",
) -> Fact:
    """Record what is known of one field from a day on; what was there stays as history.

    Parameters
    ----------
    value
        The value; None with a ``state`` other than KNOWN (not known yet, declined).
    source
        Who told it. What a jobseeker records is always told by the jobseeker.
    known_on
        The day it holds from; today when absent.
    note
        Where it comes from or why it was corrected.

    Raises
    ------
    PermissionDenied
        When the user may not open the file or not edit the field.
    Refused
        When the file is closed or the value does not fit the field.
    """
    require_change(user, person)
    about = field_of(key)
    require(may_edit_field(user, about))
    try:
        kept = about.clean(value) if state is FactState.KNOWN else None
    except ValueError as error:
        raise refusals.Refused(refusals.not_a_value(about.label)) from error
    told = FactSource.JOBSEEKER if has_role(user, Role.JOBSEEKER) else source
    fact = Fact.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        field=key,
        state=state.value,
        value=kept,
        source=told.value,
        note=note.strip()[:300],
        known_on=known_on or timezone.localdate(),
        recorded_by=user,
    )
    if key in IDENTITY:
        _copy_identity(person, key, kept)
    audit.record(
        user,
        "file.fact_recorded",
        person,
        municipality=person.municipality,
        field=key,
        state=state.value,
    )
    return fact


def _copy_identity(person: Person, key: str, kept: Plain | None) -> None:
    value = date.fromisoformat(str(kept)) if key == "birth_date" and kept else kept
    setattr(person, key, value or (None if key == "birth_date" else ""))
    person.search_name = searchable(f"{person.last_name} {person.first_name}")
    person.save(update_fields=[key, "search_name"])


@transaction.atomic
def assign(user: User, person: Person, caseworker: User) -> None:
    """Let ``caseworker`` guide ``person`` from now on."""
    require(may_assign(user, person))
    here = caseworker.municipality_id == person.municipality_id
    if not (here and caseworker.is_active and caseworker.role in WORKERS):
        raise refusals.Refused(refusals.NOT_A_CASEWORKER_HERE)
    person.caseworker = caseworker
    person.save(update_fields=["caseworker"])
    audit.record(user, "file.assigned", person, to=str(caseworker.public_id))


@transaction.atomic
def give_account(user: User | None, person: Person, account: User) -> None:
    """Let ``account`` be the person's own: a jobseeker of the same municipality.

    ``user`` None is the system, when it loads the demo.
    """
    require(user is None or may_assign(user, person))
    own = account.role == Role.JOBSEEKER and account.municipality_id == person.municipality_id
    if not own:
        raise refusals.Refused(refusals.NOT_AN_OWN_ACCOUNT)
    person.user = account
    person.save(update_fields=["user"])
    audit.record(user, "file.account_given", person, municipality=person.municipality)


@transaction.atomic
def close_file(user: User, person: Person) -> None:
    """Close the file: guidance ends, and what was kept for that alone is erased.

    Nothing else follows from it.
    """
    require(may_assign(user, person))
    if person.closed_on is not None:
        raise refusals.Refused(refusals.FILE_CLOSED)
    person.closed_on = timezone.localdate()
    person.save(update_fields=["closed_on"])
    erased = remove_at_closing(Person.objects.filter(pk=person.pk))
    audit.record(user, "file.closed", person, erased=erased)


@transaction.atomic
def reopen_file(user: User, person: Person) -> None:
    """Take up the guidance again."""
    require(may_assign(user, person) and may_open(user, person))
    person.closed_on = None
    person.save(update_fields=["closed_on"])
    audit.record(user, "file.reopened", person)
