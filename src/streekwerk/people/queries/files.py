"""Whose file somebody may open."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.people.models import Access, Person
from streekwerk.people.permissions import (
    READERS,
    may_open,
    municipality_of,
    open_access,
    works_with_people,
)


def visible_to(user: User | AnonymousUser) -> QuerySet[Person]:
    """Return the people whose whole file ``user`` may see; nobody for anybody else."""
    if not isinstance(user, User) or not has_role(user, *READERS):
        return Person.objects.none()
    if has_role(user, Role.JOBSEEKER):
        return Person.objects.filter(user=user)
    if not works_with_people(user):
        return Person.objects.none()
    here = Person.objects.filter(municipality_id=municipality_of(user))
    if has_role(user, Role.TEAM_MANAGER):
        return here
    opened = Access.objects.filter(open_access(user)).values("person")
    return here.filter(Q(caseworker=user) | Q(pk__in=opened))


def person_for(user: User | AnonymousUser, public_id: uuid.UUID) -> Person | None:
    """Return one person, or None when the file is not for this user."""
    person = _by_public_id(public_id)
    return person if person is not None and may_open(user, person) else None


def person_to_find(user: User | AnonymousUser, public_id: uuid.UUID) -> Person | None:
    """Return a person of the user's municipality: name and caseworker, no more, may be shown."""
    if not works_with_people(user) or not isinstance(user, User):
        return None
    person = _by_public_id(public_id)
    return person if person and person.municipality_id == user.municipality_id else None


def _by_public_id(public_id: uuid.UUID) -> Person | None:
    found = Person.objects.select_related("municipality", "caseworker", "user")
    return found.filter(public_id=public_id).first()
