"""Imagined lives in progress, and what has come of each so far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.demo.arrays import Bools, Bytes, Floats, Ints
from streekwerk.demo.exits import WORK_CODES
from streekwerk.demo.state import RECENT_MONTHS, State, Status

OUTCOMES = ("sustained_work", "any_work", "months_without_benefit")
HORIZONS = (6, 12, 24)
SUSTAINED_MONTHS = 3


@dataclass(frozen=True, slots=True)
class TruthPlan:
    """What is asked of the truth.

    Parameters
    ----------
    horizons
        Months of follow-up; month t itself is the first of them.
    sustained_months
        Whole months off benefit after an exit to work before it counts as sustained.
    futures
        Fresh futures to average over, per start.
    against
        Code of another measure that the second life starts instead of nothing, for a
        comparison of two measures among those who started the first.
    first_month
        First month with trials. Before month 6 the files cannot show who had a
        measure in the preceding half year, and caseworkers look at that.
    """

    horizons: tuple[int, ...] = HORIZONS
    sustained_months: int = SUSTAINED_MONTHS
    futures: int = 8
    against: str | None = None
    first_month: int = RECENT_MONTHS

    def __post_init__(self) -> None:
        if not self.horizons or min(self.horizons) < 1 or self.futures < 1:
            raise ValueError("a truth needs horizons of at least 1 month and at least 1 future")


@dataclass(slots=True)
class Lives:
    """Lives of the same age or younger; one row each, outcomes counted from ``born``."""

    state: State
    unit: Ints
    born: Ints
    in_job: Bools
    months_in_job: Ints
    sustained: Bools
    any_work: Bools
    months_off: Floats

    @classmethod
    def of(cls, state: State, unit: Ints, month: int) -> Lives:
        """Return lives that begin in ``month``."""
        size = len(state)
        no = np.zeros(size, dtype=np.bool_)
        return cls(
            state, unit, np.full(size, month), no, np.zeros(size, dtype=np.int64),
            no.copy(), no.copy(), np.zeros(size),
        )  # fmt: skip

    def joined(self, other: Lives) -> Lives:
        """Return the lives of both."""
        return self._with(
            self.state.joined(other.state),
            [np.concatenate([mine, theirs]) for mine, theirs in zip(
                self._columns(), other._columns(), strict=True)],
        )  # fmt: skip

    def younger_than(self, months: int, now: int) -> Lives:
        """Return the lives that have not yet lasted ``months`` at the end of month ``now``."""
        keep = now - self.born + 1 < months
        return self._with(self.state.take(keep), [each[keep] for each in self._columns()])

    def _columns(self) -> tuple[Ints | Bools | Floats, ...]:
        return (
            self.unit, self.born, self.in_job, self.months_in_job,
            self.sustained, self.any_work, self.months_off,
        )  # fmt: skip

    @staticmethod
    def _with(state: State, columns: list[Ints | Bools | Floats]) -> Lives:
        unit, born, in_job, months_in_job, sustained, any_work, off = columns
        return Lives(
            state, unit.astype(np.int64), born.astype(np.int64), in_job.astype(np.bool_),
            months_in_job.astype(np.int64), sustained.astype(np.bool_),
            any_work.astype(np.bool_), off.astype(np.float64),
        )  # fmt: skip

    def record_opening(self) -> None:
        """Note who is on benefit this month, after arrivals and returns."""
        benefit = self.state.on_benefit
        self.in_job &= self.state.status == Status.WORK
        self.months_off += ~benefit
        self.months_in_job = np.where(self.in_job, self.months_in_job + 1, 0)

    def record_closing(self, code: Bytes, sustained_months: int) -> None:
        """Note earnings and exits of this month."""
        to_work = np.isin(code, WORK_CODES)
        self.any_work |= self.state.earnings | to_work
        self.sustained |= self.in_job & (self.months_in_job >= sustained_months)
        self.in_job |= to_work

    def outcomes(self) -> Floats:
        """Return what has come of each life, columns as in :data:`OUTCOMES`."""
        return np.column_stack([self.sustained, self.any_work, self.months_off])
