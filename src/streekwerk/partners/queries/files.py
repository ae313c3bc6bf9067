"""Whose file somebody may open, and what caseworkers may find."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from streekwerk.accounts.models import Municipality, User
from streekwerk.accounts.permissions import has_role
from streekwerk.partners.models import Employer
from streekwerk.partners.permissions import (
    ADVISERS,
    FINDERS,
    may_open,
    own_contact,
    reads_employers,
    region_of,
)
from streekwerk.vocabulary.language import Text
from streekwerk.vocabulary.searching import searchable

MOST_FOUND = 50


def visible_to(user: User | AnonymousUser) -> QuerySet[Employer]:
    """Return the employers whose whole file ``user`` may see; none for anybody else."""
    if reads_employers(user):
        return Employer.objects.filter(region_id=region_of(user))
    contact = own_contact(user)
    if contact is not None:
        return Employer.objects.filter(pk=contact.employer_id)
    return Employer.objects.none()


def employer_for(user: User | AnonymousUser, public_id: uuid.UUID) -> Employer | None:
    """Return one employer, or None when the file is not for this user."""
    found = Employer.objects.select_related("region", "municipality", "adviser")
    employer = found.filter(public_id=public_id).first()
    return employer if employer is not None and may_open(user, employer) else None


def own_employer(user: User | AnonymousUser) -> Employer | None:
    """Return the employer whose own account ``user`` is; None for everybody else."""
    contact = own_contact(user)
    if contact is None:
        return None
    found = Employer.objects.select_related("region", "municipality", "adviser")
    return found.filter(pk=contact.employer_id).first()


@dataclass(frozen=True, slots=True)
class EmployerBrief:
    """What who guides people may know of an employer: name, place and branch."""

    public_id: uuid.UUID
    name: str
    place: str
    sector: Text


def findable_by(user: User | AnonymousUser, search: str) -> list[EmployerBrief]:
    """Return the region's employers whose name fits, at most fifty, by name.

    For whoever guides people: nothing of the file comes along.
    """
    words = searchable(search).split()
    if not has_role(user, *FINDERS) or not words:
        return []
    found = Employer.objects.filter(region_id=region_of(user), closed_on=None)
    for word in words:
        found = found.filter(search_name__contains=word)
    return [
        EmployerBrief(each.public_id, each.name, each.place, each.sector)
        for each in found[:MOST_FOUND]
    ]


def advisers_for(user: User | AnonymousUser) -> QuerySet[User]:
    """Return who advises employers in the user's region, by name."""
    if not reads_employers(user):
        return User.objects.none()
    return User.objects.filter(
        role__in=ADVISERS, is_active=True, municipality__region_id=region_of(user)
    ).order_by("last_name", "first_name", "pk")


def municipalities_for(user: User | AnonymousUser) -> QuerySet[Municipality]:
    """Return the municipalities of the user's region, by name."""
    return Municipality.objects.filter(region_id=region_of(user))
