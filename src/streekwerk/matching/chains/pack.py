"""Choose the jobs: as much worth as fits in what every employer needs in every week.

1. Linear relaxation over all candidates by column generation (Gilmore and Gomory, 1961):
   solve with a few thousand columns, price every candidate with the duals, add the best,
   until none would help. Its value bounds every choice.
2. Rounding: whole jobs of the relaxation first, then greedily by fractional part, many
   times with random ties.
3. CP-SAT improves on that within the time that is left, over the generated columns.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ortools.sat.python import cp_model
from scipy import optimize, sparse

from streekwerk.matching.chains.candidates import Candidates
from streekwerk.matching.chains.demand import WEEKS, Demand

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
_FIRST = 8
_ADDED = 6
_ROUNDS = 40
_TRIES = 60
_ENOUGH = 1e-6


@dataclass(frozen=True, slots=True)
class Packing:
    """The chosen jobs.

    Attributes
    ----------
    chosen : numbers of candidates, one for each person (a candidate can come twice).
    value : cents a year. ``bound`` : no choice of candidates is worth more.
    greedy : what taking the most valuable first would be worth.
    seconds : what it took.
    """

    chosen: tuple[int, ...]
    value: int
    bound: float
    greedy: int
    seconds: float

    @property
    def gap(self) -> float:
        """Return how far from the bound, as a share of it."""
        return (self.bound - self.value) / self.bound if self.bound > 0 else 0.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """What each candidate uses of every (demand, week), as a sparse matrix (rows, n)."""

    uses: sparse.csc_matrix
    room: Counts
    value: Counts


def pack(
    demands: Sequence[Demand],
    candidates: Candidates,
    rng: np.random.Generator,
    *,
    seconds: float = 60.0,
) -> Packing:
    """Choose jobs; see the module. Stops after about ``seconds``."""
    since = time.perf_counter()
    room = np.array([demand.half_hours for demand in demands], dtype=np.int64).ravel()
    columns = _Columns(_uses(candidates, len(room)), room, candidates.value)
    if len(candidates) == 0:
        return Packing((), 0, 0.0, 0, time.perf_counter() - since)
    greedy = _greedily(columns, np.argsort(-candidates.value, kind="stable"))
    pool, fraction, bound = _relax(columns, since + 0.5 * seconds)
    best = greedy
    for _ in range(_TRIES):
        tried = _round(columns, pool, fraction, rng)
        if _worth(columns, tried) > _worth(columns, best):
            best = tried
    left = seconds - (time.perf_counter() - since)
    if left > 1 and bound - _worth(columns, best) > _ENOUGH * bound:
        best = _improve(columns, pool, best, left)
    chosen = tuple(int(each) for each in np.repeat(np.arange(len(best)), best))
    taken = time.perf_counter() - since
    return Packing(chosen, _worth(columns, best), bound, _worth(columns, greedy), taken)


def _uses(candidates: Candidates, rows: int) -> sparse.csc_matrix:
    number, place, week = np.nonzero(candidates.taken)
    row = candidates.members[number, place] * WEEKS + week
    amount = candidates.taken[number, place, week].astype(np.float64)
    return sparse.csc_matrix((amount, (row, number)), shape=(rows, len(candidates)))


def _worth(columns: _Columns, counts: Counts) -> int:
    return int(columns.value @ counts)


def _relax(columns: _Columns, until: float) -> tuple[Counts, Floats, float]:
    """Return the generated columns, how much of each, and the bound over all candidates."""
    density = columns.value / np.maximum(1.0, np.asarray(columns.uses.sum(axis=0)).ravel())
    pool = _best_per_row(columns, density, _FIRST)
    bound = np.inf
    for _ in range(_ROUNDS):
        found = optimize.linprog(
            -columns.value[pool].astype(float),
            A_ub=columns.uses[:, pool],
            b_ub=columns.room,
            method="highs",
        )
        prices = -found.ineqlin.marginals
        gain = columns.value - columns.uses.T @ prices
        # Lagrange: prices times room, plus what single jobs would still gain over them.
        bound = min(bound, _bound(columns, prices, gain))
        fresh = np.flatnonzero(gain > _ENOUGH * columns.value.max())
        if fresh.size == 0 or time.perf_counter() > until:
            break
        pool = np.union1d(pool, _best_per_row(columns, gain, _ADDED))
    return pool, found.x, min(bound, np.inf)


def _bound(columns: _Columns, prices: Floats, gain: Floats) -> float:
    """Return a bound from any prices: raise them until no candidate gains."""
    worst = np.max((columns.value - gain + gain.clip(0)) / np.maximum(columns.value - gain, 1e-9))
    return float(prices @ columns.room * max(1.0, worst))


def _best_per_row(columns: _Columns, score: Floats, count: int) -> Counts:
    """Return the candidates with the highest positive score for each demand."""
    first = columns.uses.indices[columns.uses.indptr[:-1]] // WEEKS
    last = columns.uses.indices[columns.uses.indptr[1:] - 1] // WEEKS
    chosen = []
    for owner in (first, last):
        order = np.lexsort((-score, owner))
        sorted_owner = owner[order]
        place = np.arange(len(order)) - np.searchsorted(sorted_owner, sorted_owner)
        chosen.append(order[(place < count) & (score[order] > 0)])
    return np.unique(np.concatenate(chosen)).astype(np.int64)


def _greedily(columns: _Columns, order: Counts, start: Counts | None = None) -> Counts:
    """Take candidates in ``order`` as often as they fit."""
    counts = np.zeros(len(columns.value), np.int64) if start is None else start.copy()
    left = columns.room - (columns.uses @ counts).astype(np.int64)
    pointers, rows, amounts = columns.uses.indptr, columns.uses.indices, columns.uses.data
    for number in order:
        span = slice(pointers[number], pointers[number + 1])
        mine, asked = rows[span], amounts[span].astype(np.int64)
        times = int((left[mine] // asked).min()) if len(mine) else 0
        if times > 0:
            counts[number] += times
            left[mine] -= times * asked
    return counts


def _round(columns: _Columns, pool: Counts, fraction: Floats, rng: np.random.Generator) -> Counts:
    start = np.zeros(len(columns.value), np.int64)
    start[pool] = np.floor(fraction + _ENOUGH).astype(np.int64)
    rest = fraction - np.floor(fraction + _ENOUGH)
    keys = rest + rng.uniform(0, 0.3, len(rest)) + 0.1 * columns.value[pool] / columns.value.max()
    return _greedily(columns, pool[np.argsort(-keys)], start)


def _improve(columns: _Columns, pool: Counts, start: Counts, seconds: float) -> Counts:
    """Improve with CP-SAT over the generated columns, starting from ``start``."""
    pool = np.union1d(pool, np.flatnonzero(start))
    model = cp_model.CpModel()
    rows = columns.uses[:, pool].tocsr()
    most = [
        int((columns.room[mine.indices] // mine.data).min())
        for mine in (columns.uses[:, number] for number in pool)
    ]
    counts = [model.new_int_var(0, upper, "") for upper in most]
    for row in np.flatnonzero(np.diff(rows.indptr)):
        span = slice(rows.indptr[row], rows.indptr[row + 1])
        users = [counts[column] for column in rows.indices[span]]
        asked = [int(amount) for amount in rows.data[span]]
        model.add(cp_model.LinearExpr.weighted_sum(users, asked) <= int(columns.room[row]))
    for variable, number in zip(counts, pool, strict=True):
        model.add_hint(variable, int(start[number]))
    worth = [int(each) for each in columns.value[pool]]
    model.maximize(cp_model.LinearExpr.weighted_sum(counts, worth))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    solver.parameters.random_seed = 1
    if solver.solve(model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return start
    found = np.zeros(len(columns.value), np.int64)
    found[pool] = [solver.value(variable) for variable in counts]
    return found if _worth(columns, found) >= _worth(columns, start) else start
