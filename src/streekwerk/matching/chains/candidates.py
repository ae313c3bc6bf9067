"""Every shared job that could be: up to three demands that fill a year between them.

A job takes each week from its demands in one order of preference until the week is full,
so a person is at as few places a week as can be. Of the orders, the one that is worth most
counts: one job for every group of demands. Other orders of the same group hardly ever make
a better choice for the region, and a bound over all of them is far weaker (docs/decisions/
0082-chains-in-the-product.md gives the figures).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
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

    def only(self, which: npt.NDArray[np.bool_] | npt.NDArray[np.int64]) -> Candidates:
        """Return some of them, by number or by a mask."""
        return Candidates(self.members[which], self.taken[which], self.value[which])


NONE = Candidates(
    np.zeros((0, 3), np.int32), np.zeros((0, 3, WEEKS), np.int16), np.zeros(0, np.int64)
)


def find(demands: Sequence[Demand], rules: ChainRules) -> Candidates:
    """Return the job of every group within ``rules`` that is worth more than it costs."""
    weekly = np.array([demand.half_hours for demand in demands], dtype=np.int16)
    weekly = weekly.reshape(len(demands), WEEKS)
    return together(
        _fill(batch, weekly, demands, rules)
        for size in range(1, rules.most_employers + 1)
        for batch in _batches(_groups(demands, rules, size))
    )


def together(parts: Iterable[Candidates]) -> Candidates:
    """Return several tables as one, for instance of several contract forms."""
    kept = [part for part in parts if len(part)]
    if not kept:
        return NONE
    return Candidates(
        np.concatenate([part.members for part in kept]),
        np.concatenate([part.taken for part in kept]),
        np.concatenate([part.value for part in kept]),
    )


def _groups(demands: Sequence[Demand], rules: ChainRules, size: int) -> Iterator[tuple[int, ...]]:
    """Yield sets of demands that can share a person: near, rested, not too many skills.

    One of them at least must be able to give the contract.
    """
    if size == 1:
        yield from ((number,) for number, each in enumerate(demands) if each.can_employ)
        return
    near = _neighbours(demands, rules)
    for one, others in enumerate(near):
        for rest in itertools.combinations(others, size - 1):
            if all(b in near[a] for a, b in itertools.combinations(rest, 2)):
                group = (one, *rest)
                skills = frozenset().union(*(demands[n].skills for n in group))
                able = any(demands[n].can_employ for n in group)
                if able and len(skills) <= rules.most_skills:
                    yield group


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
) -> Candidates:
    """Return the best job of each group of a batch that fills a year, if it gains anything."""
    everything = weekly[groups].sum(axis=1, dtype=np.int32)
    groups = groups[(everything >= rules.least_week).sum(axis=1) >= rules.weeks]
    best = np.zeros(len(groups), np.int64)
    members = np.full((len(groups), 3), -1, np.int32)
    taken = np.zeros((len(groups), 3, WEEKS), np.int16)
    size = groups.shape[1]
    for order in itertools.permutations(range(size)):
        mine = groups[:, order]
        takes = _taken(mine, weekly, rules)
        # Who is never needed does not belong; the smaller group has this job already.
        needed = (takes.sum(axis=2) > 0).all(axis=1)
        value = np.where(needed, _value(mine, takes, demands, rules), 0)
        better = np.flatnonzero(value > best)
        best[better] = value[better]
        members[better, :size] = mine[better]
        taken[better, :size] = takes[better]
    return Candidates(members, taken, best).only(best > 0)


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
    return np.asarray(gained - costs(members, taken, demands, rules))


def costs(
    members: npt.NDArray[np.int32], taken: Halves, demands: Sequence[Demand], rules: ChainRules
) -> Money:
    """Return what travel and sharing cost in cents a year, for (n, size) members."""
    size = members.shape[1]
    x = np.array([[demand.place.x, demand.place.y] for demand in demands])
    cost = np.full(len(members), (size - 1) * WEEKS * rules.sharing, dtype=np.int64)
    for a, b in itertools.combinations(range(size), 2):
        both = ((taken[:, a] > 0) & (taken[:, b] > 0)).sum(axis=1)
        away = np.hypot(*(x[members[:, a]] - x[members[:, b]]).T)
        cost += np.round(2 * away * rules.travel * both).astype(np.int64)
    return cost
