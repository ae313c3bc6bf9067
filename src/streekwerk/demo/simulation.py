"""Month by month through a municipality: what really happened.

The order within month t is fixed, because the estimand hangs on it:

1. newcomers arrive and some come back;
2. caseworkers decide on the traits of month t - 1, measures start (days 1-14);
3. earnings and exemptions of month t;
4. benefit ends for some (day 15 or later); that is registered in month t.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from streekwerk.demo.arrays import Bools, Bytes, Floats, Ints, Shorts
from streekwerk.demo.assignment import (
    Offer,
    attraction,
    decide,
    offer_of,
    price_of_places,
    spread,
)
from streekwerk.demo.config import RegionConfig, calendar_month
from streekwerk.demo.effects import Effects, announce, effects_of, start_measures
from streekwerk.demo.exits import (
    Surroundings,
    initial_exemptions,
    live_through,
    return_to_benefit,
    stop_measures,
)
from streekwerk.demo.labour_market import LabourMarket, draw_labour_market, season_of_starts
from streekwerk.demo.people import People, draw_people
from streekwerk.demo.state import State, initial_state
from streekwerk.demo.streams import Draw, MonthDraws, Streams

HISTORY_MONTHS = 24
"""Months before the window in which the stock may already have started measures."""


@dataclass(frozen=True, slots=True)
class World:
    """All that is fixed for one municipality; the rules by which a month passes."""

    config: RegionConfig
    number: int
    people: People
    market: LabourMarket
    offer: Offer
    effects: Effects

    @property
    def code(self) -> str:
        """The municipality's (fictitious) code."""
        return self.config.municipalities[self.number].code

    def streams(self, future: int = 0) -> Streams:
        """Return the random numbers of a future; 0 is what really happened."""
        return Streams(self.config.seed, self.number, future)

    def surroundings(self, month: int, people_move: bool = True) -> Surroundings:
        """Return market and season of a month."""
        autumn = calendar_month(self.config.first_month, month) in (8, 9)
        return Surroundings(float(self.market.shift[month]), autumn, people_move)


@dataclass(frozen=True, slots=True)
class Starts:
    """Every start of a measure, in order of month; ``end`` is the last month in force."""

    person: Ints
    measure: Bytes
    month: Shorts
    end: Shorts

    def __len__(self) -> int:
        return len(self.person)


@dataclass(frozen=True, slots=True)
class History:
    """What happened in one municipality; matrices have shape (people, months).

    ``exit_code`` is the BUS code of the end of benefit in that month (0: none),
    ``since`` the month in which the present status began.
    """

    world: World
    benefit: Bools
    exit_code: Bytes
    earnings: Bools
    exemption: Bytes
    since: Shorts
    starts: Starts


@dataclass(frozen=True, slots=True)
class Moment:
    """The moment just before the starts of a month, handed to whoever wants to fork there.

    ``starts`` is the measure number each row is about to start (-1: none), ``price`` what
    the places of this month cost (see :func:`~streekwerk.demo.assignment.price_of_places`).
    """

    month: int
    state: State
    starts: Bytes
    price: Floats


def build_world(config: RegionConfig, number: int, market: LabourMarket | None = None) -> World:
    """Draw the people of municipality ``number`` and everything fixed around them."""
    streams = Streams(config.seed, number)
    people = draw_people(config.sizes()[number], config.months, streams)
    market = market or draw_labour_market(config)
    return World(config, number, people, market, offer_of(config), effects_of(config))


def build_worlds(config: RegionConfig) -> Iterator[World]:
    """Yield the municipalities one by one, so that only one is in memory."""
    market = draw_labour_market(config)
    for number in range(len(config.municipalities)):
        yield build_world(config, number, market)


def state_at_opening(world: World) -> tuple[State, list[Starts]]:
    """Return the state when the window opens and the starts of the two years before it.

    The stock is known to have stayed, so nobody leaves during this history.
    """
    people, config = world.people, world.config
    draws = MonthDraws(world.streams(), -HISTORY_MONTHS, len(people))
    exemption = initial_exemptions(people, draws.uniform(Draw.EXEMPTION))
    state = initial_state(people, len(config.measures), config.months, exemption)
    begun = []
    for month in range(-HISTORY_MONTHS, 0):
        draws = MonthDraws(world.streams(), month, len(people))
        starts, _ = choose_starts(world, state, month, draws)
        begun.append(apply_starts(world, state, month, starts, draws))
    return state, begun


