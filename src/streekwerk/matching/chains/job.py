"""One shared job, week by week: who works where, and who is the formal employer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from streekwerk.matching.chains.candidates import Candidates, costs
from streekwerk.matching.chains.demand import WEEKS, ChainRules, Demand
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Share:
    """What one demand takes of the job: half hours in each of 52 weeks."""

    demand: Demand
    half_hours: tuple[int, ...]

    @property
    def gained(self) -> int:
        """Return cents a year these hours are worth to the employer."""
        return sum(self.half_hours) * self.demand.worth

    @property
    def hours(self) -> float:
        """Return hours a year."""
        return sum(self.half_hours) / 2


@dataclass(frozen=True, slots=True)
class Span:
    """Weeks in a row (from 1, both included) with the same workplaces.

    ``hours`` a week at each of ``demands`` (keys), on average over the span.
    """

    first: int
    last: int
    demands: tuple[str, ...]
    hours: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ChainJob:
    """A job of up to three demands. ``travel`` and ``sharing`` are cents a year."""

    shares: tuple[Share, ...]
    travel_and_sharing: int

    @property
    def value(self) -> int:
        """Return cents a year that the members gain together."""
        return sum(share.gained for share in self.shares) - self.travel_and_sharing

    @property
    def employers(self) -> tuple[str, ...]:
        """Return who is in it, in order of preference."""
        return tuple(share.demand.employer for share in self.shares)

    @property
    def weeks(self) -> tuple[int, ...]:
        """Return half hours in each week."""
        return tuple(sum(week) for week in zip(*(s.half_hours for s in self.shares), strict=True))

    @property
    def working_weeks(self) -> int:
        """Return in how many weeks there is work."""
        return sum(week > 0 for week in self.weeks)

    @property
    def average(self) -> float:
        """Return hours a week in the weeks with work."""
        return sum(self.weeks) / 2 / max(1, self.working_weeks)

    def spans(self) -> tuple[Span, ...]:
        """Return the year as weeks in a row with the same workplaces; leave has none."""
        where = [
            tuple(share for share in self.shares if share.half_hours[week]) for week in range(WEEKS)
        ]
        spans = []
        for here, group in groupby(range(WEEKS), key=where.__getitem__):
            weeks = list(group)
            hours = tuple(
                sum(share.half_hours[week] for week in weeks) / 2 / len(weeks) for share in here
            )
            keys = tuple(share.demand.key for share in here)
            spans.append(Span(weeks[0] + 1, weeks[-1] + 1, keys, hours))
        return tuple(spans)


def job_of(
    candidates: Candidates, number: int, demands: Sequence[Demand], rules: ChainRules
) -> ChainJob:
    """Return a candidate as a job."""
    here = candidates.members[number] >= 0
    members = candidates.members[number][here]
    taken = candidates.taken[number][here]
    return ChainJob(
        tuple(
            Share(demands[member], tuple(int(each) for each in weeks))
            for member, weeks in zip(members, taken, strict=True)
        ),
        int(costs(members[None, :], taken[None, :, :], demands, rules)[0]),
    )


@dataclass(frozen=True, slots=True)
class FormalEmployer:
    """Who signs the contract, and why; ``employer`` is empty when nobody can."""

    employer: str
    reason: Text


def formal_employer(job: ChainJob) -> FormalEmployer:
    """Choose who is the formal employer: of those who can, where most of the hours are.

    Then the contract, the pay slip and the leave are where the person mostly is; of equal
    hours the one who needs the person in most weeks.
    """
    able = [share for share in job.shares if share.demand.can_employ]
    if not able:
        return FormalEmployer(
            "",
            Text(
                "geen van de werkgevers kan zelf een contract geven",
                "none of the employers can give a contract",
            ),
        )
    best = max(able, key=lambda s: (s.hours, sum(week > 0 for week in s.half_hours)))
    part = round(100 * best.hours / sum(share.hours for share in job.shares))
    if len(job.shares) == 1:
        reason = Text("het is de enige werkgever", "it is the only employer")
    elif len(able) == 1:
        reason = Text(
            f"is de enige van de {len(job.shares)} die een contract kan geven ({part}% van de "
            "uren is daar)",
            f"is the only one of the {len(job.shares)} who can give a contract ({part}% of the "
            "hours are there)",
        )
    else:
        reason = Text(
            f"heeft van wie een contract kan geven de meeste uren: {part}% van het jaar",
            f"has, of those who can give a contract, most of the hours: {part}% of the year",
        )
    return FormalEmployer(best.demand.employer, reason)


def away(job: ChainJob) -> float:
    """Return the largest distance between two workplaces in kilometres."""
    places = [share.demand.place for share in job.shares]
    return float(max((a.distance(b) for a in places for b in places), default=np.float64(0)))
