"""Read rounds and cards, starting from what somebody may see."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from streekwerk.accounts.models import Municipality, Region, User
from streekwerk.accounts.permissions import has_role
from streekwerk.accounts.queries import across_region
from streekwerk.accounts.scope import NOTHING, Scope
from streekwerk.deliveries import queries as deliveries
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.results.codec import from_json
from streekwerk.learning.brief import Brief
from streekwerk.learning.card_permissions import CARD_READERS
from streekwerk.learning.cohort import CohortOverview
from streekwerk.learning.models import MeasureCard, Round, RunState

T = TypeVar("T")


def visible_to(user: User | AnonymousUser) -> QuerySet[Round]:
    """Return the rounds of the user's own municipality, or of the region for who works for it."""
    if not isinstance(user, User) or not has_role(user, *CARD_READERS):
        return Round.objects.none()
    if user.municipality_id is None:
        return Round.objects.filter(municipality__isnull=True, region=user.region)
    return Round.objects.filter(municipality_id=user.municipality_id)


def latest(user: User | AnonymousUser) -> Round | None:
    """Return the last round that was asked for, whatever became of it."""
    return visible_to(user).select_related("municipality", "region", "asked_by").first()


def shown(user: User | AnonymousUser) -> Round | None:
    """Return the round to show: the last with a cohort."""
    found = visible_to(user).filter(cohort__isnull=False)
    return found.select_related("municipality", "region", "asked_by").first()


def cards_of(round_: Round) -> list[MeasureCard]:
    """Return the cards of a round for a list, without the whole of each."""
    return list(round_.cards.defer("card").order_by("measure", "against"))


def card_for(
    user: User | AnonymousUser, public_id: uuid.UUID, measure: str, against: str = ""
) -> MeasureCard | None:
    """Return one card of a round, or None when it is not for this user."""
    found = MeasureCard.objects.filter(
        round__in=visible_to(user), round__public_id=public_id, measure=measure, against=against
    )
    return found.select_related("round__municipality", "round__region").first()


def whole(card: MeasureCard) -> EvidenceCard | None:
    """Return the evidence card itself, once it was made and if this version can read it."""
    return _read(EvidenceCard, card.card)


def in_short(card: MeasureCard) -> Brief | None:
    """Return the card in short, once it was made and if this version can read it."""
    return _read(Brief, card.brief)


def cohort_of(round_: Round) -> CohortOverview | None:
    """Return the cohort at a glance, once it was counted and if this version can read it."""
    return _read(CohortOverview, round_.cohort)


def is_whole(round_: Round) -> bool:
    """Whether every card of a round was made and this version of Streekwerk can read it."""
    own = round_.cards.filter(against="")
    return cohort_of(round_) is not None and all(map(whole, own))


def _read(cls: type[T], stored: dict[str, Any] | None) -> T | None:
    if stored is None:
        return None
    try:
        return from_json(cls, stored)
    except ValueError:
        # Stored by an earlier version with other fields; computing again gives today's.
        return None


def progress_of(round_: Round) -> tuple[int, int]:
    """Return how many cards of a round are finished, and how many there will be."""
    states = list(round_.cards.values_list("state", flat=True))
    done = sum(state in {RunState.DONE, RunState.FAILED} for state in states)
    return done, len(states)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What would be computed with now: which deliveries, of whom, up to which month.

    ``left_out`` are the rows of people who objected: their records do not go in.

    ``scope`` is that of the computation: the records of these municipalities and no others.
    """

    scope: Scope
    region: Region | None
    municipality: Municipality | None
    municipalities: int
    largest_share: float
    deliveries: tuple[int, ...]
    left_out: tuple[int, ...]
    codes: tuple[str, ...]
    fingerprint: str
    last_month: dt.date | None


def inputs_for(user: User) -> Inputs:
    """Return what the user would compute with now."""
    if user.municipality is not None:
        return _inputs(Scope.of_municipality(user.municipality.pk), [user.municipality], user)
    if user.region_id is None:
        return _inputs(NOTHING, [], user)
    # Of a municipality's deliveries: how many, and which months. Nothing of what is in them.
    with across_region(user.region_id):
        homes = deliveries.in_region()
        scope = Scope.of_region(user.region_id, [home.pk for home in homes])
        return _inputs(scope, homes, user)


def _inputs(scope: Scope, homes: list[Municipality], user: User) -> Inputs:
    found = deliveries.in_force([home.pk for home in homes])
    rows = list(
        found.order_by("code", "statistic", "period", "fingerprint").values_list(
            "pk", "code", "period", "fingerprint", "municipality_id", "rows", "statistic"
        )
    )
    size: dict[int, int] = {}
    for row in rows:
        # Who delivers only a table on the labour market brings nobody's records.
        if deliveries.about_people(row[6]):
            size[row[4]] = size.get(row[4], 0) + row[5]
    total = sum(size.values())
    out = deliveries.left_out(home.pk for home in homes)
    said = [f"{row[1]} {row[3]}" for row in rows]
    said += [f"without {person}" for person in deliveries.pseudonyms_left_out(out)]
    digest = hashlib.sha256("\n".join(said).encode())
    return Inputs(
        scope=scope,
        region=homes[0].region if homes else None,
        municipality=user.municipality,
        municipalities=len(size),
        largest_share=max(size.values()) / total if total else 0.0,
        deliveries=tuple(row[0] for row in rows),
        left_out=out,
        codes=tuple(sorted({row[1] for row in rows})),
        fingerprint=digest.hexdigest(),
        last_month=max((row[2] for row in rows if row[2]), default=None),
    )
