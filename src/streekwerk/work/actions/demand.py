"""Write down what work there is week by week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.matching.chains.demand import Demand
from streekwerk.partners.actions.noting import held, note
from streekwerk.partners.models import Employer
from streekwerk.work import refusals
from streekwerk.work.models import WeeklyDemand
from streekwerk.work.permissions import require_fill_in
from streekwerk.work.refusals import Refused

FIELDS = ("title", "level", "half_hours", "worth", "skills", "moments", "can_employ")


@transaction.atomic
def save_demand(
    user: User,
    employer: Employer,
    values: Mapping[str, Any],
    demand: WeeklyDemand | None = None,
) -> WeeklyDemand:
    """Add work by week, or change it. Chains that were proposed keep what they were made with.

    Raises
    ------
    PermissionDenied
        For who does not work on this employer.
    Refused
        When the name is there already, no week has hours, or the file is closed.
    """
    require_fill_in(user, employer)
    held(employer)
    title = values["title"].strip()
    there = WeeklyDemand.objects.filter(employer=employer, ended_at=None, title=title)
    if (there.exclude(pk=demand.pk) if demand else there).exists():
        raise Refused(refusals.DEMAND_THERE)
    if not any(values["half_hours"]):
        raise Refused(refusals.NO_WEEKS)
    row = demand or WeeklyDemand(region_id=employer.region_id, employer=employer)
    for name in FIELDS:
        setattr(row, name, values[name])
    row.title, row.changed_by, row.changed_at = title, user, timezone.now()
    row.save()
    note(user, "demand.changed" if demand else "demand.added", row, employer)
    return row


@transaction.atomic
def end_demand(user: User, demand: WeeklyDemand) -> None:
    """Take work away; chains that were proposed with it stay as they are."""
    require_fill_in(user, demand.employer)
    demand.ended_at = timezone.now()
    demand.save(update_fields=["ended_at"])
    note(user, "demand.ended", demand, demand.employer)


@transaction.atomic
def take_in(user: User, employer: Employer, demands: Sequence[Demand]) -> int:
    """Put what a workbook holds in place of what there is, by name; returns how many rows."""
    require_fill_in(user, employer)
    held(employer)
    there = {
        each.title: each for each in WeeklyDemand.objects.filter(employer=employer, ended_at=None)
    }
    now = timezone.now()
    for demand in demands:
        row = there.pop(demand.key, None)
        row = row or WeeklyDemand(region_id=employer.region_id, employer=employer)
        for name, value in values_of(demand).items():
            setattr(row, name, value)
        row.changed_by, row.changed_at = user, now
        row.save()
    for gone in there.values():
        gone.ended_at = now
        gone.save(update_fields=["ended_at"])
    note(user, "demand.taken_in", employer, employer, rows=len(demands), ended=len(there))
    return len(demands)


def values_of(demand: Demand) -> dict[str, Any]:
    """Return the fields of a row."""
    return {
        "title": demand.key[:120],
        "level": int(demand.level),
        "half_hours": list(demand.half_hours),
        "worth": demand.worth,
        "skills": sorted(demand.skills),
        "moments": sorted(moment.value for moment in demand.moments),
        "can_employ": demand.can_employ,
    }
