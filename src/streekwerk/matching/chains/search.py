"""Two searches at once for the best choice: one proves, the other improves.

HiGHS branches and cuts over all candidates that can still matter: its cuts take away most
of what the relaxation promises too much, and its bound holds for all candidates. CP-SAT
meanwhile improves on the rounded choice over the columns the relaxation generated.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model
from scipy import optimize

from streekwerk.matching.chains.columns import Columns, Counts
from streekwerk.matching.chains.relax import Relaxed

# Candidates that HiGHS is given at most.
_MOST = 30_000
_CENTS = 100_000.0


@dataclass(frozen=True, slots=True)
class Searched:
    """The better of what both found, and what none of all candidates can beat."""

    counts: Counts
    bound: float


def search(columns: Columns, relaxed: Relaxed, start: Counts, seconds: float) -> Searched:
    """Search about ``seconds``, from ``start``; never worse than that.

    A candidate that falls further short of the prices than the start of the bound cannot
    be in a better choice, so it is left out. When there are still too many, the bound
    allows for those left out: a choice with one of them is worth at most the bound of the
    relaxation less what it falls short.
    """
    room = relaxed.bound - columns.worth(start)
    order = np.argsort(relaxed.short, kind="stable")
    kept = order[relaxed.short[order] <= room]
    beyond = 0.0
    if len(kept) > _MOST:
        beyond = relaxed.bound - float(relaxed.short[kept[_MOST]])
        kept = kept[:_MOST]
    improving = _Improving(columns, np.union1d(relaxed.pool, np.flatnonzero(start)), start)
    with ThreadPoolExecutor(1) as beside:
        improved = beside.submit(improving.run, seconds)
        proved, proved_bound = _prove(columns.only(kept), seconds)
        # What was proved to the end needs no improving.
        if proved is not None and columns.value[kept] @ proved >= proved_bound * (1 - 1e-4):
            improving.stop()
        found = improved.result()
    best = max(start, found, key=columns.worth)
    if proved is not None:
        whole = np.zeros(len(columns), np.int64)
        whole[kept] = proved
        best = max(best, whole, key=columns.worth)
    bound = max(proved_bound, beyond, float(columns.worth(best)))
    return Searched(best, min(relaxed.bound, bound))


def _prove(columns: Columns, seconds: float) -> tuple[Counts | None, float]:
    """Return a choice if there is one, and what no choice of these columns can beat."""
    found = optimize.milp(
        -columns.value / _CENTS,
        constraints=optimize.LinearConstraint(columns.uses.tocsr(), -np.inf, columns.room),
        integrality=np.ones(len(columns)),
        bounds=optimize.Bounds(0, columns.most().astype(float)),
        options={"time_limit": seconds},
    )
    bound = np.inf if found.mip_dual_bound is None else -float(found.mip_dual_bound) * _CENTS
    if found.x is None:
        return None, bound
    counts = np.round(found.x).astype(np.int64)
    # Solvers allow a little too much; we do not.
    fits = bool(np.all(columns.uses @ counts <= columns.room))
    return (counts if fits else None), bound


class _Improving:
    """CP-SAT over some columns, which may be stopped from beside."""

    def __init__(self, columns: Columns, pool: Counts, start: Counts) -> None:
        self._columns, self._pool, self._start = columns, pool, start
        self._solver = cp_model.CpSolver()
        self._stopped = threading.Event()

    def run(self, seconds: float) -> Counts:
        """Return the best found."""
        model, counts = self._model()
        self._solver.parameters.max_time_in_seconds = seconds
        self._solver.parameters.num_workers = 2
        self._solver.parameters.random_seed = 1
        if self._stopped.is_set():
            return self._start
        if self._solver.solve(model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return self._start
        found = np.zeros(len(self._columns), np.int64)
        found[self._pool] = [self._solver.value(variable) for variable in counts]
        return found

    def stop(self) -> None:
        """Stop soon."""
        self._stopped.set()
        self._solver.stop_search()

    def _model(self) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
        part = self._columns.only(self._pool)
        model = cp_model.CpModel()
        counts = [model.new_int_var(0, int(upper), "") for upper in part.most()]
        rows = part.uses.tocsr()
        for row in np.flatnonzero(np.diff(rows.indptr)):
            span = slice(rows.indptr[row], rows.indptr[row + 1])
            users = [counts[column] for column in rows.indices[span]]
            asked = [int(amount) for amount in rows.data[span]]
            model.add(
                cp_model.LinearExpr.weighted_sum(users, asked) <= int(self._columns.room[row])
            )
        for variable, number in zip(counts, self._start[self._pool], strict=True):
            model.add_hint(variable, int(number))
        worth = [int(each) for each in part.value]
        model.maximize(cp_model.LinearExpr.weighted_sum(counts, worth))
        return model, counts
