"""The year of a kind of work: 52 weekly factors, about 1 at the height of the season.

The shapes are chosen to look like what the sectors say about themselves; they are
estimated from nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from streekwerk.matching.chains.demand import WEEKS

Floats = npt.NDArray[np.float64]
_WEEK = np.arange(1, WEEKS + 1, dtype=float)
# Dutch school holidays, about: spring, May, summer, autumn, Christmas.
_HOLIDAYS = (1, 8, 9, 18, 29, 30, 31, 32, 33, 34, 43, 52)
_BUILDERS_HOLIDAY = (1, 30, 31, 32, 52)


def _around(week: float, width: float) -> Floats:
    """Return a bell of height 1 around a week; the year is a circle."""
    away = np.abs(_WEEK - week)
    away = np.minimum(away, WEEKS - away)
    height: Floats = np.exp(-0.5 * (away / width) ** 2)
    return height


def _without(level: float, weeks: tuple[int, ...]) -> Floats:
    return np.where(np.isin(_WEEK, weeks), 0.05, level)


SEASONS: dict[str, Floats] = {
    "steady": np.full(WEEKS, 0.45),
    "care": 0.38 + 0.30 * _around(31, 4) + 0.10 * _around(52, 2),
    "school": _without(0.55, _HOLIDAYS),
    "tourism": 0.08 + 0.35 * _around(18, 2.5) + 0.92 * _around(31, 4.5) + 0.3 * _around(43, 1.5),
    "december": 0.30 + 0.70 * _around(50, 3) + 0.15 * _around(15, 2),
    "processing": 0.12 + 0.88 * _around(36, 6),
    "greenhouse": 0.08 + 0.92 * _around(21, 8),
    "harvest": 0.02 + 0.98 * _around(37, 3.5) + 0.35 * _around(24, 3),
    "calves": 0.25 + 0.35 * _around(10, 6),
    "green": 0.04 + 0.90 * _around(22, 7) + 0.45 * _around(45, 3),
    "autumn": 0.22 + 0.78 * _around(47, 5),
    "spring": 0.12 + 0.88 * _around(16, 6),
    "building": _without(0.55, _BUILDERS_HOLIDAY) - 0.2 * _around(3, 3),
    "winter": 0.20 + 0.80 * _around(5, 7),
    "tax": 0.12 + 0.88 * _around(12, 5),
}


def _orders(rng: np.random.Generator) -> Floats:
    """Return waves of orders of one business: 9 to 16 weeks long, anywhere in the year."""
    length, start = rng.uniform(9, 16), rng.uniform(0, 1)
    return 0.45 + 0.35 * np.sin(2 * math.pi * (_WEEK / length + start))


_DRAWN: dict[str, Callable[[np.random.Generator], Floats]] = {"orders": _orders}


def weeks_of(season: str, peak: float, rng: np.random.Generator) -> tuple[int, ...]:
    """Return half hours for each week: season times ``peak``, with 12 % noise.

    The whole season comes up to a week and a half earlier or later; less than two hours
    a week is nothing.
    """
    drawn = _DRAWN.get(season)
    shape = SEASONS[season] if drawn is None else drawn(rng)
    moved = np.roll(shape, int(rng.integers(-1, 2)))
    wanted = peak * np.maximum(moved, 0) * rng.lognormal(0, 0.12, WEEKS)
    return tuple(int(each) if each >= 4 else 0 for each in np.round(wanted))
