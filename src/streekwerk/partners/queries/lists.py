"""Lists of employers: found, filtered, by phase, and the agreements that come up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners.models import Agreement, Employer, MotiveScore
from streekwerk.partners.permissions import may_open, reads_employers, region_of
from streekwerk.partners.queries.files import visible_to
from streekwerk.vocabulary.dennis import TILES, Tile
from streekwerk.vocabulary.motives import LEADING, Motive
from streekwerk.vocabulary.sbi import Division, divisions, sections
from streekwerk.vocabulary.searching import searchable

SOON_DAYS = 14


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which employers of a list are wanted; empty means all.

    Attributes
    ----------
    search : part of a name or place, or a KvK number.
    phase : code of a tile.
    section : letter of the sector.
    municipality : id of the home municipality.
    motive : a motive that was weighted 4 or 5 last time.
    adviser : only those this adviser looks after.
    closed : closed files instead of open ones.
    """

    search: str = ""
    phase: str = ""
    section: str = ""
    municipality: int | None = None
    motive: str = ""
    adviser: User | None = None
    closed: bool = False


def employers(user: User | AnonymousUser, wanted: Wanted | None = None) -> QuerySet[Employer]:
    """Return the employers ``user`` may see and wants, by name."""
    wanted = wanted or Wanted()
    found = visible_to(user).filter(closed_on__isnull=not wanted.closed)
    for word in searchable(wanted.search).split():
        found = found.filter(Q(search_name__contains=word) | Q(kvk_number=word))
    if wanted.phase:
        found = found.filter(phase=wanted.phase)
    if wanted.section:
        found = found.filter(_in_section(wanted.section))
    if wanted.municipality is not None:
        found = found.filter(municipality_id=wanted.municipality)
    if wanted.motive:
        found = found.filter(pk__in=_driven_by(wanted.motive))
    if wanted.adviser is not None:
        found = found.filter(adviser=wanted.adviser)
    return found.select_related("municipality", "adviser")


def _in_section(letter: str) -> Q:
    found = Q(pk__in=())
    for section in sections():
        if section.code == letter:
            for division in section.divisions:
                found |= Q(sbi_code__startswith=division.code)
    return found


def _driven_by(motive: str) -> QuerySet[MotiveScore, int]:
    said = MotiveScore.objects.filter(motive=motive, score__gte=LEADING, round__current=True)
    return said.values_list("employer_id", flat=True)


@dataclass(frozen=True, slots=True)
class InPhase:
    """How many employers are in a phase."""

    tile: Tile
    number: int


def by_phase(found: QuerySet[Employer]) -> tuple[InPhase, ...]:
    """Return for every phase, in order, how many of ``found`` are in it: one query."""
    rows = found.order_by().values("phase").annotate(number=Count("pk"))
    numbers = {row["phase"]: row["number"] for row in rows}
    return tuple(InPhase(each, numbers.get(code, 0)) for code, each in TILES.items())


def leading_motives(found: Iterable[Employer]) -> dict[int, tuple[Motive, ...]]:
    """Return which motives each employer (by id) weighted 4 or 5 last time, highest first."""
    ids = [each.pk for each in found]
    said = MotiveScore.objects.filter(
        employer_id__in=ids, score__gte=LEADING, round__current=True
    ).order_by("-score", "pk")
    motives: dict[int, list[Motive]] = {}
    for each in said:
        motives.setdefault(each.employer_id, []).append(Motive(each.motive))
    return {pk: tuple(of) for pk, of in motives.items()}


def agreements_for(
    user: User | AnonymousUser, *, open_only: bool = True, until: date | None = None
) -> QuerySet[Agreement]:
    """Return the agreements of every employer ``user`` may see, first what comes first.

    Parameters
    ----------
    open_only
        Without those that ended.
    until
        Only those with a day to look, or a due day, on or before this one.
    """
    if not reads_employers(user):
        return Agreement.objects.none()
    found = Agreement.objects.filter(region_id=region_of(user), employer__closed_on=None)
    if open_only:
        found = found.filter(ended_on=None)
    if until is not None:
        found = found.filter(Q(look_on__lte=until) | Q(due__lte=until))
    return found.select_related("employer", "of_region", "of_employer")


def coming_up(user: User | AnonymousUser) -> QuerySet[Agreement]:
    """Return the agreements of which a day comes within two weeks or has passed."""
    return agreements_for(user, until=timezone.localdate() + timedelta(days=SOON_DAYS))


def agreements_of(user: User, employer: Employer) -> list[Agreement]:
    """Return every agreement with one employer, running ones first, with both looks back."""
    if not may_open(user, employer):
        return []
    found = employer.agreements.select_related("of_region", "of_employer", "made_by")
    return sorted(
        found.prefetch_related("events__by", "evaluations__by"),
        key=lambda each: (each.ended_on is not None, each.look_on or date.max, each.pk),
    )


def sectors_here(user: User | AnonymousUser) -> list[Division]:
    """Return the divisions of economic activity that the user's employers are in."""
    codes = visible_to(user).order_by().values_list("sbi_code", flat=True).distinct()
    here = {code[:2] for code in codes}
    return [each for code, each in divisions().items() if code in here]


def number_known(user: User | AnonymousUser) -> int:
    """Return how many employers ``user`` may see, closed files left out."""
    return visible_to(user).filter(closed_on=None).count()
