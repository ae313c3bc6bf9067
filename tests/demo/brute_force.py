"""The truth the slow way: one start at a time, the whole municipality re-simulated."""

from __future__ import annotations

import copy

import numpy as np
from numpy.typing import NDArray

from streekwerk.demo.exits import return_to_benefit
from streekwerk.demo.lives import TruthPlan
from streekwerk.demo.simulation import (
    Moment,
    World,
    apply_starts,
    choose_starts,
    finish_month,
    run,
)
from streekwerk.demo.state import Status
from streekwerk.demo.streams import MonthDraws


def moments_of(world: World) -> list[Moment]:
    """Copies of everything just before the starts of each month."""
    found: list[Moment] = []
    run(world, lambda moment: found.append(copy.deepcopy(moment)))
    return found


def live_once(
    world: World, moments: list[Moment], person: int, month: int, measure: int, future: int
) -> list[tuple[bool, bool, int]]:
    """One person's later life: per month whether on benefit, whether earning, the end code."""
    state = copy.deepcopy(moments[month].state)
    life = []
    for now in range(month, world.config.months):
        draws = MonthDraws(world.streams(future), now, len(world.people))
        if now == month:
            starts = np.full(len(state), -1, dtype=np.int8)
            starts[person] = measure
        else:
            return_to_benefit(state, world.people, now, draws)
            starts, _ = choose_starts(world, state, now, draws, moments[now].price)
        apply_starts(world, state, now, starts, draws)
        benefit = bool(state.status[person] == Status.BENEFIT)
        code = int(finish_month(world, state, now, draws, people_move=False)[person])
        life.append((benefit, bool(state.earnings[person]), code))
    return life


def outcomes_of(life: list[tuple[bool, bool, int]], horizon: int, sustained: int) -> list[float]:
    """Sustained work, any work and months without benefit, read from the life as told."""
    part = life[:horizon]
    lasting = any(
        code in (11, 13)
        and now + sustained < horizon
        and not any(benefit for benefit, _, _ in part[now + 1 : now + 1 + sustained])
        for now, (_, _, code) in enumerate(part)
    )
    any_work = any(earns or code in (11, 13) for _, earns, code in part)
    return [float(lasting), float(any_work), float(sum(not benefit for benefit, _, _ in part))]


def both_lives(
    world: World, plan: TruthPlan, person: int, month: int, measure: int, moments: list[Moment]
) -> NDArray[np.float64]:
    """Mean outcomes (arms, horizons, outcomes) over the futures of the plan."""
    result = np.zeros((2, len(plan.horizons), 3))
    for arm, choice in enumerate((measure, -1)):
        for future in range(1, plan.futures + 1):
            life = live_once(world, moments, person, month, choice, future)
            for number, horizon in enumerate(plan.horizons):
                result[arm, number] += outcomes_of(life, horizon, plan.sustained_months)
    return result / plan.futures