def choose_starts(
    world: World, state: State, month: int, draws: MonthDraws, price: Floats | None = None
) -> tuple[Bytes, Floats]:
    """Let caseworkers decide; return the measure each row starts now and the price of places.

    ``price`` is given when a life is replayed: one person's other life does not change
    what the places cost.
    """
    config = world.config
    rows = np.flatnonzero(state.eligible(month))
    weight = attraction(state.take(rows), world.people, month, world.offer)
    if price is None:
        number = np.array([calendar_month(config.first_month, month)])
        price = price_of_places(weight, world.offer, float(season_of_starts(config, number)[0]))
    chosen = decide(weight, price, draws.uniform(Draw.ASSIGN)[rows])
    action = spread(chosen, rows, len(state))
    return announce(state, month, action, config.anticipation_months, config.anticipation), price


def apply_starts(
    world: World, state: State, month: int, starts: Bytes, draws: MonthDraws
) -> Starts:
    """Start the measures; return them, ``end`` as planned."""
    planned = draws.uniform(Draw.PLANNED)
    start_measures(state, world.people, month, starts, world.effects, planned)
    rows = np.flatnonzero(starts >= 0)
    until = state.until[rows, starts[rows]]
    when = np.full(len(rows), month, dtype=np.int16)
    return Starts(state.person[rows], starts[rows], when, (until - 1).astype(np.int16))


def finish_month(
    world: World, state: State, month: int, draws: MonthDraws, people_move: bool = True
) -> Bytes:
    """Live through the month after the starts; return the BUS end code per row."""
    around = world.surroundings(month, people_move)
    code = live_through(state, world.people, month, around, draws)
    stop_measures(state, month, code != 0, world.effects.continues)
    return code


def run(world: World, at_start: Callable[[Moment], None] | None = None) -> History:
    """Simulate a municipality; ``at_start`` sees every month just before its starts."""
    size, months = len(world.people), world.config.months
    state, begun = state_at_opening(world)
    history = _empty_history(world, size, months)
    for month in range(months):
        draws = MonthDraws(world.streams(), month, size)
        return_to_benefit(state, world.people, month, draws)
        starts, price = choose_starts(world, state, month, draws)
        if at_start is not None:
            at_start(Moment(month, state, starts, price))
        begun.append(apply_starts(world, state, month, starts, draws))
        history.benefit[:, month] = state.on_benefit
        history.since[:, month] = state.since
        history.exit_code[:, month] = finish_month(world, state, month, draws)
        history.earnings[:, month] = state.earnings
        history.exemption[:, month] = state.exemption
    return replace(history, starts=_with_actual_ends(_joined(begun), history))


def _empty_history(world: World, size: int, months: int) -> History:
    shape = (size, months)
    return History(
        world=world,
        benefit=np.zeros(shape, dtype=np.bool_),
        exit_code=np.zeros(shape, dtype=np.int8),
        earnings=np.zeros(shape, dtype=np.bool_),
        exemption=np.zeros(shape, dtype=np.int8),
        since=np.zeros(shape, dtype=np.int16),
        starts=_joined([]),
    )


def _joined(parts: list[Starts]) -> Starts:
    nothing = np.zeros(0, dtype=np.int16)
    return Starts(
        person=np.concatenate([nothing, *(part.person for part in parts)]).astype(np.int64),
        measure=np.concatenate([nothing, *(part.measure for part in parts)]).astype(np.int8),
        month=np.concatenate([nothing, *(part.month for part in parts)]),
        end=np.concatenate([nothing, *(part.end for part in parts)]),
    )


def _with_actual_ends(starts: Starts, history: History) -> Starts:
    """Cut measures off at the first end of benefit, unless they continue in work."""
    exits = next_exit(history.exit_code)
    first = exits[starts.person, np.maximum(starts.month, 0)]
    stops = ~history.world.effects.continues[starts.measure]
    return replace(starts, end=np.where(stops, np.minimum(starts.end, first), starts.end))


def next_exit(exit_code: Bytes) -> Shorts:
    """Return per person and month the first month >= it in which benefit ends.

    Where it does not end any more the value is larger than any month.
    """
    upcoming = np.full(exit_code.shape, np.iinfo(np.int16).max, dtype=np.int16)
    following = upcoming[:, -1].copy()
    for month in range(exit_code.shape[1] - 1, -1, -1):
        following = np.where(exit_code[:, month] != 0, np.int16(month), following)
        upcoming[:, month] = following
    return upcoming
