"""What only the person the file is about may do."""

from __future__ import annotations

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role, require
from streekwerk.people.models import Person


def is_own(user: User, person: Person) -> bool:
    """Whether ``person`` is the file of ``user`` themself."""
    return has_role(user, Role.JOBSEEKER) and person.user_id == user.pk


def require_own(user: User, person: Person) -> None:
    """Raise PermissionDenied unless the file is the user's own.

    A file that was closed makes no difference: rights last as long as the data.
    """
    require(is_own(user, person))
