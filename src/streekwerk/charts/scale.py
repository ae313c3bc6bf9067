"""From values to places on the paper."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale: value ``low`` stands at ``start``, value ``high`` at ``end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of ``value``; beyond the ends it stays at the end."""
        clipped = min(max(value, self.low), self.high)
        share = (clipped / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
        return self.start + (self.end - self.start) * share

    def ticks(self, about: int = 5) -> tuple[float, ...]:
        """Return round values within the scale, about as many as asked."""
        step = nice_step(self.high - self.low, about)
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return tuple(place * step for place in range(first, last + 1))


def nice_step(span: float, about: int) -> float:
    """Return a step of 1, 2, 2.5 or 5 times a power of ten that cuts ``span`` up."""
    rough = span / max(about, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough * 0.999)


def decimals_of(step: float, at_least: int = 0) -> int:
    """Return how many decimals it takes to write multiples of ``step``."""
    for decimals in range(at_least, 7):
        if math.isclose(round(step, decimals), step, rel_tol=1e-6):
            return decimals
    return 6


def span_of(
    values: Iterable[float], *, zero: bool = True, room: float = 0.06
) -> tuple[float, float]:
    """Return the range of the finite values, zero included, with ``room`` on either side.

    A range of no width worth writing down is widened, so that a scale can be made of it.
    """
    finite = [value for value in values if math.isfinite(value)]
    if zero or not finite:
        finite.append(0.0)
    low, high = min(finite), max(finite)
    if high - low <= max(1e-5, 1e-9 * max(abs(low), abs(high))):
        around = max(abs(low), 1.0)
        low, high = low - around / 2, high + around / 2
    margin = (high - low) * room
    return low - margin, high + margin


def two_sided(low: float, high: float, least: float = 0.45) -> tuple[float, float]:
    """Widen a range through zero so that its smaller side is no sliver beside the other.

    Without it a wholly positive interval would stand against the edge, and the
    reader would not see that less was possible too.
    """
    reach = max(-low, high)
    return min(low, -least * reach), max(high, least * reach)
