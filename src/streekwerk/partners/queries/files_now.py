"""How one employer's file stands now: what is known, what is still to ask."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from streekwerk.accounts.entry import queries as entrance
from streekwerk.accounts.entry.models import Invitation
from streekwerk.accounts.models import User
from streekwerk.partners.choices import Side
from streekwerk.partners.models import (
    AgendaItem,
    Agreement,
    Contact,
    Employer,
    Evaluation,
    MotiveRound,
    MotiveScore,
    Possibilities,
    ValuePackage,
)
from streekwerk.partners.permissions import is_own, may_advise, may_open
from streekwerk.partners.queries.files import visible_to
from streekwerk.vocabulary.motives import STATEMENTS, Statement

ACCOUNT_SUBJECT = "partners.contact:"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement and what was said to it, now and the time before; None: not answered."""

    statement: Statement
    score: int | None
    before: int | None


@dataclass(frozen=True, slots=True)
class FileNow:
    """What is known of an employer now."""

    round: MotiveRound | None
    motives: tuple[Weighed, ...]
    possibilities: Possibilities | None
    value: ValuePackage | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked yet."""
        return not (self.round or self.possibilities or self.value)


def file_now(user: User, employer: Employer) -> FileNow:
    """Return what is known of an employer that ``user`` may see: five queries."""
    if not may_open(user, employer):
        return FileNow(None, (), None, None)
    rounds = list(employer.motive_rounds.select_related("by")[:2])
    values = employer.value_packages.select_related("by").prefetch_related("points")
    return FileNow(
        rounds[0] if rounds else None,
        _weighed(rounds),
        employer.possibilities.select_related("by").first(),
        values.first(),
    )


def _weighed(rounds: list[MotiveRound]) -> tuple[Weighed, ...]:
    said: dict[tuple[int, str], int] = {
        (each.round_id, each.motive): each.score
        for each in MotiveScore.objects.filter(round__in=rounds)
    }

    def of(place: int, motive: str) -> int | None:
        return said.get((rounds[place].pk, motive)) if place < len(rounds) else None

    return tuple(
        Weighed(statement, of(0, motive), of(1, motive)) for motive, statement in STATEMENTS.items()
    )


def rounds_of(user: User, employer: Employer) -> list[MotiveRound]:
    """Return every round about motives, newest first, with its scores."""
    if not may_open(user, employer):
        return []
    return list(employer.motive_rounds.select_related("by").prefetch_related("scores"))


def contacts_of(user: User, employer: Employer) -> list[Contact]:
    """Return the people one speaks to, those who left last."""
    if not may_open(user, employer):
        return []
    found = employer.contacts.select_related("user")
    return sorted(found, key=lambda each: (each.ended_on is not None, each.pk))


def agenda_of(user: User, employer: Employer) -> QuerySet[AgendaItem]:
    """Return what is on the agenda."""
    return employer.agenda.all() if may_open(user, employer) else AgendaItem.objects.none()


def item_for(user: User | AnonymousUser, public_id: uuid.UUID) -> AgendaItem | None:
    """Return one item of the agenda, None when it is not for this user."""
    found = AgendaItem.objects.filter(employer__in=visible_to(user), public_id=public_id)
    return found.select_related("employer__municipality").first()


def agreement_for(user: User | AnonymousUser, public_id: uuid.UUID) -> Agreement | None:
    """Return one agreement, None when it is not for this user."""
    found = Agreement.objects.filter(employer__in=visible_to(user), public_id=public_id)
    return (
        found.select_related("employer__municipality", "of_region", "of_employer", "made_by")
        .prefetch_related("events__by", "evaluations__by")
        .first()
    )


def contact_for(user: User | AnonymousUser, public_id: uuid.UUID) -> Contact | None:
    """Return one contact person, None when they are not for this user."""
    found = Contact.objects.filter(employer__in=visible_to(user), public_id=public_id)
    return found.select_related("employer__municipality", "user").first()


def side_of(user: User, employer: Employer) -> Side | None:
    """Return for which side ``user`` may write here; None for who only reads."""
    if is_own(user, employer):
        return Side.EMPLOYER
    return Side.REGION if may_advise(user, employer) else None


def looks_back(user: User, agreement: Agreement) -> list[Evaluation]:
    """Return the looks back that ``user`` may read, the region's first.

    Who has to look back first does so without knowing what the other wrote; after that
    both stand side by side.
    """
    own = side_of(user, agreement.employer)
    found = list(agreement.evaluations.all())
    told = {each.side for each in found}
    if own is not None and own.value not in told:
        return []
    return sorted(found, key=lambda each: each.side != Side.REGION.value)


def invitation_of(user: User, contact: Contact) -> Invitation | None:
    """Return the invitation to an account that ``contact`` has not taken yet."""
    if not may_advise(user, contact.employer):
        return None
    return entrance.invitation_of(user, f"{ACCOUNT_SUBJECT}{contact.public_id}")
