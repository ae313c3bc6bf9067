"""Intervals that hold for few people too.

A share: the exact interval (Clopper & Pearson 1934, *Biometrika* 26:404), which holds for
every chance and every number of people; mid-P falls to 92 % where things seldom happen.
People differ in their chances; the number of people to whom something happens then varies
*less* than a binomial with the same mean (Hoeffding 1956, *Annals of Mathematical
Statistics* 27:713), so the interval stays on the safe side.

A difference of two independent estimates: the square-and-add method, MOVER (Zou & Donner
2008, *Statistics in Medicine* 27:1693), which keeps each interval's own skewness.
"""

from __future__ import annotations

import math

from scipy.stats import beta, norm

LEVEL = 0.95
_TINY = 1e-12
Bounds = tuple[float, float]


def share_interval(happened: int, people: int, level: float = LEVEL) -> Bounds:
    """Return the exact interval of a share.

    Raises
    ------
    ValueError : more than there are people, or nobody.
    """
    if not 0 <= happened <= people or people < 1:
        raise ValueError(f"{happened} of {people} people is no share")
    tail, rest = (1 - level) / 2, people - happened
    low = float(beta.ppf(tail, happened, rest + 1)) if happened else 0.0
    high = float(beta.ppf(1 - tail, happened + 1, rest)) if rest else 1.0
    return low, high


def difference_interval(one: float, of_one: Bounds, other: float, of_other: Bounds) -> Bounds:
    """Return the interval of ``one`` minus ``other``, of two independent estimates."""
    low = one - other - math.hypot(one - of_one[0], of_other[1] - other)
    high = one - other + math.hypot(of_one[1] - one, other - of_other[0])
    return max(low, -1.0), min(high, 1.0)


def expected_interval(mean: float, error: float, level: float = LEVEL) -> Bounds:
    """Return the interval of an expected share from its standard error, on the log-odds scale."""
    mean = min(max(mean, _TINY), 1 - _TINY)
    width = float(norm.ppf(1 - (1 - level) / 2)) * error / (mean * (1 - mean))
    middle = math.log(mean / (1 - mean))
    return _chance(middle - width), _chance(middle + width)


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
