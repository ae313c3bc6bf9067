"""Candidates as columns of a packing problem, and the quick ways to choose among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from streekwerk.matching.chains.candidates import Candidates
from streekwerk.matching.chains.demand import WEEKS, Demand

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
ENOUGH = 1e-6


@dataclass(frozen=True, slots=True)
class Columns:
    """What each candidate uses of every (demand, week).

    Attributes
    ----------
    uses : (rows, n) half hours. ``room`` : (rows,) half hours there are.
    value : (n,) cents a year.
    """

    uses: sparse.csc_matrix
    room: Counts
    value: Counts

    @classmethod
    def of(cls, demands: Sequence[Demand], candidates: Candidates) -> Columns:
        """Write candidates as columns."""
        room = np.array([demand.half_hours for demand in demands], dtype=np.int64).ravel()
        number, place, week = np.nonzero(candidates.taken)
        row = candidates.members[number, place].astype(np.int64) * WEEKS + week
        amount = candidates.taken[number, place, week].astype(np.float64)
        shape = (len(room), len(candidates))
        return cls(sparse.csc_matrix((amount, (row, number)), shape=shape), room, candidates.value)

    def __len__(self) -> int:
        return len(self.value)

    def only(self, which: Counts) -> Columns:
        """Return some of the columns."""
        return Columns(self.uses[:, which], self.room, self.value[which])

    def worth(self, counts: Counts) -> int:
        """Return cents a year of a choice."""
        return int(self.value @ counts)

    def most(self, chosen: Counts | None = None) -> Counts:
        """Return how often each candidate fits by itself, in what ``chosen`` leaves."""
        if len(self) == 0:
            return np.zeros(0, np.int64)
        left = self.room if chosen is None else self.room - (self.uses @ chosen).astype(np.int64)
        # Every candidate uses something, so no part of this is empty.
        often = left[self.uses.indices] // self.uses.data.astype(np.int64)
        return np.minimum.reduceat(often, self.uses.indptr[:-1])


def greedily(columns: Columns, order: Counts, start: Counts | None = None) -> Counts:
    """Take candidates in ``order`` as often as they fit."""
    counts = np.zeros(len(columns), np.int64) if start is None else start.copy()
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


def by_value(columns: Columns) -> Counts:
    """Return the order of greed: the most valuable first."""
    return np.argsort(-columns.value, kind="stable")


def rounded(columns: Columns, pool: Counts, fraction: Floats, rng: np.random.Generator) -> Counts:
    """Take the whole jobs of a relaxation, then greedily by what is left of them."""
    start = np.zeros(len(columns), np.int64)
    start[pool] = np.floor(fraction + ENOUGH).astype(np.int64)
    rest = fraction - np.floor(fraction + ENOUGH)
    keys = rest + rng.uniform(0, 0.3, len(rest)) + 0.1 * columns.value[pool] / columns.value.max()
    return greedily(columns, pool[np.argsort(-keys)], start)
