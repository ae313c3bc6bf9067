"""Write down what an employer can do, and what must come out of it for the business."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.guidance.choices import Choice
from streekwerk.partners import refusals
from streekwerk.partners.actions.noting import held, note
from streekwerk.partners.choices import (
    Accessibility,
    FloorLanguage,
    Month,
    Technology,
    Weekday,
)
from streekwerk.partners.models import Employer, Possibilities, ValuePackage, ValuePoint
from streekwerk.partners.permissions import require_fill_in


@dataclass(frozen=True, slots=True)
class Possible:
    """What is possible; None and empty lists mean that it was not asked.

    ``guidance_minutes`` : minutes a week in which somebody can guide. ``workplaces`` : how
    many people could start. Lists hold keys of ``partners.choices``.
    """

    guidance_minutes: int | None = None
    workplaces: int | None = None
    days: Sequence[str] = ()
    from_time: time | None = None
    until_time: time | None = None
    busy_months: Sequence[str] = ()
    accessibility: Sequence[str] = ()
    languages: Sequence[str] = ()
    technology: Sequence[str] = ()
    words: str = ""


@transaction.atomic
def record_possibilities(user: User, employer: Employer, possible: Possible) -> Possibilities:
    """Keep what is possible from today on; what was noted before stays as history.

    Raises
    ------
    Refused
        When something is not one of the choices.
    """
    employer = held(employer)
    side = require_fill_in(user, employer)
    kept = Possibilities.objects.create(
        region_id=employer.region_id,
        employer=employer,
        on=timezone.localdate(),
        by=user,
        side=side.value,
        **kept_values(possible),
    )
    note(user, "possibilities.recorded", kept, employer, side=side.value)
    return kept


def kept_values(possible: Possible) -> dict[str, object]:
    """Return the fields of a row; Refused when something is not one of the choices."""
    return {
        "guidance_minutes": possible.guidance_minutes,
        "workplaces": possible.workplaces,
        "days": _chosen(possible.days, Weekday),
        "from_time": possible.from_time,
        "until_time": possible.until_time,
        "busy_months": _chosen(possible.busy_months, Month),
        "accessibility": _chosen(possible.accessibility, Accessibility),
        "languages": _chosen(possible.languages, FloorLanguage),
        "technology": _chosen(possible.technology, Technology),
        "words": possible.words.strip(),
    }


def _chosen(given: Iterable[str], choices: type[Choice]) -> list[str]:
    wanted = set(given)
    if wanted - set(choices.keys()):
        raise refusals.Refused(refusals.NOT_A_CHOICE)
    return [key for key in choices.keys() if key in wanted]  # noqa: SIM118 - of an enumeration


@dataclass(frozen=True, slots=True)
class Point:
    """One measurable point: what, how it is now (may be unknown), and how it should become."""

    what: str
    aim: str
    now: str = ""


@transaction.atomic
def record_value(
    user: User, employer: Employer, words: str, points: Iterable[Point] = ()
) -> ValuePackage:
    """Keep what must come out of it for the business; what was said before stays.

    Raises
    ------
    Refused
        Without words.
    """
    employer = held(employer)
    side = require_fill_in(user, employer)
    if not words.strip():
        raise refusals.Refused(refusals.NO_WORDS)
    package = ValuePackage.objects.create(
        region_id=employer.region_id,
        employer=employer,
        on=timezone.localdate(),
        by=user,
        side=side.value,
        words=words.strip(),
    )
    ValuePoint.objects.bulk_create(
        ValuePoint(
            region_id=employer.region_id,
            employer=employer,
            package=package,
            what=each.what.strip(),
            now=each.now.strip(),
            aim=each.aim.strip(),
        )
        for each in points
        if each.what.strip()
    )
    note(user, "value.recorded", package, employer, side=side.value)
    return package
