"""Read deliveries, starting from what somebody may see."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import QuerySet
from psycopg import sql

from streekwerk.accounts.models import Municipality, User
from streekwerk.accounts.permissions import has_role
from streekwerk.accounts.queries import across_region
from streekwerk.deliveries.importing.workspace import workspace
from streekwerk.deliveries.models import (
    Delivery,
    LabourMarketMonth,
    LeftOut,
    Reporter,
    State,
    Statistic,
)
from streekwerk.deliveries.models.delivery import WITHOUT_MONTH
from streekwerk.deliveries.permissions import READERS, may_see_region

_HEAVY = ("report", "failure")


def visible_to(user: User | AnonymousUser) -> QuerySet[Delivery]:
    """Return the deliveries of the user's own municipality; nobody else sees any."""
    if not isinstance(user, User) or not has_role(user, *READERS) or not user.municipality_id:
        return Delivery.objects.none()
    return Delivery.objects.filter(municipality_id=user.municipality_id)


def delivery_for(user: User | AnonymousUser, public_id: uuid.UUID) -> Delivery | None:
    """Return one delivery with its people, or None when it is not for this user."""
    return (
        visible_to(user)
        .select_related("municipality", "received_by", "decided_by", "replaces", "progress")
        .filter(public_id=public_id)
        .first()
    )


def reporters_for(user: User | AnonymousUser) -> list[Reporter]:
    """Return the codes the user's municipality delivers for; the region's for who works for it."""
    if not isinstance(user, User) or not has_role(user, *READERS):
        return []
    found = Reporter.objects.select_related("municipality")
    if may_see_region(user) and user.region_id:
        with across_region(user.region_id):
            return list(found.filter(municipality__region_id=user.region_id))
    if user.municipality_id is None:
        return []
    return list(found.filter(municipality_id=user.municipality_id))


def overview(user: User | AnonymousUser) -> QuerySet[Delivery]:
    """Return the user's deliveries for a list: newest first, without their reports."""
    return visible_to(user).defer(*_HEAVY).select_related("received_by", "progress")


def to_do(user: User | AnonymousUser) -> QuerySet[Delivery]:
    """Return what waits: for the check, for a decision, or could not be read lately."""
    return (
        overview(user)
        .defer(None)
        .defer("report")
        .filter(state__in=(State.RECEIVED, State.UNMAPPED, State.CHECKED))
        .order_by("period", "statistic", "pk")
    )


def unreadable(user: User | AnonymousUser, most: int = 10) -> QuerySet[Delivery]:
    """Return the last files that could not be read, with the reason."""
    found = visible_to(user).defer("report").filter(state=State.UNREADABLE)
    return found.order_by("-received_at", "-pk")[:most]


def other_sources(user: User | AnonymousUser) -> QuerySet[Delivery]:
    """Return the accepted files of other sources than the registers."""
    found = overview(user).filter(statistic__in=WITHOUT_MONTH, state=State.ACCEPTED)
    return found.order_by("statistic", "source")


@dataclass(frozen=True, slots=True)
class Cell:
    """What is there of one kind and one month: which delivery, in which state."""

    code: str
    statistic: str
    period: dt.date
    state: str
    public_id: uuid.UUID | None
    errors: int
    rows: int


def calendar(user: User | AnonymousUser) -> list[Cell]:
    """Return what counts or waits, per code, kind and month.

    Whoever works for the region sees of every municipality that a month is there,
    and nothing more: no address of a delivery, no numbers.
    """
    if isinstance(user, User) and may_see_region(user) and user.region_id:
        with across_region(user.region_id):
            found = Delivery.objects.filter(municipality__region_id=user.region_id)
            return _cells(found, own_affairs=False)
    return _cells(visible_to(user), own_affairs=True)


def _cells(found: QuerySet[Delivery], *, own_affairs: bool) -> list[Cell]:
    shown = found.filter(
        state__in=(State.ACCEPTED, State.CHECKED), period__isnull=False
    ).values_list("code", "statistic", "period", "state", "public_id", "errors", "rows")
    cells: dict[tuple[str, str, dt.date], Cell] = {}
    # In the order of the states' names: what waits for a decision covers what it would replace.
    for code, statistic, period, state, *affairs in shown.order_by("state"):
        if period is not None:
            told = affairs if own_affairs else [None, 0, 0]
            cells[code, statistic, period] = Cell(code, statistic, period, state, *told)
    return list(cells.values())


def in_force(municipalities: Iterable[int]) -> QuerySet[Delivery]:
    """Return the deliveries that count of these tenants (by id)."""
    return Delivery.objects.filter(municipality_id__in=list(municipalities), state=State.ACCEPTED)


def left_out(municipalities: Iterable[int]) -> tuple[int, ...]:
    """Return the ids of the rows by which somebody's records are left out now, ascending."""
    newest = (
        LeftOut.objects.filter(municipality_id__in=list(municipalities))
        .order_by("municipality_id", "person", "-pk")
        .distinct("municipality_id", "person")
    )
    return tuple(sorted(row.pk for row in newest if row.out))


