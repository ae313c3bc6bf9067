"""The effect of taking part, where not everyone offered it took it up (Wald).

The effect of the offer divided by the difference in take-up (Imbens & Angrist
1994): the average over those who took part because it was offered. Its standard
error is that of the offer's effect on y - beta d, which is the two-stage
least-squares one. Its interval is Anderson & Rubin's (1949), valid however little
the offer moves take-up, whenever the first stage's F is below 104.7, where the usual
interval becomes too short (Lee, McCrary, Moreira & Porter 2022).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.estimate import Estimate, critical_value
from streekwerk.evidence.effects.regression import Adjustment, adjusted
from streekwerk.evidence.results.effect import Effect, Estimand, Method
from streekwerk.evidence.trial.table import Floats

USUAL_INTERVAL_FROM_F = 104.7
WEAK_BELOW_F = 10.0  # Staiger & Stock (1997)


@dataclass(frozen=True, slots=True)
class TakeUp:
    """The effect of taking part and what it rests on.

    ``effect`` is None when the offer moved take-up so little that the interval
    has no end; ``first_stage`` is the offer's effect on take-up.
    """

    effect: Effect | None
    first_stage: Estimate

    @property
    def f(self) -> float:
        """Return the first-stage F."""
        return self.first_stage.t**2

    @property
    def weak(self) -> bool:
        """Whether the offer moved take-up too little to trust the usual theory."""
        return self.f < WEAK_BELOW_F


def wald(comparison: Comparison, level: float = 0.95, *, adjust: bool = False) -> TakeUp | None:
    """Return the effect of taking part, for those whose take-up is known.

    None without take-up or when nobody differs in it. With ``adjust`` both the
    outcome and take-up are adjusted for covariates as in :func:`lin`.
    """
    if comparison.take_up is None:
        return None
    known = comparison.rows(~np.isnan(comparison.take_up))
    if min(known.units) < 2 or known.take_up is None or np.ptp(known.take_up) == 0:
        return None
    d = known.take_up
    first = _offer(known, d, adjust)
    if first.standard_error == 0 and first.value == 0:
        return None
    on_outcome = _offer(known, known.y, adjust)
    found = _two_stage(known, d, on_outcome, first, adjust)
    bounds = found.interval(level)
    if first.t**2 < USUAL_INTERVAL_FROM_F:
        anderson_rubin = _anderson_rubin(known, d, on_outcome, first, adjust, level)
        if anderson_rubin is None:
            return TakeUp(None, first)
        bounds = anderson_rubin
    without = -_offer(known, known.y * (1 - d), adjust).value / first.value
    effect = known.effect(found, Method.WALD, Estimand.LATE, without, level)
    low, high = min(bounds[0], found.value), max(bounds[1], found.value)
    return TakeUp(replace(effect, low=low, high=high), first)


def _offer(comparison: Comparison, y: Floats, adjust: bool) -> Estimate:
    """Return the offer's effect on ``y``; linear in ``y``, which all of this file rests on."""
    people = comparison.with_outcome(y)
    if adjust:
        return adjusted(people).estimate
    return adjusted(people, Estimand.ATE, Adjustment.NONE, "HC2").estimate


def _two_stage(
    comparison: Comparison, d: Floats, on_y: Estimate, on_d: Estimate, adjust: bool
) -> Estimate:
    beta = on_y.value / on_d.value
    rest = _offer(comparison, comparison.y - beta * d, adjust)
    se = rest.standard_error / abs(on_d.value)
    return Estimate(beta, se, rest.degrees_of_freedom, rest.clusters)


def _anderson_rubin(
    comparison: Comparison,
    d: Floats,
    on_y: Estimate,
    on_d: Estimate,
    adjust: bool,
    level: float,
) -> tuple[float, float] | None:
    """Return every beta for which y - beta d shows no effect; None when that has no end.

    The square of the effect on y - beta d and its variance are both quadratic in
    beta; their covariance follows from the variance of the (scaled) sum.
    """
    scale = on_y.standard_error / on_d.standard_error if on_y.standard_error > 0 else 1.0
    both = _offer(comparison, comparison.y + scale * d, adjust)
    vy, vd = on_y.standard_error**2, on_d.standard_error**2
    covariance = (both.standard_error**2 - vy - scale**2 * vd) / (2 * scale)
    c2 = critical_value(level, both.degrees_of_freedom) ** 2
    a = on_d.value**2 - c2 * vd
    b = on_y.value * on_d.value - c2 * covariance
    c = on_y.value**2 - c2 * vy
    if a <= 0:
        return None
    half = math.sqrt(max(b * b - a * c, 0.0)) / a
    return b / a - half, b / a + half
