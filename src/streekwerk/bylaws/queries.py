"""Read what municipalities decided, starting from what somebody may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from streekwerk.accounts.models import Municipality as Home
from streekwerk.accounts.models import User
from streekwerk.bylaws.models import Decision
from streekwerk.bylaws.permissions import may_read
from streekwerk.bylaws.terms import AHEAD_OF_LAW, TERMS
from streekwerk.rights.engine.municipality import Municipality, OpenTerm


@dataclass(frozen=True, slots=True)
class TermNow:
    """An open term and how it stands in one municipality on one day.

    ``now`` counts on that day; ``coming`` starts later; ``history`` is everything
    entered, latest first.
    """

    term: OpenTerm
    now: Decision | None
    coming: tuple[Decision, ...]
    history: tuple[Decision, ...]

    @property
    def filled_in(self) -> bool:
        """Whether the municipality decided it, for that day."""
        return self.now is not None and self.now.value is not None


def visible_to(user: User | AnonymousUser) -> QuerySet[Decision]:
    """Return the decisions of the user's own municipality; nobody else sees any."""
    if not isinstance(user, User) or not may_read(user) or user.municipality_id is None:
        return Decision.objects.none()
    return Decision.objects.filter(municipality_id=user.municipality_id)


def municipality_on(user: User | AnonymousUser, day: date) -> Municipality:
    """Return the choices of the user's municipality on ``day``, in one query.

    The public, and whoever works for the whole region, gets the neutral defaults.
    """
    if not isinstance(user, User) or user.municipality is None or not may_read(user):
        return Municipality()
    return _chosen(user.municipality, visible_to(user), day)


def municipality_for(home: Home, day: date) -> Municipality:
    """Return the choices of a municipality on ``day``, for the system's own work."""
    return _chosen(home, Decision.objects.filter(municipality=home), day)


def _chosen(home: Home, decisions: QuerySet[Decision], day: date) -> Municipality:
    values = {key: one.decided for key, one in in_force(decisions, day).items()}
    terms = {key: value for key, value in values.items() if value is not None}
    ahead = bool(terms.pop(AHEAD_OF_LAW.key, False))
    return Municipality(home.name, terms, ahead)


def in_force(decisions: Iterable[Decision], day: date) -> dict[str, Decision]:
    """Return for each term the decision that counts on ``day``."""
    held = [one for one in decisions if one.valid_from <= day]
    return {one.term: one for one in sorted(held, key=lambda one: (one.valid_from, one.pk))}


def overview(user: User | AnonymousUser, day: date) -> tuple[TermNow, ...]:
    """Return every open term with the municipality's decisions, in one query."""
    decisions = tuple(visible_to(user).select_related("decided_by"))
    now = in_force(decisions, day)
    return tuple(_term_now(term, decisions, now.get(term.key), day) for term in TERMS.values())


def _term_now(
    term: OpenTerm, decisions: tuple[Decision, ...], now: Decision | None, day: date
) -> TermNow:
    own = tuple(one for one in decisions if one.term == term.key)
    return TermNow(term, now, tuple(one for one in own if one.valid_from > day), own)