def pseudonyms_left_out(rows: Iterable[int]) -> list[uuid.UUID]:
    """Return whose records these rows (by id) leave out, in order."""
    found = LeftOut.objects.filter(pk__in=list(rows)).order_by("person")
    return list(found.values_list("person", flat=True))


def present(municipality_id: int) -> list[int]:
    """Return the ids of deliveries a new file is checked against: accepted or to be decided."""
    states = (State.ACCEPTED, State.CHECKED)
    found = Delivery.objects.filter(municipality_id=municipality_id, state__in=states)
    return list(found.values_list("pk", flat=True))


def waiting(municipality_id: int) -> list[Delivery]:
    """Return the files of a municipality that must still be checked, in order of arrival."""
    found = Delivery.objects.filter(municipality_id=municipality_id, state=State.RECEIVED)
    return list(found.select_related("municipality", "received_by").order_by("pk"))


def in_region() -> list[Municipality]:
    """Return the municipalities in scope whose records may be computed with together."""
    found = Municipality.objects.filter(reporters__in_region_since__isnull=False)
    return list(found.select_related("region").distinct().order_by("pk"))


def predecessor(delivery: Delivery) -> Delivery | None:
    """Return the delivery that counts now for the same kind and month, if it is another one."""
    return (
        Delivery.objects.filter(
            municipality_id=delivery.municipality_id,
            code=delivery.code,
            statistic=delivery.statistic,
            period=delivery.period,
            source=delivery.source,
            state=State.ACCEPTED,
        )
        .exclude(pk=delivery.pk)
        .first()
    )


@contextmanager
def register_tables(
    deliveries: Iterable[int], without: Iterable[int] = ()
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give the register tables with the records of these deliveries (by id), in DuckDB.

    For an analysis: pseudonyms only, in an order that depends on the files alone.
    ``without`` are ids from :func:`left_out`: the records of those people are not there.
    """
    with workspace(deliveries, without) as space:
        yield space.tables


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What one delivery in force says about its month."""

    period: dt.date
    rows: int
    persons: int
    errors: int


def trend(delivery: Delivery, most: int = 24) -> list[MonthRow]:
    """Return the months up to and including the delivery's own, as far as they count."""
    found = Delivery.objects.filter(
        municipality_id=delivery.municipality_id,
        code=delivery.code,
        statistic=delivery.statistic,
        period__lt=delivery.period,
        state=State.ACCEPTED,
    ).order_by("-period")[: most - 1]
    shown = [*reversed(found.defer(*_HEAVY)), delivery]
    return [MonthRow(d.period, d.rows, d.persons, d.errors) for d in shown if d.period]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many records a correction adds, drops, changes and leaves as they are."""

    added: int
    gone: int
    changed: int
    same: int


_KEYS = {
    Statistic.SRG: ("deliveries_srg_measure", "measure"),
    Statistic.BUS: ("deliveries_bus_benefit_month", "benefit"),
}


# Two rows of one person under one number are paired in the order they stand.
_CHANGES = """
with told as (
    select delivery_id = %(new)s as is_new, person, {number} as number,
        row_number() over (
            partition by delivery_id, person, {number} order by source_row
        ) as nth,
        to_jsonb(r) - 'delivery_id' - 'source_row' as said
    from {table} r where delivery_id in (%(old)s, %(new)s)
), pairs as (
    select o.said as before, n.said as after
    from (select * from told where not is_new) o
    full join (select * from told where is_new) n using (person, number, nth)
)
select count(*) filter (where before is null), count(*) filter (where after is null),
    count(*) filter (where before <> after), count(*) filter (where before = after)
from pairs
"""


def changes(old: Delivery, new: Delivery) -> Changes | None:
    """Compare the stored records of two deliveries by person and registration number.

    Of two labour market tables: by area, figure and month.
    """
    if new.statistic == Statistic.MARKET:
        return _market_changes(old, new)
    if new.statistic not in _KEYS:
        return None
    table, number = _KEYS[Statistic(new.statistic)]
    query = sql.SQL(_CHANGES).format(table=sql.Identifier(table), number=sql.Identifier(number))
    with connection.cursor() as cursor:
        cursor.execute(query, {"old": old.pk, "new": new.pk})
        row = cursor.fetchone()
    return Changes(*row) if row else None


def _market_changes(old: Delivery, new: Delivery) -> Changes:
    before, after = (
        {
            (row.area, row.indicator, row.period): row.value
            for row in LabourMarketMonth.objects.filter(delivery=delivery)
        }
        for delivery in (old, new)
    )
    both = before.keys() & after.keys()
    same = sum(before[key] == after[key] for key in both)
    return Changes(len(after) - len(both), len(before) - len(both), len(both) - same, same)


def about_people(statistic: str) -> bool:
    """Whether files of a kind are about people; a labour market table is not."""
    return statistic != Statistic.MARKET
