"""Who keeps the offers of a municipality, and who reads them."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from streekwerk.accounts.models import Municipality, Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.people.models import Offer

KEEPERS = (Role.TEAM_MANAGER, Role.TRAINER)
OFFER_READERS = (*KEEPERS, Role.CASEWORKER)


def may_read_offers(user: User | AnonymousUser) -> bool:
    """Allow who guides people and who offers something, in their own municipality."""
    return (
        isinstance(user, User)
        and has_role(user, *OFFER_READERS)
        and user.municipality_id is not None
    )


def may_keep_offers(user: User | AnonymousUser, offer: Offer | None = None) -> bool:
    """Allow the team manager everything; a trainer new offers and their own."""
    if not isinstance(user, User) or not may_read_offers(user) or not has_role(user, *KEEPERS):
        return False
    if offer is None:
        return True
    if offer.municipality_id != user.municipality_id:
        return False
    return has_role(user, Role.TEAM_MANAGER) or offer.made_by_id == user.pk


def own_home(user: User) -> Municipality:
    """Return the municipality ``user`` works for; PermissionDenied when there is none."""
    municipality = user.municipality
    if municipality is None:
        raise PermissionDenied
    return municipality
