"""Who may look back on what: own figures for oneself alone, the team's for the team."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.people.permissions import WORKERS, municipality_of, works_with_people

TEAM = WORKERS
SELF = (Role.CASEWORKER,)


def may_see_own_feedback(user: User | AnonymousUser) -> bool:
    """Allow a caseworker, for the own people; there is no way to ask for somebody else's."""
    return has_role(user, *SELF) and works_with_people(user)


def may_see_team(user: User | AnonymousUser) -> bool:
    """Allow caseworkers and team manager of a municipality."""
    return works_with_people(user)


def may_set_rhythm(user: User | AnonymousUser) -> bool:
    """Allow the team manager."""
    return works_with_people(user) and has_role(user, Role.TEAM_MANAGER)


__all__ = [
    "SELF",
    "TEAM",
    "may_see_own_feedback",
    "may_see_team",
    "may_set_rhythm",
    "municipality_of",
]
