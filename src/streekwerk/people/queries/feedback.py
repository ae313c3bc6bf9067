"""What happened with one's own people, and with the team's, against what was to be expected.

Own figures are for oneself alone. The team's are shown when at least three colleagues
stand behind them, so that nobody's own can be worked out from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.evidence.casemix import (
    CaseMix,
    Estimate,
    against_earlier,
    against_others,
    share_of,
    unexpected,
)
from streekwerk.guidance.follow_up.moments import months_after
from streekwerk.people.models import Decision, Person
from streekwerk.people.queries.files import visible_to
from streekwerk.people.queries.trajectories import HORIZONS, Trajectories, trajectories_of
from streekwerk.people.team_permissions import (
    may_see_own_feedback,
    may_see_team,
    municipality_of,
)

FEWEST_COLLEAGUES = 3
FEWEST_DECISIONS = 20
RUBBER_STAMP = 0.05
MOST_CASES = 4
_YEAR = 12
_SEED = 5


@dataclass(frozen=True, slots=True)
class AtHorizon:
    """What happened ``months`` after the start. ``soon`` counts who is not that far yet."""

    months: int
    found: CaseMix
    soon: int


def own_feedback(user: User, today: date) -> tuple[AtHorizon, ...]:
    """Return what happened with the people ``user`` made a first plan or decision with."""
    require(may_see_own_feedback(user))
    whole = trajectories_of(municipality_of(user), today)
    mine = whole.by == user.pk
    return tuple(_own(whole, mine, months) for months in HORIZONS)


def _own(whole: Trajectories, mine: npt.NDArray[np.bool_], months: int) -> AtHorizon:
    reached = whole.reached(months)
    cases = whole.cases(months, reached)
    return AtHorizon(months, against_others(cases, mine[reached]), int((mine & ~reached).sum()))


@dataclass(frozen=True, slots=True)
class TeamFeedback:
    """The team's own year against its earlier years; None with fewer than three colleagues."""

    colleagues: int
    horizons: tuple[AtHorizon, ...] | None


def team_feedback(user: User, today: date) -> TeamFeedback:
    """Return what happened with whom the team helped, against its own earlier years."""
    require(may_see_team(user))
    whole = trajectories_of(municipality_of(user), today)
    recent = {months: _recent(whole, months) for months in HORIZONS}
    behind = [len(set(whole.by[rows].tolist())) for rows in recent.values() if rows.any()]
    fewest = min(behind, default=0)
    if fewest < FEWEST_COLLEAGUES:
        return TeamFeedback(fewest, None)
    return TeamFeedback(fewest, tuple(_team(whole, recent[months], months) for months in HORIZONS))


def _recent(whole: Trajectories, months: int) -> npt.NDArray[np.bool_]:
    """Return who came ``months`` far in the past year."""
    first = months_after(whole.today, -months - _YEAR)
    return whole.reached(months) & np.array([day > first for day in whole.began], dtype=np.bool_)


def _team(whole: Trajectories, recent: npt.NDArray[np.bool_], months: int) -> AtHorizon:
    reached = whole.reached(months)
    cases = whole.cases(months, reached)
    group = recent[reached]
    return AtHorizon(months, against_earlier(cases, group, ~group), int((~reached).sum()))


@dataclass(frozen=True, slots=True)
class Followed:
    """How choices went with the evidence, and what happened after six months.

    ``share`` is the share that went another way, with its interval; None with too few.
    ``after`` gives the share in work of who went along, and of who went another way.
    """

    along: int
    another_way: int
    nothing_to_follow: int
    share: Estimate | None
    after: tuple[Estimate | None, Estimate | None]

    @property
    def asks_to_look(self) -> bool:
        """Whether almost every choice goes along: a question to ask, and no reproach."""
        decided = self.along + self.another_way
        return decided >= FEWEST_DECISIONS and self.another_way / decided < RUBBER_STAMP


def followed(user: User, today: date) -> Followed:
    """Return how the team's choices of the last two years went with the evidence."""
    require(may_see_team(user))
    home = municipality_of(user)
    since = months_after(today, -2 * _YEAR)
    rows = list(
        Decision.objects.filter(
            municipality_id=home, decided_on__gte=since, support__isnull=False
        ).values_list("person_id", "support__followed", "decided_by_id")
    )
    along = [person for person, did, _by in rows if did is True]
    another = [person for person, did, _by in rows if did is False]
    colleagues = {by for _person, did, by in rows if did is not None}
    enough = len(colleagues) >= FEWEST_COLLEAGUES
    return Followed(
        along=len(along),
        another_way=len(another),
        nothing_to_follow=len(rows) - len(along) - len(another),
        share=share_of(len(another), len(along) + len(another)) if enough else None,
        after=_after(home, today, along, another) if enough else (None, None),
    )


def _after(
    home: int, today: date, along: list[int], another: list[int]
) -> tuple[Estimate | None, Estimate | None]:
    whole = trajectories_of(home, today)
    worked = dict(zip(whole.person.tolist(), whole.worked[HORIZONS[0]].tolist(), strict=True))
    return _share(worked, along), _share(worked, another)


def _share(worked: dict[int, float], people: list[int]) -> Estimate | None:
    known = [w for each in set(people) if not np.isnan(w := worked.get(each, float("nan")))]
    return share_of(int(sum(known)), len(known))


@dataclass(frozen=True, slots=True)
class ToDiscuss:
    """A case to talk about: since when, and whether there is work, against expectation.

    ``person`` is filled for who may open that file; for the others it stays nobody's.
    """

    began: date
    works: bool
    person: Person | None = None


def to_discuss(user: User, today: date) -> tuple[ToDiscuss, ...]:
    """Return the newest unexpected outcomes, as many of each kind, latest first.

    Chosen by what happened alone; whose client it was plays no part. Whoever guides somebody
    recognises the case and can bring it in.
    """
    require(may_see_team(user))
    whole = trajectories_of(municipality_of(user), today)
    months = HORIZONS[0]
    rows = whole.reached(months)
    did, did_not = unexpected(whole.cases(months, rows), np.random.default_rng(_SEED))
    people, began = whole.person[rows], [d for d, at in zip(whole.began, rows, strict=True) if at]
    chosen: dict[int, tuple[date, bool]] = {}
    for which, works in ((did, True), (did_not, False)):
        newest = sorted(np.flatnonzero(which), key=lambda k: (began[k], people[k]), reverse=True)
        chosen |= {int(people[k]): (began[k], works) for k in newest[:MOST_CASES]}
    own = {each.pk: each for each in visible_to(user).filter(pk__in=chosen)}
    cases = [ToDiscuss(*told, own.get(person)) for person, told in chosen.items()]
    return tuple(sorted(cases, key=lambda one: one.began, reverse=True))
