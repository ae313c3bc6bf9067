"""Choose the jobs: as much worth as fits in what every employer needs in every week.

The region falls apart in fields that share no demand (a level of work at least); each is
solved by itself, and values and bounds add up.

1. Linear relaxation over all candidates (`relax.py`); its value bounds every choice.
2. Rounding: whole jobs of the relaxation first, then greedily by fractional part, many
   times with random ties.
3. Two searches beside each other within the time that is left (`search.py`): branch and
   cut over all candidates for the proof, CP-SAT over the generated columns to improve.

The bound holds for every candidate that was given, not only for those that were looked at.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from streekwerk.matching.chains.candidates import Candidates
from streekwerk.matching.chains.columns import Columns, Counts, by_value, greedily, rounded
from streekwerk.matching.chains.demand import Demand
from streekwerk.matching.chains.relax import relax
from streekwerk.matching.chains.search import search

_TRIES = 60
_ENOUGH = 1e-6
# Less time than this is not worth a search.
_LEAST_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Packing:
    """The chosen jobs.

    Attributes
    ----------
    chosen : numbers of candidates, one for each person (a candidate can come twice).
    value : cents a year. ``bound`` : no choice of candidates is worth more.
    relaxed : the bound of the linear relaxation, for comparison.
    greedy : what taking the most valuable first would be worth; ``rounded`` : what the
        best rounding of the relaxation is.
    seconds : what it took.
    """

    chosen: tuple[int, ...]
    value: int
    bound: float
    relaxed: float
    greedy: int
    rounded: int
    seconds: float

    @property
    def gap(self) -> float:
        """Return how far from the bound, as a share of it."""
        return (self.bound - self.value) / self.bound if self.bound > 0 else 0.0


@dataclass(frozen=True, slots=True)
class _Solved:
    counts: Counts
    bound: float
    relaxed: float
    greedy: int
    rounded: int


def pack(
    demands: Sequence[Demand],
    candidates: Candidates,
    rng: np.random.Generator,
    *,
    seconds: float = 60.0,
    tell: Callable[[int], None] = lambda _percent: None,
) -> Packing:
    """Choose jobs; see the module. Stops after about ``seconds``.

    ``tell`` hears the percentage that is done; what it raises stops the work.
    """
    since = time.perf_counter()
    columns = Columns.of(demands, candidates)
    counts = np.zeros(len(columns), np.int64)
    solved: list[_Solved] = []
    # Small fields first: what they leave of their time goes to the larger ones.
    fields = sorted(_fields(columns), key=len)
    for place, field in enumerate(fields):
        share = len(field) / sum(map(len, fields[place:]))
        left = seconds - (time.perf_counter() - since)
        one = _solve(columns.only(field), rng, share * left)
        counts[field] = one.counts
        solved.append(one)
        tell(100 * (place + 1) // len(fields))
    return Packing(
        tuple(int(each) for each in np.repeat(np.arange(len(counts)), counts)),
        columns.worth(counts),
        sum(one.bound for one in solved),
        sum(one.relaxed for one in solved),
        sum(one.greedy for one in solved),
        sum(one.rounded for one in solved),
        time.perf_counter() - since,
    )


def _fields(columns: Columns) -> list[Counts]:
    """Return the candidates that hang together by shared demands, as lists of numbers."""
    if len(columns) == 0:
        return []
    joined = sparse.bmat([[None, columns.uses], [columns.uses.T, None]])
    label = csgraph.connected_components(joined, directed=False)[1][len(columns.room) :]
    return [np.flatnonzero(label == each) for each in np.unique(label)]


def _solve(columns: Columns, rng: np.random.Generator, seconds: float) -> _Solved:
    since = time.perf_counter()
    greedy = greedily(columns, by_value(columns))
    relaxed = relax(columns, since + 0.3 * seconds)
    best = greedy
    for _ in range(_TRIES):
        best = max(best, rounded(columns, relaxed.pool, relaxed.fraction, rng), key=columns.worth)
    done = _Solved(best, relaxed.bound, relaxed.bound, columns.worth(greedy), columns.worth(best))
    left = seconds - (time.perf_counter() - since)
    if left < _LEAST_SECONDS or relaxed.bound - done.rounded <= _ENOUGH * relaxed.bound:
        return done
    found = search(columns, relaxed, best, left)
    return _Solved(found.counts, found.bound, done.relaxed, done.greedy, done.rounded)
