"""Work week by week, as rows and as the pure core knows it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from streekwerk.accounts.models import User
from streekwerk.matching.chains.demand import Demand, Place
from streekwerk.matching.inventory import Level, Moment
from streekwerk.partners.models import Employer
from streekwerk.partners.permissions import own_contact, reads_employers, region_of
from streekwerk.work.models import WeeklyDemand


def demand_visible_to(user: User | AnonymousUser) -> QuerySet[WeeklyDemand]:
    """Return the work by week that ``user`` may see: of the region, or of the own employer."""
    if reads_employers(user):
        found = WeeklyDemand.objects.filter(region_id=region_of(user))
    elif contact := own_contact(user):
        found = WeeklyDemand.objects.filter(employer_id=contact.employer_id)
    else:
        return WeeklyDemand.objects.none()
    return found.filter(ended_at=None, employer__closed_on=None).select_related(
        "employer__municipality"
    )


def demand_of(user: User, employer: Employer) -> list[WeeklyDemand]:
    """Return the work by week of one employer."""
    return list(demand_visible_to(user).filter(employer=employer))


def one_demand(user: User, employer: Employer, public_id: uuid.UUID) -> WeeklyDemand | None:
    """Return one kind of work; None when it is not there, or not for this user."""
    return demand_visible_to(user).filter(employer=employer, public_id=public_id).first()


def placed(rows: Iterable[WeeklyDemand]) -> list[WeeklyDemand]:
    """Return those of which the place is known: only they can be joined to a job."""
    return [row for row in rows if row.employer.x_km is not None]


def pure(row: WeeklyDemand) -> Demand:
    """Return a row as the pure core knows it, under its public id and that of the employer."""
    return _under(str(row.public_id), row)


def titled(row: WeeklyDemand) -> Demand:
    """Return a row under its title, as it stands in a workbook; the place may be unknown."""
    return _under(row.title, row)


def _under(key: str, row: WeeklyDemand) -> Demand:
    return Demand(
        key=key,
        employer=str(row.employer.public_id),
        place=Place(row.employer.x_km or 0.0, row.employer.y_km or 0.0),
        level=Level(row.level),
        half_hours=tuple(row.half_hours),
        worth=row.worth,
        skills=frozenset(row.skills),
        moments=frozenset(Moment(each) for each in row.moments),
        can_employ=row.can_employ,
    )
