"""Intervals that hold for few people too.

A share: the mid-P interval of the binomial (Lancaster 1961, *JASA* 56:223; Agresti & Gottard
2005, *Statistical Science* 20:367). People differ in their chances; the number of people
to whom something happens then varies *less* than a binomial with the same mean (Hoeffding
1956, *Annals of Mathematical Statistics* 27:713), so the interval is on the safe side.

A difference of two independent estimates: the square-and-add method, MOVER (Zou & Donner
2008, *Statistics in Medicine* 27:1693), which keeps each interval's own skewness.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from scipy.optimize import brentq
from scipy.stats import binom

LEVEL = 0.95
_TINY = 1e-12
Bounds = tuple[float, float]


def share_interval(happened: int, people: int, level: float = LEVEL) -> Bounds:
    """Return the mid-P interval of a share.

    Raises
    ------
    ValueError : more than there are people, or nobody.
    """
    if not 0 <= happened <= people or people < 1:
        raise ValueError(f"{happened} of {people} people is no share")
    tail = (1 - level) / 2

    def at_least(chance: float) -> float:
        more = float(binom.sf(happened, people, chance))
        return more + 0.5 * float(binom.pmf(happened, people, chance))

    def at_most(chance: float) -> float:
        return 1.0 - at_least(chance)

    low = 0.0 if happened == 0 else _root(lambda p: at_least(p) - tail)
    high = 1.0 if happened == people else _root(lambda p: at_most(p) - tail)
    return low, high


def _root(function: Callable[[float], float]) -> float:
    return float(brentq(function, _TINY, 1 - _TINY))


def difference_interval(one: float, of_one: Bounds, other: float, of_other: Bounds) -> Bounds:
    """Return the interval of ``one`` minus ``other``, of two independent estimates."""
    low = one - other - math.hypot(one - of_one[0], of_other[1] - other)
    high = one - other + math.hypot(of_one[1] - one, other - of_other[0])
    return max(low, -1.0), min(high, 1.0)


def expected_interval(mean: float, error: float, level: float = LEVEL) -> Bounds:
    """Return the interval of an expected share from its standard error, on the log-odds scale."""
    from scipy.stats import norm  # noqa: PLC0415 - only used here

    mean = min(max(mean, _TINY), 1 - _TINY)
    width = float(norm.ppf(1 - (1 - level) / 2)) * error / (mean * (1 - mean))
    middle = math.log(mean / (1 - mean))
    return _chance(middle - width), _chance(middle + width)


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
