"""For whom the region makes work: counts, and what work may ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.work import refusals
from streekwerk.work.models import RegionalGroup
from streekwerk.work.permissions import may_keep_groups, region_of
from streekwerk.work.queries.groups import default_rows
from streekwerk.work.refusals import Refused

FIELDS = (
    "name_nl",
    "name_en",
    "says_nl",
    "says_en",
    "people",
    "counted_on",
    "counted_from",
    "level",
    "grows_to",
    "peak_physical",
    "peak_cognitive",
    "peak_social",
    "peak_energetic",
    "physical",
    "cognitive",
    "social",
    "energetic",
    "shortest",
    "longest",
    "moments",
    "skills",
    "guidance",
    "most_risk",
)


@transaction.atomic
def change_group(user: User, key: str, values: Mapping[str, Any]) -> RegionalGroup:
    """Change one group of the user's region; the first change makes the groups its own.

    Raises
    ------
    Refused
        When a count does not say of which day it is and where it comes from.
    """
    require(may_keep_groups(user))
    region_id = region_of(user)
    own_groups_of(region_id)
    group = RegionalGroup.objects.select_for_update().get(region_id=region_id, key=key)
    for name in FIELDS:
        if name in values:
            setattr(group, name, values[name])
    if group.people is not None and not (group.counted_on and group.counted_from.strip()):
        raise Refused(refusals.NO_COUNT_SOURCE)
    group.changed_by = user
    group.save()
    audit.record(user, "work.group_changed", group, group=key, people=group.people)
    return group


def own_groups_of(region_id: int) -> None:
    """Make the groups to begin with a region's own, unless it has some. In a transaction."""
    if RegionalGroup.objects.filter(region_id=region_id).exists():
        return
    RegionalGroup.objects.bulk_create(default_rows(region_id))
