"""What a start does: log-odds of leaving for work, in all months that follow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.demo.arrays import Bools, Bytes, Floats, Ints, Shorts
from streekwerk.demo.config import RegionConfig
from streekwerk.demo.people import Education, People, Sex, age_years
from streekwerk.demo.state import LONG_TERM_MONTHS, State

EFFECT_MONTHS = 48
"""No start has an effect after this many months."""
LONGEST_MONTHS = 60
"""No measure is planned to last longer."""


@dataclass(frozen=True, slots=True)
class Effects:
    """The effect profiles of all measures as arrays.

    ``lock_in`` and ``share`` have shape (measures, :data:`EFFECT_MONTHS`), ``plateau``
    (measures,) and ``by_group`` (measures, groups), groups as in :func:`groups_at_start`.
    """

    lock_in: Floats
    share: Floats
    plateau: Floats
    by_group: Floats
    mean_months: Floats
    continues: Bools


def effects_of(config: RegionConfig) -> Effects:
    """Collect the profiles of a region, scaled as its config says."""
    scale = config.effect_scale
    profiles = [each.effect for each in config.measures]
    phases = [each.phases(EFFECT_MONTHS, config.lock_in_scale) for each in profiles]
    groups = [(p.women, p.long_term, p.low_education, p.fifty_plus) for p in profiles]
    return Effects(
        lock_in=scale * np.array([lock for lock, _ in phases]),
        share=np.array([share for _, share in phases]),
        plateau=scale * np.array([p.plateau for p in profiles]),
        by_group=scale * np.array(groups),
        mean_months=np.array([each.mean_months for each in config.measures]),
        continues=np.array([each.continues_in_work for each in config.measures]),
    )


def groups_at_start(state: State, people: People, month: int) -> Bools:
    """Return membership (rows, 4): women, long-term, low education, aged 50 or over."""
    person = state.person
    return np.column_stack(
        [
            people.sex[person] == Sex.WOMAN,
            state.duration(month) >= LONG_TERM_MONTHS,
            people.education[person] == Education.LOW,
            age_years(people.birth_month[person], month) >= 50,
        ]
    )


def planned_ends(measure: Ints, month: int, effects: Effects, uniform: Floats) -> Shorts:
    """Return the first month a measure is no longer in force: 1 + geometric, as planned."""
    stop = 1 / effects.mean_months[measure]
    with np.errstate(divide="ignore"):
        steps = np.log1p(-uniform) / np.log1p(-stop)  # a mean of one month: log(0), zero steps
    return (month + 1 + np.minimum(np.floor(steps), LONGEST_MONTHS - 1)).astype(np.int16)


def start_measures(
    state: State, people: People, month: int, action: Bytes, effects: Effects, uniform: Floats
) -> None:
    """Start measure ``action`` (-1: none) in ``month`` for every row and add its effect."""
    rows = np.flatnonzero(action >= 0)
    if not len(rows):
        return
    measure = action[rows].astype(np.int64)
    state.until[rows, measure] = planned_ends(measure, month, effects, uniform[rows])
    state.last_start[rows] = month
    member = groups_at_start(state.take(rows), people, month)
    plateau = effects.plateau[measure] + (member * effects.by_group[measure]).sum(axis=1)
    shift = effects.lock_in[measure] + plateau[:, None] * effects.share[measure]
    first, end = max(month, 0), min(month + EFFECT_MONTHS, state.boost.shape[1])
    if end > first:
        state.boost[rows, first:end] += shift[:, first - month : end - month].astype(np.float32)


def announce(state: State, month: int, action: Bytes, wait: int, effect: float) -> Bytes:
    """Turn decisions into starts ``wait`` months later; return the starts due this month.

    Waiting shifts the log-odds of work by ``effect`` in each month before the start.
    """
    if wait == 0:
        return action
    decided = np.flatnonzero(action >= 0)
    state.planned_measure[decided] = action[decided]
    state.planned_month[decided] = month + wait
    state.boost[decided, max(month, 0) : max(month + wait, 0)] += effect
    due = (state.planned_month == month) & (state.planned_measure >= 0) & state.on_benefit
    starts = np.where(due, state.planned_measure, -1).astype(np.int8)
    state.planned_measure[due] = -1
    return starts
