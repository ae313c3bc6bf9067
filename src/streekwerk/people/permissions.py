"""Who may see and change the file of a person.

A caseworker has the people of their own caseload; a colleague's person only after writing
down why (:class:`~streekwerk.people.models.Access`). A team manager has the people of the
municipality. A jobseeker has their own file. Nobody else has any.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import Municipality, Role, User
from streekwerk.accounts.permissions import has_role, require
from streekwerk.guidance.file.field import Field
from streekwerk.people import refusals
from streekwerk.people.models import Access, Person

WORKERS = (Role.CASEWORKER, Role.TEAM_MANAGER)
READERS = (*WORKERS, Role.JOBSEEKER)


def works_with_people(user: User | AnonymousUser) -> bool:
    """Allow whoever guides people for a municipality."""
    return isinstance(user, User) and has_role(user, *WORKERS) and user.municipality_id is not None


def own_municipality(user: User) -> Municipality:
    """Return the municipality ``user`` guides people for; PermissionDenied when there is none."""
    require(works_with_people(user))
    municipality = user.municipality
    assert municipality is not None  # noqa: S101 - works_with_people saw it; for the type checker
    return municipality


def municipality_of(user: User) -> int:
    """Return the id of the municipality ``user`` works in; 0, which no row has, for none."""
    return user.municipality_id or 0


def may_find(user: User | AnonymousUser, person: Person) -> bool:
    """Allow colleagues of the municipality to know that there is a file, and whose it is."""
    return (
        works_with_people(user)
        and isinstance(user, User)
        and user.municipality_id == person.municipality_id
    )


def may_open(user: User | AnonymousUser, person: Person) -> bool:
    """Allow whoever may see the whole file."""
    if isinstance(user, User) and has_role(user, Role.JOBSEEKER):
        return person.user_id == user.pk
    if not may_find(user, person) or not isinstance(user, User):
        return False
    if has_role(user, Role.TEAM_MANAGER) or person.caseworker_id == user.pk:
        return True
    return Access.objects.filter(open_access(user), person=person).exists()


def open_access(user: User) -> Q:
    """Return the condition on accesses that ``user`` gave a reason for and that still hold."""
    return Q(user=user, until__gte=timezone.localdate())


def may_change(user: User | AnonymousUser, person: Person) -> bool:
    """Allow who may open a file that was not closed."""
    return person.closed_on is None and may_open(user, person)


def require_change(user: User, person: Person) -> None:
    """Raise PermissionDenied or Refused unless ``user`` may change the file of ``person``."""
    require(may_open(user, person))
    if person.closed_on is not None:
        raise refusals.Refused(refusals.FILE_CLOSED)


def require_guidance(user: User, person: Person) -> None:
    """Like :func:`require_change`, for what only whoever guides the person does."""
    require(works_with_people(user))
    require_change(user, person)


def may_see_field(user: User, field: Field) -> bool:
    """Allow the roles the field names."""
    return user.role in field.readers


def may_edit_field(user: User, field: Field) -> bool:
    """Allow the roles the field names."""
    return user.role in field.editors


def may_assign(user: User | AnonymousUser, person: Person) -> bool:
    """Allow the team manager, and a caseworker for who is theirs or nobody's."""
    if not may_find(user, person) or not isinstance(user, User):
        return False
    return has_role(user, Role.TEAM_MANAGER) or person.caseworker_id in {None, user.pk}
