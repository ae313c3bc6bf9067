"""Who looks after how long files are kept. They see that a file is there, and not whose."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import Municipality, Role, User
from streekwerk.accounts.permissions import has_role, require
from streekwerk.people.models import Destruction


def may_look_after_keeping(user: User | AnonymousUser) -> bool:
    """Allow the administrators of a municipality."""
    return isinstance(user, User) and has_role(user, Role.ADMINISTRATOR) and bool(user.municipality)


def keepers_municipality(user: User) -> Municipality:
    """Return the municipality of an administrator; PermissionDenied for anybody else."""
    require(may_look_after_keeping(user))
    assert user.municipality is not None  # noqa: S101 - asked just above; for the type checker
    return user.municipality


def may_decide(user: User, destruction: Destruction) -> bool:
    """Allow administrators of the same municipality."""
    return may_look_after_keeping(user) and user.municipality_id == destruction.municipality_id


def may_confirm(user: User, destruction: Destruction) -> bool:
    """Allow an administrator who is not the one who proposed it."""
    return may_decide(user, destruction) and user.pk != destruction.proposed_by_id
