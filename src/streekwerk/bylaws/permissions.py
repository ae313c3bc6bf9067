"""Who may fill in open terms, and who may read them before they are used.

The administrator of a municipality keeps its code lists and fills these in too: the values
come from a by-law that the council adopted, so entering them is no policy decision. The
region's coordinator works for no single municipality. Everybody in the municipality may
read them, for they are shown with every answer.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import Municipality, Role, User
from streekwerk.accounts.permissions import has_role, require


def may_read(user: User | AnonymousUser) -> bool:
    """Allow whoever works in a municipality."""
    return isinstance(user, User) and user.is_active and user.municipality_id is not None


def may_decide(user: User | AnonymousUser) -> bool:
    """Allow the administrator of a municipality."""
    return may_read(user) and has_role(user, Role.ADMINISTRATOR)


def own_municipality(user: User) -> Municipality:
    """Return the municipality ``user`` decides for; PermissionDenied when there is none."""
    require(may_decide(user))
    municipality = user.municipality
    assert municipality is not None  # noqa: S101 - may_decide saw it; for the type checker
    return municipality
