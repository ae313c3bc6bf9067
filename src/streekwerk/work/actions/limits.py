"""What a new job must live up to, as the employer wants it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners.actions.noting import held, note
from streekwerk.partners.models import Employer
from streekwerk.work import refusals
from streekwerk.work.models import DesignLimits, DesignSet
from streekwerk.work.models.limits import NUMBERS
from streekwerk.work.permissions import require_fill_in
from streekwerk.work.queries.limits import limits_of
from streekwerk.work.refusals import Refused

FIELDS = (*NUMBERS, "costs", "own_costs", "groups")
# Which way a rule is loosened. What people can bear is no limit of the employer's.
WAYS = {
    "shortest": -1,
    "fewest_tasks": -1,
    "kept": -1,
    "learning": -1,
    "largest_share": 1,
    "guidance_room": 1,
    "most_roles": 1,
}


@transaction.atomic
def set_limits(user: User, employer: Employer, values: Mapping[str, Any]) -> DesignLimits:
    """Keep the limits; Refused when they contradict each other."""
    require_fill_in(user, employer)
    held(employer)
    limits = limits_of(employer)
    changed = [key for key in FIELDS if key in values and getattr(limits, key) != values[key]]
    for key in changed:
        setattr(limits, key, values[key])
    try:
        limits.rules()
    except ValueError as error:
        raise Refused(refusals.CONTRADICTION) from error
    limits.changed_at, limits.changed_by = timezone.now(), user
    limits.save()
    if changed:
        note(user, "work.limits_changed", limits, employer, fields=changed)
    return limits


def loosen(user: User, asked: DesignSet, rule: str) -> DesignLimits:
    """Apply the loosening of one rule that a computation named, and no more than that."""
    by = next((each["by"] for each in asked.relaxations if each["rule"] == rule), None)
    if by is None or rule not in WAYS:
        raise Refused(refusals.CONTRADICTION)
    used = int(asked.inputs["rules"][rule])
    return set_limits(user, asked.employer, {rule: used + WAYS[rule] * by})
