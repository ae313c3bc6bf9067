"""Who may do what with deliveries.

Deliveries belong to one municipality. Somebody who works for the whole region sees
which months are there, never what is in a file.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import Municipality, Role, User
from streekwerk.accounts.permissions import has_role, require
from streekwerk.deliveries.models import Delivery

READERS = (Role.RESEARCHER, Role.REGION_COORDINATOR)


def may_deliver(user: User | AnonymousUser) -> bool:
    """Allow a researcher of a municipality."""
    return (
        isinstance(user, User)
        and has_role(user, Role.RESEARCHER)
        and user.municipality_id is not None
    )


def own_municipality(user: User) -> Municipality:
    """Return the municipality ``user`` delivers for; PermissionDenied when there is none."""
    require(may_deliver(user))
    municipality = user.municipality
    assert municipality is not None  # noqa: S101 - may_deliver saw it; for the type checker
    return municipality


def may_change(user: User | AnonymousUser, delivery: Delivery) -> bool:
    """Allow a researcher of the municipality it belongs to."""
    return (
        may_deliver(user)
        and isinstance(user, User)
        and user.municipality_id == delivery.municipality_id
    )


def may_see_region(user: User | AnonymousUser) -> bool:
    """Allow whoever works for the whole region."""
    return isinstance(user, User) and has_role(user, *READERS) and user.municipality_id is None


def may_administer(user: User | AnonymousUser) -> bool:
    """Allow the administrator of a municipality."""
    return (
        isinstance(user, User)
        and has_role(user, Role.ADMINISTRATOR)
        and user.municipality_id is not None
    )
