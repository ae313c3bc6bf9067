"""Let what people told their municipality join its deliveries: "eigen registratie".

The facts come from the municipality's own files (start of a job, hours, what came of a
step), under the pseudonyms of its deliveries. Each month is one delivery like that of any
other source: the same facts again change nothing, other facts replace it, and whoever
objected to the use of the own records is left out where records are read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality, User
from streekwerk.accounts.permissions import require
from streekwerk.deliveries.models import BusBenefitMonth, Delivery, PersonFact, State, Statistic
from streekwerk.deliveries.permissions import may_deliver, own_municipality

SOURCE = "Eigen registratie"
LAYOUT = "dossiers van klantmanagers"
AT_ONCE = 2_000
_DECIDED = (State.ACCEPTED, State.WITHDRAWN)
Month = tuple[str, dt.date]


@dataclass(frozen=True, slots=True, order=True)
class OwnFact:
    """One fact: about whom, what, on which day; ``number`` or ``code`` is filled."""

    person: uuid.UUID
    variable: str
    date: dt.date
    number: float | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of it: how many months changed and how many stayed, and the facts in them."""

    changed: int
    same: int
    facts: int


@transaction.atomic
def take_in_own(user: User, facts: Iterable[OwnFact]) -> TakenIn:
    """Let ``facts``, all there are, be the own records of the user's municipality.

    A month that was withdrawn stays withdrawn until its facts change. Who is in no delivered
    benefit file is left out: nothing could be compared.
    """
    require(may_deliver(user))
    home = own_municipality(user)
    # One at a time: two of them may not both find that nothing is there yet.
    Municipality.objects.select_for_update().get(pk=home.pk)
    wanted, known = _by_month(home, facts), _in_force(home)
    changed = [
        (month, rows)
        for month in sorted(wanted.keys() | known.keys())
        if _content(rows := wanted.get(month, [])) != _told(known.get(month))
    ]
    for month, rows in changed:
        _replace(user, home, month, rows, known.get(month))
    months = wanted.keys() | known.keys()
    return TakenIn(len(changed), len(months) - len(changed), sum(map(len, wanted.values())))


def renewed_by(municipality_id: int) -> User | None:
    """Return in whose name own records are taken in again; None while nobody ever did."""
    found = Delivery.objects.filter(
        municipality_id=municipality_id,
        statistic=Statistic.FACTS,
        source=SOURCE,
        state=State.ACCEPTED,
        decided_by__is_active=True,
    )
    last = found.select_related("decided_by").order_by("-decided_at").first()
    return last.decided_by if last else None


def _by_month(home: Municipality, facts: Iterable[OwnFact]) -> dict[Month, list[OwnFact]]:
    """Return the facts by municipality code and month, in an order of their own."""
    codes = _codes(home)
    months: dict[Month, list[OwnFact]] = defaultdict(list)
    for fact in sorted(facts, key=_order):
        if fact.person in codes:
            months[codes[fact.person], fact.date.replace(day=1)].append(fact)
    return months


def _order(fact: OwnFact) -> tuple[str, str, dt.date, float, str]:
    number = -1.0 if fact.number is None else fact.number
    return str(fact.person), fact.variable, fact.date, number, fact.code or ""


def _codes(home: Municipality) -> dict[uuid.UUID, str]:
    """Return under which municipality code each person of the benefit files was delivered."""
    rows = BusBenefitMonth.objects.filter(
        municipality=home, delivery__municipality=home, delivery__state=State.ACCEPTED
    )
    return dict(rows.values_list("person", "delivery__code").distinct())


def _in_force(home: Municipality) -> dict[Month, Delivery]:
    """Return the own records that count, or were withdrawn, by code and month."""
    found = Delivery.objects.filter(
        municipality=home, statistic=Statistic.FACTS, source=SOURCE, state__in=_DECIDED
    ).order_by("pk")
    return {(each.code, each.period): each for each in found if each.period is not None}


def _told(before: Delivery | None) -> str:
    return str((before.report or {}).get("content", "")) if before else _content([])


def _content(rows: list[OwnFact]) -> str:
    """Return the SHA-256 of the facts alone."""
    plain = [[str(f.person), f.variable, f.date.isoformat(), f.number, f.code] for f in rows]
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def _replace(
    user: User, home: Municipality, month: Month, rows: list[OwnFact], before: Delivery | None
) -> None:
    code, period = month
    content, now = _content(rows), timezone.now()
    if before is not None and before.state == State.ACCEPTED:
        before.state = State.REPLACED
        before.save(update_fields=["state"])
    people = len({each.person for each in rows})
    made = Delivery.objects.create(
        municipality=home,
        name=f"{SOURCE} {period:%Y-%m}",
        size=0,
        # Facts that come back after they went are a delivery of their own.
        fingerprint=_fingerprint(content, code, period, before),
        state=State.ACCEPTED,
        statistic=Statistic.FACTS,
        code=code,
        period=period,
        source=SOURCE,
        layout=LAYOUT,
        rows=len(rows),
        stored=len(rows),
        persons=people,
        report=_report(len(rows), content),
        replaces=before,
        received_by=user,
        checked_at=now,
        decided_by=user,
        decided_at=now,
    )
    _store(made, rows)
    audit.record(user, "delivery.own_records", made, rows=len(rows), persons=people)


def _fingerprint(content: str, code: str, period: dt.date, before: Delivery | None) -> str:
    earlier = before.fingerprint if before else ""
    told = f"{SOURCE} {code} {period} {content} {earlier}"
    return hashlib.sha256(told.encode()).hexdigest()


def _store(made: Delivery, rows: list[OwnFact]) -> None:
    PersonFact.objects.bulk_create(
        [
            PersonFact(
                delivery=made,
                municipality_id=made.municipality_id,
                source_row=place,
                person=fact.person,
                variable=fact.variable,
                date=fact.date,
                number=fact.number,
                code=fact.code,
            )
            for place, fact in enumerate(rows, start=1)
        ],
        batch_size=AT_ONCE,
    )


def _report(rows: int, content: str) -> dict[str, object]:
    """Return what the page of a delivery shows; nothing was read, so nothing can be wrong."""
    return {
        "file": SOURCE,
        "rows": rows,
        "rows_with_error": 0,
        "without_key": 0,
        "counts": {},
        "results": [],
        "trend": [],
        "content": content,
    }
