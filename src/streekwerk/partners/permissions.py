"""Who may see and change the file of an employer.

Employers belong to the region: its employer advisers see and change all of them, its
coordinators see them. Who guides people in one of its municipalities finds name, place and
branch, no more. An employer's own account has its own file and can fill in what it knows
best. Nobody else has any; no employer ever learns who receives which benefit.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import Region, Role, User
from streekwerk.accounts.permissions import has_role, require
from streekwerk.partners import refusals
from streekwerk.partners.choices import Side
from streekwerk.partners.models import Contact, Employer

ADVISERS = (Role.EMPLOYER_ADVISER,)
READERS = (*ADVISERS, Role.REGION_COORDINATOR)
FINDERS = (*READERS, Role.CASEWORKER, Role.TEAM_MANAGER)


def region_of(user: User | AnonymousUser) -> int:
    """Return the id of the region ``user`` works in; 0, which no row has, for none."""
    if not isinstance(user, User):
        return 0
    home = user.municipality
    return (home.region_id if home is not None else user.region_id) or 0


def reads_employers(user: User | AnonymousUser) -> bool:
    """Allow who reads every employer of a region."""
    return has_role(user, *READERS) and region_of(user) > 0


def advises_employers(user: User | AnonymousUser) -> bool:
    """Allow who guides the employers of a region."""
    return has_role(user, *ADVISERS) and region_of(user) > 0


def own_region(user: User) -> Region:
    """Return the region ``user`` advises employers in; PermissionDenied when there is none."""
    require(advises_employers(user))
    home = user.municipality
    region = home.region if home is not None else user.region
    assert region is not None  # noqa: S101 - advises_employers saw it; for the type checker
    return region


def own_contact(user: User | AnonymousUser) -> Contact | None:
    """Return which contact person of which employer ``user`` is; None for everybody else."""
    if not isinstance(user, User) or not has_role(user, Role.EMPLOYER):
        return None
    contact = getattr(user, "employer_contact", None)
    return contact if isinstance(contact, Contact) and contact.ended_on is None else None


def is_own(user: User | AnonymousUser, employer: Employer) -> bool:
    """Whether ``user`` is somebody of ``employer`` itself."""
    contact = own_contact(user)
    return contact is not None and contact.employer_id == employer.pk


def may_open(user: User | AnonymousUser, employer: Employer) -> bool:
    """Allow whoever may see the whole file."""
    here = reads_employers(user) and employer.region_id == region_of(user)
    return here or is_own(user, employer)


def may_advise(user: User | AnonymousUser, employer: Employer) -> bool:
    """Allow who guides the employers of its region."""
    return advises_employers(user) and employer.region_id == region_of(user)


def may_fill_in(user: User | AnonymousUser, employer: Employer) -> bool:
    """Allow advisers and the employer itself, in a file that was not closed."""
    return employer.closed_on is None and (may_advise(user, employer) or is_own(user, employer))


def require_advice(user: User, employer: Employer) -> None:
    """Raise PermissionDenied or Refused unless ``user`` advises this employer, in an open file."""
    require(may_advise(user, employer))
    _require_open(employer)


def require_fill_in(user: User, employer: Employer) -> Side:
    """Like :func:`require_advice`, for what the employer may do too; returns whose side it is."""
    own = is_own(user, employer)
    require(own or may_advise(user, employer))
    _require_open(employer)
    return Side.EMPLOYER if own else Side.REGION


def _require_open(employer: Employer) -> None:
    if employer.closed_on is not None:
        raise refusals.Refused(refusals.EMPLOYER_CLOSED)
