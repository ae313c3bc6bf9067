"""What happens when one employer drops out: of one chain, and of a region's plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from streekwerk.matching.chains.by_hand import best_with
from streekwerk.matching.chains.candidates import Candidates
from streekwerk.matching.chains.columns import Columns, by_value, greedily
from streekwerk.matching.chains.demand import ChainRules, Demand
from streekwerk.matching.chains.job import ChainJob


@dataclass(frozen=True, slots=True)
class Without:
    """A chain without one of its employers.

    Attributes
    ----------
    weeks : numbers (from 1) of the weeks that then lack hours. ``hours`` : lacking a year.
    instead : the best job the others can make, by themselves or with somebody new; None
        when there is none. ``new`` : who would join.
    lost : cents a year at risk: what the chain makes now less what that job would make.
    """

    employer: str
    weeks: tuple[int, ...]
    hours: float
    instead: ChainJob | None
    new: tuple[str, ...]
    lost: int


def without_each(job: ChainJob, others: Sequence[Demand], rules: ChainRules) -> tuple[Without, ...]:
    """Return for each employer what its leaving would do.

    ``others`` are the demands of the region that are still free, with the hours that are
    left in them; the members' own are not looked for in it.
    """
    free = [each for each in others if each.employer not in job.employers]
    return tuple(_without(job, number, free, rules) for number in range(len(job.shares)))


def _without(job: ChainJob, number: int, free: Sequence[Demand], rules: ChainRules) -> Without:
    gone = job.shares[number]
    rest = [share for place, share in enumerate(job.shares) if place != number]
    lacking = tuple(
        week
        for week, (total, mine) in enumerate(zip(job.weeks, gone.half_hours, strict=True), start=1)
        if mine and total - mine < rules.least_week
    )
    instead = best_with([s.demand for s in rest], free, rules) if rest else None
    known = {share.demand.employer for share in rest}
    return Without(
        gone.demand.employer,
        lacking,
        sum(gone.half_hours[week - 1] for week in lacking) / 2,
        instead,
        tuple(e for e in instead.employers if e not in known) if instead else (),
        job.value - (min(instead.value, job.value) if instead else 0),
    )


def left_over(demands: Sequence[Demand], jobs: Sequence[ChainJob]) -> tuple[Demand, ...]:
    """Return demands with the half hours that the jobs leave."""
    taken: dict[str, list[int]] = {demand.key: list(demand.half_hours) for demand in demands}
    for job in jobs:
        for share in job.shares:
            mine = taken[share.demand.key]
            for week, half_hours in enumerate(share.half_hours):
                mine[week] -= half_hours
    return tuple(replace(each, half_hours=tuple(taken[each.key])) for each in demands)


@dataclass(frozen=True, slots=True)
class Kept:
    """A region's plan without one employer: at least this much can stay, planned anew."""

    employer: str
    jobs: int
    value: int


def plan_without_each(
    demands: Sequence[Demand], candidates: Candidates, chosen: Sequence[int]
) -> tuple[Kept, ...]:
    """Return for each employer in the plan how many of the jobs, and what, remains.

    Jobs it is not in stay; in the room that comes free the most valuable candidates
    without it are taken as they fit. A full search could keep more, never less.
    """
    owner = np.array([demand.employer for demand in demands])
    members = np.where(candidates.members < 0, 0, candidates.members)
    has = candidates.members >= 0
    columns = Columns.of(demands, candidates)
    counts = np.bincount(np.asarray(chosen, dtype=np.int64), minlength=len(candidates))
    used = sorted({str(name) for name in owner[members[list(chosen)]][has[list(chosen)]]})
    order = by_value(columns)
    kept = []
    for employer in used:
        involved = ((owner[members] == employer) & has).any(axis=1)
        start = np.where(involved, 0, counts)
        # Only what fits in the room that came free is worth trying: a few of very many.
        open_to = ~involved & (columns.most(start) > 0)
        after = greedily(columns, order[open_to[order]], start)
        kept.append(Kept(employer, int(after.sum()), columns.worth(after)))
    return tuple(kept)
