"""Who lets whom in, and who changes what somebody may do.

Nobody changes the own role or switches the own account off: what an administrator may do
is decided by somebody else. An administrator's word counts in the own municipality, a
region coordinator's for those who work for the whole region and for a municipality's first
administrators.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import Municipality, Region, Role, User
from streekwerk.accounts.permissions import has_role

REGION_WIDE = frozenset({Role.REGION_COORDINATOR})
# A jobseeker comes in through the person's file and an employer through the employer's, so
# that the account belongs to somebody.
OF_A_MUNICIPALITY = frozenset(Role) - REGION_WIDE - {Role.JOBSEEKER, Role.EMPLOYER}
ADMINISTRATORS = (Role.ADMINISTRATOR, Role.REGION_COORDINATOR)
INVITES_JOBSEEKERS = (Role.CASEWORKER, Role.TEAM_MANAGER)
INVITES_EMPLOYERS = (Role.EMPLOYER_ADVISER,)


def may_administer(user: User | AnonymousUser) -> bool:
    """Whether there are people whose access ``user`` looks after."""
    if not isinstance(user, User) or not has_role(user, *ADMINISTRATORS):
        return False
    own = user.region_id if user.role == Role.REGION_COORDINATOR else user.municipality_id
    return own is not None


def may_administer_person(user: User, person: User) -> bool:
    """Whether ``user`` looks after the access of ``person``, who is somebody else."""
    if not may_administer(user) or user.pk == person.pk:
        return False
    if user.role == Role.REGION_COORDINATOR:
        return person.region_id == user.region_id and person.role in REGION_WIDE
    return person.municipality_id == user.municipality_id


def roles_to_invite(user: User, place: Municipality | Region) -> frozenset[Role]:
    """Return the roles ``user`` may invite somebody to, in a municipality or a region."""
    if not may_administer(user):
        return frozenset()
    if user.role == Role.REGION_COORDINATOR:
        return _for_coordinator(user, place)
    own = isinstance(place, Municipality) and place.pk == user.municipality_id
    return OF_A_MUNICIPALITY if own else frozenset()


def _for_coordinator(user: User, place: Municipality | Region) -> frozenset[Role]:
    if isinstance(place, Region):
        return REGION_WIDE if place.pk == user.region_id else frozenset()
    return frozenset({Role.ADMINISTRATOR}) if place.region_id == user.region_id else frozenset()


def may_invite(user: User, role: Role, place: Municipality | Region) -> bool:
    """Whether ``user`` may invite somebody as ``role``.

    Jobseekers are invited by who guides people, employers by who advises employers, in the
    whole region.
    """
    if role == Role.EMPLOYER:
        own_region = isinstance(place, Municipality) and place.region_id == _region_of(user)
        return own_region and has_role(user, *INVITES_EMPLOYERS)
    if role == Role.JOBSEEKER:
        own = isinstance(place, Municipality) and place.pk == user.municipality_id
        return own and has_role(user, *INVITES_JOBSEEKERS)
    return role in roles_to_invite(user, place)


def _region_of(user: User) -> int | None:
    return user.municipality.region_id if user.municipality else user.region_id


def roles_to_give(user: User, person: User) -> frozenset[Role]:
    """Return the roles ``user`` may give ``person`` instead of the present one."""
    if not may_administer_person(user, person) or person.role not in OF_A_MUNICIPALITY:
        return frozenset()
    return OF_A_MUNICIPALITY - {Role(person.role)}


def mail_is_sent() -> bool:
    """Whether this installation sends mail; otherwise links are handed over."""
    return bool(settings.MAIL_SENT)
