"""Every shared job that could be: up to three demands that fill a year between them.

A job takes each week from its demands in one order of preference until the week is full,
so a person is at as few places a week as can be; each order is a candidate of its own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from streekwerk.matching.chains.demand import WEEKS, ChainRules, Demand, leave_no_rest

Halves = npt.NDArray[np.int16]
Money = npt.NDArray[np.int64]
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Candidates:
    """Jobs that could be, as columns of one large table.

    Attributes
    ----------
    members : (n, 3) numbers of demands, in order of preference; -1 where there are fewer.
    taken : (n, 3, 52) half hours a week from each.
    value : (n,) cents a year: worth of the hours less travel and sharing.
    """

    members: npt.NDArray[np.int32]
    taken: Halves
    value: Money

    def __len__(self) -> int:
        return len(self.value)


def find(demands: Sequence[Demand], rules: ChainRules) -> Candidates:
    """Return every job within ``rules`` that is worth more than it costs."""
    weekly = np.array([demand.half_hours for demand in demands], dtype=np.int16)
    weekly = weekly.reshape(len(demands), WEEKS)
    kept = [
        each
        for size in range(1, rules.most_employers + 1)
        for batch in _batches(_groups(demands, rules, size))
        for each in _fill(batch, weekly, demands, rules)
    ]
    if not kept:
        none = np.zeros((0, 3), np.int32)
        return Candidates(none, np.zeros((0, 3, WEEKS), np.int16), np.zeros(0, np.int64))
    members, taken, value = zip(*kept, strict=True)
    return Candidates(np.concatenate(members), np.concatenate(taken), np.concatenate(value))


def _groups(demands: Sequence[Demand], rules: ChainRules, size: int) -> Iterator[tuple[int, ...]]:
    """Yield sets of demands that lie near enough, leave rest and need not too many skills."""
    if size == 1:
        yield from ((number,) for number in range(len(demands)))
        return
    near = _neighbours(demands, rules)
    for one, others in enumerate(near):
        for rest in itertools.combinations(others, size - 1):
            if all(b in near[a] for a, b in itertools.combinations(rest, 2)):
                skills = frozenset().union(*(demands[n].skills for n in (one, *rest)))
                if len(skills) <= rules.most_skills:
                    yield (one, *rest)


def _neighbours(demands: Sequence[Demand], rules: ChainRules) -> list[dict[int, None]]:
    """Return for each demand the later ones it can share a person with, in order."""
    return [
        {
            later: None
            for later in range(number + 1, len(demands))
            if demand.employer != demands[later].employer
            and demand.level == demands[later].level
            and demand.place.distance(demands[later].place) <= rules.within
            and not leave_no_rest(demand, demands[later])
            and (demand.can_employ or demands[later].can_employ)
        }
        for number, demand in enumerate(demands)
    ]


def _batches(groups: Iterator[tuple[int, ...]]) -> Iterator[npt.NDArray[np.int32]]:
    while batch := list(itertools.islice(groups, _BATCH)):
        yield np.array(batch, dtype=np.int32)


def _fill(
    groups: npt.NDArray[np.int32],
    weekly: Halves,
    demands: Sequence[Demand],
    rules: ChainRules,
) -> Iterator[tuple[npt.NDArray[np.int32], Halves, Money]]:
    """Yield the jobs of a batch of groups, in every order of preference, that fill a year."""
    everything = weekly[groups].sum(axis=1, dtype=np.int32)
    fills = (everything >= rules.least_week).sum(axis=1) >= rules.weeks
    groups = groups[fills]
    for order in itertools.permutations(range(groups.shape[1])):
        members = groups[:, order]
        taken = _taken(members, weekly, rules)
        # Who is never needed does not belong; the smaller group has this job already.
        needed = (taken.sum(axis=2) > 0).all(axis=1)
        value = _value(members, taken, demands, rules)
        keep = needed & (value > 0)
        yield _padded(members[keep]), _padded_weeks(taken[keep]), value[keep]


def _taken(members: npt.NDArray[np.int32], weekly: Halves, rules: ChainRules) -> Halves:
    offered = weekly[members]
    before = np.cumsum(offered, axis=1, dtype=np.int32) - offered
    taken = np.clip(rules.week - before, 0, offered)
    short = taken.sum(axis=1) < rules.least_week
    # A week that is too short is leave: nothing is taken, nothing is paid.
    return np.where(short[:, None, :], 0, taken).astype(np.int16)


def _value(
    members: npt.NDArray[np.int32], taken: Halves, demands: Sequence[Demand], rules: ChainRules
) -> Money:
    worth = np.array([demand.worth for demand in demands], dtype=np.int64)
    gained = (taken.sum(axis=2, dtype=np.int64) * worth[members]).sum(axis=1)
    size = members.shape[1]
    if size == 1:
        return np.asarray(gained)
    x = np.array([[demand.place.x, demand.place.y] for demand in demands])
    cost = np.full(len(members), (size - 1) * WEEKS * rules.sharing, dtype=np.int64)
    for a, b in itertools.combinations(range(size), 2):
        both = ((taken[:, a] > 0) & (taken[:, b] > 0)).sum(axis=1)
        away = np.hypot(*(x[members[:, a]] - x[members[:, b]]).T)
        cost += np.round(2 * away * rules.travel * both).astype(np.int64)
    return np.asarray(gained - cost)


def _padded(members: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    room = ((0, 0), (0, 3 - members.shape[1]))
    return np.pad(members, room, constant_values=-1)


def _padded_weeks(taken: Halves) -> Halves:
    return np.pad(taken, ((0, 0), (0, 3 - taken.shape[1]), (0, 0)))
