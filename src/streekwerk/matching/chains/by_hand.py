"""Put a chain together by hand: the best job of these demands, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from streekwerk.matching.chains.candidates import find
from streekwerk.matching.chains.check import breaches, objections
from streekwerk.matching.chains.demand import ChainRules, Demand
from streekwerk.matching.chains.job import ChainJob, job_of
from streekwerk.vocabulary.language import Text

# Work of one place that is looked at to mend a chain.
_NEAREST = 60


@dataclass(frozen=True, slots=True)
class Attempt:
    """A job, or None with the reasons."""

    job: ChainJob | None
    reasons: tuple[Text, ...] = ()


def put_together(demands: Sequence[Demand], rules: ChainRules) -> Attempt:
    """Return the best job in which all of ``demands`` take part."""
    against = objections(tuple(demands), rules)
    if against:
        return Attempt(None, against)
    found = find(demands, rules)
    whole = np.flatnonzero((found.members >= 0).sum(axis=1) == len(demands))
    if whole.size == 0:
        return Attempt(None, (_WORTH_NOTHING,))
    job = job_of(found, int(whole[np.argmax(found.value[whole])]), demands, rules)
    broken = breaches(job, rules)
    return Attempt(None, broken) if broken else Attempt(job)


_WORTH_NOTHING = Text(
    "samen brengt deze baan niet meer op dan reizen en regelen kosten, of een van de werkgevers "
    "is er niet bij nodig",
    "together this job brings no more than travel and planning cost, or one of the employers is "
    "not needed in it",
)


def best_with(
    members: Sequence[Demand], others: Sequence[Demand], rules: ChainRules
) -> ChainJob | None:
    """Return the most valuable job with all of ``members`` and any of the nearest ``others``."""
    near = sorted(
        (each for each in others if _fits(each, members, rules)),
        key=lambda each: (max(each.place.distance(m.place) for m in members), each.key),
    )[:_NEAREST]
    best: ChainJob | None = None
    for size in range(rules.most_employers - len(members) + 1):
        for extra in combinations(near, size):
            group = (*members, *extra)
            if _too_little(group, rules):
                continue
            job = put_together(group, rules).job
            if job is not None and (best is None or job.value > best.value):
                best = job
    return best


def _fits(one: Demand, members: Sequence[Demand], rules: ChainRules) -> bool:
    return all(
        one.level == member.level
        and one.employer != member.employer
        and one.place.distance(member.place) <= rules.within
        for member in members
    )


def _too_little(group: Sequence[Demand], rules: ChainRules) -> bool:
    """Whether the year is plainly too empty; quick, for most groups are."""
    weeks = np.sum([each.half_hours for each in group], axis=0)
    return int((weeks >= rules.least_week).sum()) < rules.weeks
