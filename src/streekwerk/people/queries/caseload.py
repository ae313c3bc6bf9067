"""Lists of people: one's own, the municipality's, found by name. Neutral order, always."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q, QuerySet

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.people.models import Access, Person
from streekwerk.people.permissions import WORKERS, municipality_of, open_access, works_with_people
from streekwerk.vocabulary.searching import searchable

BY_NAME, BY_DATE = "naam", "datum"


def caseload(
    user: User | AnonymousUser,
    *,
    of: User | None = None,
    search: str = "",
    order: str = BY_NAME,
    closed: bool = False,
) -> QuerySet[Person]:
    """Return the people ``user`` guides, or, for a team manager, all of the municipality.

    Parameters
    ----------
    of
        Only this caseworker's people; for a team manager.
    search
        Part of a name.
    order
        ``naam`` or ``datum`` (of the next step; who has none comes last, by name).
    closed
        The closed files instead of the open ones.
    """
    if not isinstance(user, User) or not works_with_people(user):
        return Person.objects.none()
    found = Person.objects.filter(municipality_id=municipality_of(user))
    if not has_role(user, Role.TEAM_MANAGER):
        found = found.filter(caseworker=user)
    elif of is not None:
        found = found.filter(caseworker=of)
    found = found.filter(closed_on__isnull=not closed)
    for word in searchable(search).split():
        found = found.filter(search_name__contains=word)
    if order == BY_DATE:
        found = found.order_by(F("next_on").asc(nulls_last=True), "search_name", "pk")
    return found.select_related("caseworker")


def opened_by(user: User) -> QuerySet[Person]:
    """Return the colleagues' people whose file ``user`` opened with a reason that still holds."""
    accesses = Access.objects.filter(open_access(user)).values("person")
    return (
        Person.objects.filter(pk__in=accesses, municipality_id=municipality_of(user))
        .exclude(caseworker=user)
        .select_related("caseworker")
    )


def everybody_findable(user: User | AnonymousUser, search: str) -> QuerySet[Person]:
    """Return the municipality's people whose name fits; at least two letters are needed."""
    if not isinstance(user, User) or not works_with_people(user):
        return Person.objects.none()
    words = searchable(search).split()
    if max((len(word) for word in words), default=0) < 2:
        return Person.objects.none()
    found = Person.objects.filter(municipality_id=municipality_of(user), closed_on=None)
    for word in words:
        found = found.filter(Q(search_name__contains=word))
    return found.select_related("caseworker")


def caseworkers_of(user: User) -> QuerySet[User]:
    """Return who can be given people in the user's municipality."""
    return User.objects.filter(
        municipality_id=municipality_of(user), role__in=WORKERS, is_active=True
    ).order_by("last_name", "first_name", "pk")
