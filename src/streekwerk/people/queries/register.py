"""Who is in the register and has no file yet, and how a BSN leads to a pseudonym."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from streekwerk.accounts.models import User
from streekwerk.deliveries import person_queries
from streekwerk.deliveries.refusals import Refused as KeyRefused
from streekwerk.people import refusals
from streekwerk.people.models import Person
from streekwerk.people.permissions import own_municipality
from streekwerk.registers.bsn import passes_eleven_test


@dataclass(frozen=True, slots=True)
class WithoutFile:
    """Somebody on a benefit in the newest month who has no file: no name, that is unknown here."""

    pseudonym: uuid.UUID
    birth_month: date | None
    benefit_since: date | None


def without_file(user: User) -> list[WithoutFile]:
    """Return who is in the newest delivered month and has no file, longest on benefit first."""
    home = own_municipality(user)
    have = Person.objects.filter(municipality=home, pseudonym__isnull=False).values("pseudonym")
    rows = person_queries.on_benefit(home.pk).exclude(person__in=have)
    found = [WithoutFile(*row) for row in rows.values_list("person", "birth_month", "start_date")]
    return sorted(found, key=lambda each: (each.benefit_since or date.max, str(each.pseudonym)))


def number_without_file(user: User) -> int:
    """Return how many are in the newest delivered month and have no file."""
    home = own_municipality(user)
    have = Person.objects.filter(municipality=home, pseudonym__isnull=False).values("pseudonym")
    return person_queries.on_benefit(home.pk).exclude(person__in=have).count()


def one_without_file(user: User, pseudonym: uuid.UUID) -> WithoutFile | None:
    """Return one of them, or None when there is a file already or no such record."""
    home = own_municipality(user)
    if Person.objects.filter(municipality=home, pseudonym=pseudonym).exists():
        return None
    row = person_queries.on_benefit(home.pk).filter(person=pseudonym).first()
    return WithoutFile(row.person, row.birth_month, row.start_date) if row else None


def pseudonyms_of(user: User, bsn: str) -> tuple[uuid.UUID, ...]:
    """Return the pseudonyms a BSN has in the user's municipality, one for each of its codes.

    The BSN is not kept and not logged.

    Raises
    ------
    Refused
        When it is no BSN, or the municipality has no key yet.
    """
    home = own_municipality(user)
    digits = "".join(bsn.split())
    if not passes_eleven_test(digits):
        raise refusals.Refused(refusals.NOT_A_BSN)
    try:
        made = person_queries.pseudonyms_of(home.pk, digits)
    except KeyRefused as error:
        raise refusals.Refused(refusals.NO_KEY) from error
    if not made:
        raise refusals.Refused(refusals.NO_KEY)
    return made
