"""For whom a region makes work: its own groups, or the ones to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.default_groups import DEFAULT_GROUPS
from streekwerk.vocabulary.language import Text
from streekwerk.work.models import RegionalGroup


@dataclass(frozen=True, slots=True)
class GroupNow:
    """A group as it is now; ``people`` is None while the region did not count."""

    key: str
    name: Text
    says: Text
    people: int | None
    counted_on: date | None
    counted_from: str
    group: CandidateGroup


def groups_of(region_id: int) -> tuple[GroupNow, ...]:
    """Return the groups of a region; the ones to begin with until it has its own."""
    own = tuple(RegionalGroup.objects.filter(region_id=region_id))
    if own:
        return tuple(
            GroupNow(
                each.key,
                each.name,
                each.says,
                each.people,
                each.counted_on,
                each.counted_from,
                each.as_group(),
            )
            for each in own
        )
    return tuple(
        GroupNow(one.group.key, one.name, one.says, None, None, "", one.group)
        for one in DEFAULT_GROUPS
    )


def own_groups(region_id: int) -> tuple[RegionalGroup, ...]:
    """Return the rows of a region's own groups; empty while it uses the ones to begin with."""
    return tuple(RegionalGroup.objects.filter(region_id=region_id))


def is_counted(groups: Sequence[GroupNow]) -> bool:
    """Whether the region knows of every group how many people there are."""
    return all(each.people is not None for each in groups)


def to_compute_with(groups: Sequence[GroupNow]) -> tuple[CandidateGroup, ...]:
    """Return the groups for the solver: as counted, or each as one when a count is missing.

    A group nobody counted must not weigh less than one that was.
    """
    if is_counted(groups):
        return tuple(each.group for each in groups)
    return tuple(replace(each.group, people=1) for each in groups)


def as_row(region_id: int, key: str) -> RegionalGroup | None:
    """Return a group as a row to edit; not kept yet while the region uses those to begin with."""
    own = RegionalGroup.objects.filter(region_id=region_id)
    if own.exists():
        return own.filter(key=key).first()
    return next((row for row in default_rows(region_id) if row.key == key), None)


def default_rows(region_id: int) -> tuple[RegionalGroup, ...]:
    """Return the groups to begin with as rows of a region, not kept."""
    return tuple(
        RegionalGroup(
            region_id=region_id,
            key=one.group.key,
            name_nl=one.name.nl,
            name_en=one.name.en,
            says_nl=one.says.nl,
            says_en=one.says.en,
            level=int(one.group.level),
            grows_to=int(one.group.grows_to),
            shortest=one.group.shortest,
            longest=one.group.longest,
            moments=sorted(moment.value for moment in one.group.moments),
            skills=sorted(one.group.skills),
            guidance=one.group.guidance,
            most_risk=one.group.most_risk,
            **dict(zip(_LOADS, (*one.group.peak.as_tuple(), *one.group.sustained), strict=True)),
        )
        for one in DEFAULT_GROUPS
    )


_KINDS = ("physical", "cognitive", "social", "energetic")
_LOADS = (*(f"peak_{kind}" for kind in _KINDS), *_KINDS)
