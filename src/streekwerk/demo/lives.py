"""Both lives of everybody who started, side by side.

For every start of measure m by person i in month t both lives are lived from the
same moment (the state just before the starts of month t) with the same luck: one
in which m starts, one in which nothing starts *in month t*. From month t + 1 on both
lives follow the same caseworkers, so who did not start may well start later. The
effect is averaged over fresh futures, so that it is an expectation and not the luck
of one draw. See ``docs/reference/demo-region.md`` for the estimand in full.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.demo.arrays import Bools, Bytes, Floats, Ints
from streekwerk.demo.exits import WORK_CODES, return_to_benefit
from streekwerk.demo.simulation import (
    Moment,
    World,
    apply_starts,
    choose_starts,
    finish_month,
    run,
)
from streekwerk.demo.state import RECENT_MONTHS, State, Status
from streekwerk.demo.streams import MonthDraws

OUTCOMES = ("sustained_work", "any_work", "months_without_benefit")
HORIZONS = (6, 12, 24)
SUSTAINED_MONTHS = 3
START, NOT_NOW = 0, 1


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
    first_month
        First month with trials. Before month 6 the files cannot show who had a
        measure in the preceding half year, and caseworkers look at that.
    """

    horizons: tuple[int, ...] = HORIZONS
    sustained_months: int = SUSTAINED_MONTHS
    futures: int = 8
    first_month: int = RECENT_MONTHS

    def __post_init__(self) -> None:
        if not self.horizons or min(self.horizons) < 1 or self.futures < 1:
            raise ValueError("a truth needs horizons of at least 1 month and at least 1 future")


@dataclass(frozen=True, slots=True)
class Forks:
    """Everybody who starts, just before the start, for all months of one municipality."""

    months: Ints
    states: list[State]
    starts: list[Bytes]
    prices: dict[int, Floats]

    def __len__(self) -> int:
        return sum(len(state) for state in self.states)


@dataclass(slots=True)
class Lives:
    """Imagined lives in progress, and what has come of each so far."""

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


def collect_forks(world: World, first_month: int) -> Forks:
    """Simulate what really happened and keep everybody who starts, from ``first_month`` on."""
    months: list[int] = []
    states: list[State] = []
    starts: list[Bytes] = []
    prices: dict[int, Floats] = {}

    def keep(moment: Moment) -> None:
        prices[moment.month] = moment.price
        rows = np.flatnonzero(moment.starts >= 0)
        if moment.month >= first_month and len(rows):
            months.append(moment.month)
            states.append(moment.state.take(rows))
            starts.append(moment.starts[rows])

    run(world, keep)
    return Forks(np.array(months, dtype=np.int64), states, starts, prices)


def live_arm(world: World, forks: Forks, arm: int, future: int, plan: TruthPlan) -> Floats:
    """Live one arm of all forks in one future.

    Returns
    -------
    array of shape (starts, horizons, outcomes)
        NaN where the horizon lies beyond the window.
    """
    longest, months = max(plan.horizons), world.config.months
    result = np.full((len(forks), len(plan.horizons), len(OUTCOMES)), np.nan)
    entering = _entering(forks)
    lives: Lives | None = None
    for month in range(plan.first_month, months):
        lives = _month_of_lives(world, forks, lives, entering.get(month), (month, arm, future))
        if lives is None:
            continue
        code = _finish(world, lives, month, future)
        lives.record_closing(code, plan.sustained_months)
        _note_outcomes(lives, month, plan.horizons, result)
        lives = lives.younger_than(longest, month)
    return result


def _entering(forks: Forks) -> dict[int, tuple[State, Bytes, Ints]]:
    """Return per month the states, their starts and their unit numbers."""
    first = np.cumsum([0, *(len(state) for state in forks.states)])
    return {
        int(month): (state, starts, np.arange(first[i], first[i + 1]))
        for i, (month, state, starts) in enumerate(
            zip(forks.months, forks.states, forks.starts, strict=True)
        )
    }


def _draws(world: World, lives: Lives, month: int, future: int) -> MonthDraws:
    return MonthDraws(world.streams(future), month, len(world.people), lives.state.person)


def _month_of_lives(
    world: World,
    forks: Forks,
    lives: Lives | None,
    entering: tuple[State, Bytes, Ints] | None,
    when: tuple[int, int, int],
) -> Lives | None:
    """Open a month: older lives go on as caseworkers decide, new ones take their arm."""
    month, arm, future = when
    if lives is not None and len(lives.unit):
        draws = _draws(world, lives, month, future)
        return_to_benefit(lives.state, world.people, month, draws)
        starts, _ = choose_starts(world, lives.state, month, draws, forks.prices[month])
        apply_starts(world, lives.state, month, starts, draws)
    if entering is not None:
        state, starts, unit = entering
        new = Lives.of(state.take(np.arange(len(state))), unit, month)
        if arm == START:
            draws = _draws(world, new, month, future)
            apply_starts(world, new.state, month, starts, draws)
        lives = new if lives is None else lives.joined(new)
    if lives is not None:
        lives.record_opening()
    return lives


def _finish(world: World, lives: Lives, month: int, future: int) -> Bytes:
    draws = _draws(world, lives, month, future)
    return finish_month(world, lives.state, month, draws, people_move=False)


def _note_outcomes(lives: Lives, month: int, horizons: tuple[int, ...], result: Floats) -> None:
    for number, horizon in enumerate(horizons):
        done = month - lives.born + 1 == horizon
        found = np.column_stack([lives.sustained, lives.any_work, lives.months_off])
        result[lives.unit[done], number] = found[done]
