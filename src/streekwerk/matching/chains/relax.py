"""The linear relaxation over all candidates, by column generation (Gilmore and Gomory, 1961).

Solve with a few thousand columns, price every candidate with the duals, add the best, until
none would help. Any prices give a bound: raised until no candidate gains over them, what all
room is worth at those prices is at least the worth of every choice (weak duality).
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from scipy import optimize

from streekwerk.matching.chains.columns import ENOUGH, Columns, Counts, Floats
from streekwerk.matching.chains.demand import WEEKS

_FIRST = 8
_ADDED = 6
_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A relaxation: generated columns, how much of each, and a bound over all candidates.

    ``short`` : (n,) cents by which each candidate falls short of the prices behind the
    bound, so that a choice with that candidate in it is worth at most ``bound - short``.
    """

    pool: Counts
    fraction: Floats
    bound: float
    short: Floats


def relax(columns: Columns, until: float) -> Relaxed:
    """Relax; stops generating at ``until`` (seconds of ``time.perf_counter``)."""
    density = columns.value / np.maximum(1.0, np.asarray(columns.uses.sum(axis=0)).ravel())
    pool = _best_per_row(columns, density, _FIRST)
    bound, prices = np.inf, np.zeros(len(columns.room))
    for turn in range(_ROUNDS):
        found = optimize.linprog(
            -columns.value[pool].astype(float),
            A_ub=columns.uses[:, pool],
            b_ub=columns.room,
            method="highs",
        )
        tried = _raised(columns, np.maximum(0.0, -found.ineqlin.marginals))
        if tried @ columns.room < bound:
            bound, prices = float(tried @ columns.room), tried
        gain = columns.value + columns.uses.T @ found.ineqlin.marginals
        done = gain.max() <= ENOUGH * columns.value.max() or time.perf_counter() > until
        if done or turn == _ROUNDS - 1:
            break
        pool = np.union1d(pool, _best_per_row(columns, gain, _ADDED))
    short = np.maximum(0.0, columns.uses.T @ prices - columns.value)
    return Relaxed(pool, found.x, bound, short)


def _raised(columns: Columns, prices: Floats) -> Floats:
    """Return prices raised until no candidate gains over them."""
    cost = columns.uses.T @ prices
    return prices * max(1.0, float(np.max(columns.value / np.maximum(cost, ENOUGH))))


def _best_per_row(columns: Columns, score: Floats, count: int) -> Counts:
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
