"""From what happened to what is registered: one row per person on benefit per month."""

from __future__ import annotations

import numpy as np

from streekwerk.demo.arrays import Floats, Ints, Strings
from streekwerk.demo.columns import Columns
from streekwerk.demo.dates import NO_DATE, end_days, start_days
from streekwerk.demo.registration import end_uniform, start_uniform
from streekwerk.demo.simulation import History
from streekwerk.demo.streams import Draw

# Round amounts near the norms of 2026, euro per month including holiday pay, by household.
NORM = np.array([0, 1_400, 1_400, 2_000, 700])
_HOLIDAY_PAY = 0.05
# Disregard of earnings (Pw art. 31 lid 2 n): a quarter, at most 285 euro, at most 6 months.
_DISREGARD_SHARE, _DISREGARD_MOST, _DISREGARD_MONTHS = 0.25, 285, 6
_LOWEST_EARNINGS, _EARNINGS_RANGE = 120, 780
REASON_UNKNOWN = 98
SPELL_OFFSET = 400
"""Added to the month in which a spell began to number it (the stock began before 0)."""


def benefit_rows(history: History, month: int) -> Columns:
    """Return the BUS rows of one month, columns of equal length.

    ``person`` is the row in the people of the municipality; dates are days, ``end`` is
    NaT and ``end_reason`` empty while benefit runs; ``earnings`` is 0 for none.
    """
    world, config = history.world, history.world.config
    person = np.flatnonzero(history.benefit[:, month])
    people = world.people
    household = people.household[person].astype(np.int64)
    code = history.exit_code[person, month]
    ends = code != 0
    since = history.since[person, month]
    start = start_days(config, since, start_uniform(history)[person])
    now = np.full(len(person), month)
    end = np.where(ends, end_days(config, now, end_uniform(history)[person]), NO_DATE)
    earnings = _earnings(history, person, month)
    disregarded = (earnings > 0) & (_months_of_earnings(history, person, month) <= 6)
    kept = np.where(disregarded, np.minimum(_DISREGARD_SHARE * earnings, _DISREGARD_MOST), 0)
    income = np.rint(earnings - kept).astype(np.int64)
    norm = NORM[household]
    return {
        "person": person,
        "spell": since.astype(np.int64) + SPELL_OFFSET,
        "household": household,
        "cost_sharers": np.where(household == 4, 2, 1),
        "norm": norm,
        "income": income,
        "paid": np.rint(np.maximum(norm - income, 0) / (1 + _HOLIDAY_PAY)).astype(np.int64),
        "registered": start + 10,
        "housing": people.housing[person].astype(np.int64),
        "start": start,
        "end": end,
        "exemption": history.exemption[person, month].astype(np.int64),
        "earnings": earnings,
        "disregarded": disregarded,
        "end_reason": _end_reason(history, month, code.astype(np.int64)),
    }


def _earnings(history: History, person: Ints, month: int) -> Ints:
    """Return euro per month: a fixed level per person, 0 when there are no earnings."""
    level = history.world.streams().generator(Draw.DAYS, 2).random(len(history.world.people))
    euro = np.rint(_LOWEST_EARNINGS + _EARNINGS_RANGE * _skewed(level[person]))
    return np.where(history.earnings[person, month], euro, 0).astype(np.int64)


def _skewed(uniform: Floats) -> Floats:
    """Return values in [0, 1) with a mean of one third: small jobs are common."""
    return np.asarray(uniform**2)


def _months_of_earnings(history: History, person: Ints, month: int) -> Ints:
    """Return for how many months in a row there have been earnings, at most one over the limit."""
    first = max(0, month - _DISREGARD_MONTHS)
    recent = history.earnings[person, first : month + 1][:, ::-1]
    return np.asarray(np.cumprod(recent, axis=1).sum(axis=1))


def _end_reason(history: History, month: int, code: Ints) -> Strings:
    """Return the registered reason; some become 98, other cause."""
    rng = history.world.streams().generator(Draw.REGISTRATION, month)
    unknown = rng.random(len(code)) < history.world.config.messiness.reason_unknown
    registered = np.where(unknown & (code != 0), REASON_UNKNOWN, code)
    names = np.array(["", *(f"{each:02d}" for each in range(1, 100))])
    return np.asarray(names[registered])
