"""The effect of taking part, where not everyone offered it took it up (Wald).

The effect of the offer divided by the difference in take-up (Imbens & Angrist
1994): the average over those who took part because it was offered. Its standard
error is that of the offer's effect on y - beta d, which is the two-stage
least-squares one. Its interval is Anderson & Rubin's (1949), valid however little
the offer moves take-up, as long as the first stage is below the F of 104.7 under
which the usual interval is too short (Lee, McCrary, Moreira & Porter 2022).
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
    found = _two_stage(known, on_outcome, first, adjust)
    bounds = found.interval(level)
    if first.t**2 < USUAL_INTERVAL_FROM_F:
        anderson_rubin = _anderson_rubin(known, on_outcome, first, level, adjust)
        if anderson_rubin is None:
            return TakeUp(None, first)
        bounds = anderson_rubin
    return TakeUp(_effect(known, found, bounds, level, _complier_mean(known, first, adjust)), first)


def _offer(comparison: Comparison, y: Floats, adjust: bool) -> Estimate:
    """Return the offer's effect on ``y``; linear in ``y``, which all of this file rests on."""
    how = None if adjust else Adjustment.NONE
    kind = "HC3" if adjust else "HC2"
    return adjusted(comparison.with_outcome(y), Estimand.ATE, how, kind).estimate


def _two_stage(comparison: Comparison, y: Estimate, d: Estimate, adjust: bool) -> Estimate:
    assert comparison.take_up is not None
    beta = y.value / d.value
    rest = _offer(comparison, comparison.y - beta * comparison.take_up, adjust)
    se = rest.standard_error / abs(d.value)
    return Estimate(beta, se, rest.degrees_of_freedom, rest.clusters)


def _anderson_rubin(
    comparison: Comparison, y: Estimate, d: Estimate, level: float, adjust: bool
) -> tuple[float, float] | None:
    """Return every beta for which y - beta d shows no effect; None when that has no end.

    The square of the effect on y - beta d and its variance are both quadratic in
    beta; their covariance follows from the variance of the (scaled) sum.
    """
    assert comparison.take_up is not None
    scale = y.standard_error / d.standard_error if y.standard_error > 0 else 1.0
    both = _offer(comparison, comparison.y + scale * comparison.take_up, adjust)
    vy, vd = y.standard_error**2, d.standard_error**2
    covariance = (both.standard_error**2 - vy - scale**2 * vd) / (2 * scale)
    c2 = critical_value(level, both.degrees_of_freedom) ** 2
    a = d.value**2 - c2 * vd
    b = y.value * d.value - c2 * covariance
    c = y.value**2 - c2 * vy
    if a <= 0:
        return None
    half = math.sqrt(max(b * b - a * c, 0.0)) / a
    return b / a - half, b / a + half


def _complier_mean(comparison: Comparison, first: Estimate, adjust: bool) -> float:
    """Return what those who took part because of the offer have without it (Abadie 2002)."""
    assert comparison.take_up is not None
    without = _offer(comparison, comparison.y * (1 - comparison.take_up), adjust)
    return -without.value / first.value


def _effect(
    comparison: Comparison,
    found: Estimate,
    bounds: tuple[float, float],
    level: float,
    comparison_mean: float,
) -> Effect:
    effect = comparison.effect(found, Method.WALD, Estimand.LATE, comparison_mean, level)
    low, high = min(bounds[0], found.value), max(bounds[1], found.value)
    return replace(effect, low=low, high=high)
