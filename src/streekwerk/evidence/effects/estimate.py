"""A number with its standard error, before it becomes an :class:`Effect` of the trial."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import ndtri, stdtr, stdtrit


@dataclass(frozen=True, slots=True)
class Estimate:
    """A contrast and how sure it is.

    ``degrees_of_freedom`` is that of the t distribution behind the interval;
    None means normal. ``clusters`` is how many independent groups were counted.
    """

    value: float
    standard_error: float
    degrees_of_freedom: float | None = None
    clusters: int | None = None

    @property
    def t(self) -> float:
        """Return the estimate over its standard error; 0 for an exact zero, else signed inf."""
        if self.standard_error > 0:
            return self.value / self.standard_error
        return 0.0 if self.value == 0 else math.copysign(math.inf, self.value)

    @property
    def p_value(self) -> float:
        """Return the two-sided p-value of no effect."""
        if math.isinf(self.t):
            return 0.0
        df = self.degrees_of_freedom
        return float(2 * stdtr(math.inf if df is None else df, -abs(self.t)))

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the interval that covers the truth in ``level`` of repetitions."""
        half = critical_value(level, self.degrees_of_freedom) * self.standard_error
        return self.value - half, self.value + half


def critical_value(level: float, degrees_of_freedom: float | None) -> float:
    """Return how many standard errors an interval of ``level`` reaches to either side."""
    if not 0 < level < 1:
        raise ValueError(f"an interval's level lies between 0 and 1, got {level}")
    tail = 0.5 + level / 2
    if degrees_of_freedom is None:
        return float(ndtri(tail))
    return float(stdtrit(degrees_of_freedom, tail))
