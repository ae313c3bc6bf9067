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
from streekwerk.demo.exits import return_to_benefit
from streekwerk.demo.lives import OUTCOMES, Lives, TruthPlan
from streekwerk.demo.simulation import (
    Moment,
    World,
    apply_starts,
    choose_starts,
    finish_month,
    run,
)
from streekwerk.demo.state import State
from streekwerk.demo.streams import MonthDraws

START, OTHERWISE = 0, 1
"""The two arms: start the measure; or nothing (or the measure compared with) this month."""


@dataclass(frozen=True, slots=True)
class Fork:
    """Everybody who starts in one month, just before the start; ``unit`` numbers them."""

    state: State
    starts: Bytes
    unit: Ints


@dataclass(frozen=True, slots=True)
class Forks:
    """The forks of a municipality by month, and what places cost in every month."""

    by_month: dict[int, Fork]
    prices: dict[int, Floats]

    def __len__(self) -> int:
        return sum(len(fork.unit) for fork in self.by_month.values())


def collect_forks(world: World, first_month: int) -> Forks:
    """Simulate what really happened and keep everybody who starts, from ``first_month`` on."""
    forks = Forks({}, {})

    def keep(moment: Moment) -> None:
        forks.prices[moment.month] = moment.price
        rows = np.flatnonzero(moment.starts >= 0)
        if moment.month >= first_month and len(rows):
            unit = np.arange(len(forks), len(forks) + len(rows))
            fork = Fork(moment.state.take(rows), moment.starts[rows], unit)
            forks.by_month[moment.month] = fork

    run(world, keep)
    return forks


@dataclass(frozen=True, slots=True)
class Arm:
    """One of the two lives of everybody who started, in one future."""

    world: World
    forks: Forks
    plan: TruthPlan
    which: int
    future: int

    def live(self) -> Floats:
        """Live all lives as long as they can be followed.

        Returns
        -------
        array of shape (starts, horizons, outcomes)
            NaN where the horizon lies beyond the window, or where the measure compared
            with was already in force.
        """
        longest = max(self.plan.horizons)
        result = np.full((len(self.forks), len(self.plan.horizons), len(OUTCOMES)), np.nan)
        lives: Lives | None = None
        for month in sorted(self.forks.prices):
            if lives is not None:
                self._go_on(lives, month)
            lives = self._with_newborn(lives, month)
            if lives is None:
                continue
            lives.record_opening()
            code = finish_month(
                self.world, lives.state, month, self._draws(lives, month), people_move=False
            )
            lives.record_closing(code, self.plan.sustained_months)
            self._note_outcomes(lives, month, result)
            lives = lives.younger_than(longest, month)
        return result

    def _draws(self, lives: Lives, month: int) -> MonthDraws:
        streams = self.world.streams(self.future)
        return MonthDraws(streams, month, len(self.world.people), lives.state.person)

    def _go_on(self, lives: Lives, month: int) -> None:
        """Open a month for lives under way: they return, and start what they are offered."""
        draws = self._draws(lives, month)
        return_to_benefit(lives.state, self.world.people, month, draws)
        price = self.forks.prices[month]
        starts, _ = choose_starts(self.world, lives.state, month, draws, price)
        apply_starts(self.world, lives.state, month, starts, draws)

    def _with_newborn(self, lives: Lives | None, month: int) -> Lives | None:
        """Add the lives that fork this month, in their arm."""
        fork = self.forks.by_month.get(month)
        if fork is None:
            return lives
        starts, possible = self._choice(fork, month)
        new = Lives.of(fork.state.take(possible), fork.unit[possible], month)
        apply_starts(self.world, new.state, month, starts[possible], self._draws(new, month))
        return new if lives is None else lives.joined(new)

    def _choice(self, fork: Fork, month: int) -> tuple[Bytes, Bools]:
        """Return what each person starts in this arm, and for whom both arms are possible."""
        other, free = -1, np.ones(len(fork.unit), dtype=np.bool_)
        if self.plan.against is not None:
            other = self.world.config.measure_codes.index(self.plan.against)
            free = fork.state.until[:, other] <= month
        otherwise = np.full_like(fork.starts, other)
        return (fork.starts if self.which == START else otherwise), free

    def _note_outcomes(self, lives: Lives, month: int, result: Floats) -> None:
        found = lives.outcomes()
        for number, horizon in enumerate(self.plan.horizons):
            done = month - lives.born + 1 == horizon
            result[lives.unit[done], number] = found[done]
