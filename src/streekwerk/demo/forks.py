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
    History,
    Moment,
    World,
    apply_starts,
    choose_starts,
    finish_month,
    run,
)
from streekwerk.demo.state import State
from streekwerk.demo.streams import FutureDraws

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


def collect_forks(world: World, first_month: int) -> tuple[Forks, History]:
    """Simulate what really happened and keep everybody who starts, from ``first_month`` on."""
    forks = Forks({}, {})

    def keep(moment: Moment) -> None:
        forks.prices[moment.month] = moment.price
        rows = np.flatnonzero(moment.starts >= 0)
        if moment.month >= first_month and len(rows):
            unit = np.arange(len(forks), len(forks) + len(rows))
            fork = Fork(moment.state.take(rows), moment.starts[rows], unit)
            forks.by_month[moment.month] = fork

    history = run(world, keep)
    return forks, history


@dataclass(frozen=True, slots=True)
class Retelling:
    """Both lives of everybody who started, in several futures, lived side by side.

    Rows do not touch each other: they meet the luck of their own person and future, and
    places cost what they did. So all lives can pass through a month together.
    """

    world: World
    forks: Forks
    plan: TruthPlan
    futures: tuple[int, ...]

    def live(self) -> Floats:
        """Live all lives as long as they can be followed.

        Returns
        -------
        array of shape (arms, futures, starts, horizons, outcomes)
            Arms are started, not now. NaN where the horizon lies beyond the window, or
            where the measure compared with was already in force.
        """
        longest = max(self.plan.horizons)
        copies = 2 * len(self.futures)
        shape = (copies * len(self.forks), len(self.plan.horizons), len(OUTCOMES))
        result = np.full(shape, np.nan)
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
        return result.reshape(2, len(self.futures), len(self.forks), *shape[1:])

    def _draws(self, lives: Lives, month: int) -> FutureDraws:
        streams = tuple(self.world.streams(each) for each in self.futures)
        future = lives.unit // len(self.forks) % len(self.futures)
        people = len(self.world.people)
        return FutureDraws(streams[0], month, people, lives.state.person, streams, future)

    def _go_on(self, lives: Lives, month: int) -> None:
        """Open a month for lives under way: they return, and start what they are offered."""
        draws = self._draws(lives, month)
        return_to_benefit(lives.state, self.world.people, month, draws)
        price = self.forks.prices[month]
        starts, _ = choose_starts(self.world, lives.state, month, draws, price)
        apply_starts(self.world, lives.state, month, starts, draws)

    def _with_newborn(self, lives: Lives | None, month: int) -> Lives | None:
        """Add the lives that fork this month, in both arms and every future."""
        fork = self.forks.by_month.get(month)
        if fork is None:
            return lives
        otherwise, possible = self._choice(fork, month)
        rows, many = np.flatnonzero(possible), len(self.futures)
        copy = np.repeat(np.arange(2 * many), rows.size)
        starts = [fork.starts[rows]] * many + [otherwise[rows]] * many
        unit = copy * len(self.forks) + np.tile(fork.unit[rows], 2 * many)
        new = Lives.of(fork.state.take(np.tile(rows, 2 * many)), unit, month)
        draws = self._draws(new, month)
        apply_starts(self.world, new.state, month, np.concatenate(starts), draws)
        return new if lives is None else lives.joined(new)

    def _choice(self, fork: Fork, month: int) -> tuple[Bytes, Bools]:
        """Return what each person starts in the second life, and for whom both are possible."""
        other, free = -1, np.ones(len(fork.unit), dtype=np.bool_)
        if self.plan.against is not None:
            other = self.world.config.measure_codes.index(self.plan.against)
            free = fork.state.until[:, other] <= month
        return np.full_like(fork.starts, other), free

    def _note_outcomes(self, lives: Lives, month: int, result: Floats) -> None:
        found = lives.outcomes()
        for number, horizon in enumerate(self.plan.horizons):
            done = month - lives.born + 1 == horizon
            result[lives.unit[done], number] = found[done]
