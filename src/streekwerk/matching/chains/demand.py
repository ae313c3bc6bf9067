"""What employers need over the year, week by week, and the rules for joining it to jobs."""

from __future__ import annotations

import math
from dataclasses import dataclass

from streekwerk.matching.inventory import Level, Moment

WEEKS = 52


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map, in kilometres (as the Dutch grid, RD, in metres over 1,000)."""

    x: float
    y: float

    def distance(self, other: Place) -> float:
        """Return kilometres as the crow flies."""
        return math.hypot(self.x - other.x, self.y - other.y)


@dataclass(frozen=True, slots=True)
class Demand:
    """One kind of work of one employer over a year.

    Attributes
    ----------
    employer, place : whose work and where.
    level, skills : what it asks.
    half_hours : for each of 52 weeks, how many half hours of this work lack hands.
    worth : cents an half hour that somebody steady is worth more to this employer than
        what it does now (temporary work, overtime, turning work away).
    moments : when in the week; empty is any time.
    can_employ : whether this employer can be the formal employer of a shared job.
    """

    key: str
    employer: str
    place: Place
    level: Level
    half_hours: tuple[int, ...]
    worth: int
    skills: frozenset[str] = frozenset()
    moments: frozenset[Moment] = frozenset()
    can_employ: bool = True

    def __post_init__(self) -> None:
        if len(self.half_hours) != WEEKS or min(self.half_hours) < 0:
            raise ValueError(f"demand {self.key!r} needs {WEEKS} weeks of 0 half hours or more")


@dataclass(frozen=True, slots=True)
class ChainRules:
    """What a shared job must live up to.

    Attributes
    ----------
    most_employers : in one job.
    within : kilometres between any two of them.
    week : half hours the job offers a week; ``least_week`` is what still counts as a week.
    weeks : in how many weeks of the year there must be at least ``least_week``; the rest
        is leave.
    most_skills : different skills one job may ask in all.
    travel : cents a kilometre, there and back, once a week between two employers that
        share that week. ``sharing`` : cents a week for planning and guidance together,
        for every employer above one that year.
    """

    most_employers: int = 3
    within: float = 15.0
    week: int = 64
    least_week: int = 48
    weeks: int = 47
    most_skills: int = 6
    travel: int = 46
    sharing: int = 1_500

    def __post_init__(self) -> None:
        if not 1 <= self.most_employers <= 3:
            raise ValueError("one to three employers share a job; longer chains are built of those")
        if not 0 < self.least_week <= self.week or not 0 < self.weeks <= WEEKS:
            raise ValueError("a week and a year must hold something")


def leave_no_rest(one: Demand, other: Demand) -> bool:
    """Whether working at both in one week can break the daily rest of eleven hours.

    Arbeidstijdenwet art. 5:3: after an evening or night at one employer, no morning at
    the other. Demands that can be done at any time leave room.
    """
    late = {Moment.EVENING, Moment.NIGHT}
    return (_only(one, late) and _only(other, {Moment.MORNING})) or (
        _only(other, late) and _only(one, {Moment.MORNING})
    )


def _only(demand: Demand, moments: set[Moment]) -> bool:
    return bool(demand.moments) and demand.moments <= moments
