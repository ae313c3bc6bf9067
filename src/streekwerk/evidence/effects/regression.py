"""Regression adjustment: the effect as a contrast of one least-squares fit.

Lin (2013): covariates centred and interacted with the arm, so that adjusting
cannot bias a randomised comparison. Centring on everyone gives the average over
everyone; centring on those who got it gives the average over them, the same
regression that stands beside the doubly robust figures. Without interactions
it is the classical adjusted difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.estimate import Estimate
from streekwerk.evidence.effects.least_squares import Kind, LeastSquares, least_squares, sum_by
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.trial.table import Booleans, Floats

# People (or clusters) per coefficient in the smaller arm that a regression needs:
# at three, the intervals still covered 95 % in the simulation of small municipalities.
UNITS_PER_COEFFICIENT = 3
# A yes/no column with fewer people on one side in an arm is not interacted: HC3 would
# hang on those few.
FEWEST_PER_SIDE = 5


class Adjustment(Enum):
    """How far the regression adjusts; chosen by counting people, never by the outcome."""

    INTERACTED = "interacted"
    ADDITIVE = "additive"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A regression-adjusted effect with what a sensitivity analysis needs.

    ``fit`` and ``contrast`` reproduce ``estimate``; ``comparison_mean`` is what
    the estimand's people would have had without it.
    """

    estimate: Estimate
    comparison_mean: float
    adjustment: Adjustment
    fit: LeastSquares
    contrast: Floats


def possible_adjustment(comparison: Comparison) -> Adjustment:
    """Return how far the numbers of people allow adjustment.

    The arm that never varies within a cluster has as many units as clusters.
    """
    p = comparison.covariates.shape[1]
    units = comparison.units
    if p == 0:
        return Adjustment.NONE
    if min(units) >= UNITS_PER_COEFFICIENT * (p + 1):
        return Adjustment.INTERACTED
    if sum(units) >= UNITS_PER_COEFFICIENT * (p + 2):
        return Adjustment.ADDITIVE
    return Adjustment.NONE


def adjusted(
    comparison: Comparison,
    estimand: Estimand = Estimand.ATE,
    adjustment: Adjustment | None = None,
    kind: Kind = "HC3",
) -> Adjusted:
    """Return the regression-adjusted effect; clustered data get CR2 instead of ``kind``.

    The standard error adds the noise in the covariate means when the effect
    differs between people (the aim is people like these, not only these).
    The overlap-weighted average is the additive regression, which weighs people by
    how open their treatment was (Angrist 1998).
    """
    how = possible_adjustment(comparison) if adjustment is None else adjustment
    if estimand is Estimand.OVERLAP and how is Adjustment.INTERACTED:
        how = Adjustment.ADDITIVE
    return _inferred(comparison, _fitted(comparison, estimand, how), kind)


def best_adjusted(comparison: Comparison, estimand: Estimand = Estimand.ATE) -> Adjusted:
    """Return the effect by the regression that predicts people it has not seen better.

    The choice does not look at the effect. Leaving one out has a closed form: the residual
    over one minus the leverage (Allen's PRESS). Where effects do not visibly differ between
    people, the additive regression has the smaller error; where they do, the interacted one.
    """
    most = possible_adjustment(comparison)
    if most is not Adjustment.INTERACTED or estimand is Estimand.OVERLAP:
        return adjusted(comparison, estimand)
    fits = [
        _fitted(comparison, estimand, how) for how in (Adjustment.ADDITIVE, Adjustment.INTERACTED)
    ]
    return _inferred(comparison, min(fits, key=lambda found: _left_out_error(found.fit)), "HC3")


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A regression before its standard error; ``share`` (n,) are the estimand's weights."""

    fit: LeastSquares
    how: Adjustment
    columns: Floats
    crossed: Booleans
    share: Floats


def _fitted(comparison: Comparison, estimand: Estimand, how: Adjustment) -> _Fitted:
    treated = comparison.treated
    who = np.ones(comparison.n) if estimand is Estimand.ATE else treated
    share = who * comparison.mass / (who @ comparison.mass)
    columns = comparison.covariates if how is not Adjustment.NONE else np.empty((comparison.n, 0))
    crossed = interactable(comparison) if how is Adjustment.INTERACTED else _none(columns)
    rows = _regressors(treated, columns, share @ columns, crossed)
    fit = least_squares(rows, comparison.y, comparison.weights)
    return _Fitted(fit, how, columns, crossed, share)


def _inferred(comparison: Comparison, found: _Fitted, kind: Kind) -> Adjusted:
    fit, columns, share = found.fit, found.columns, found.share
    contrast = np.zeros(fit.rows.shape[1])
    contrast[1] = 1
    estimate = _inference(comparison, fit, contrast, kind)
    p = columns.shape[1]
    slope = columns[:, found.crossed] @ fit.coefficients[2 + p :]
    slope -= share @ slope
    extra = _mean_noise(comparison, slope, share)
    estimate = Estimate(
        estimate.value,
        float(np.hypot(estimate.standard_error, extra)),
        estimate.degrees_of_freedom,
        estimate.clusters,
    )
    return Adjusted(estimate, float(fit.coefficients[0]), found.how, fit, contrast)


def interactable(comparison: Comparison) -> Booleans:
    """Say which covariate columns vary enough within both arms to be interacted, (p,)."""
    enough = np.ones(comparison.covariates.shape[1], dtype=bool)
    for arm in (0, 1):
        block = comparison.covariates[comparison.treated == arm]
        for j, column in enumerate(block.T):
            most = np.unique(column, return_counts=True)[1].max()
            enough[j] &= column.size - most >= FEWEST_PER_SIDE
    return enough


def _regressors(treated: Floats, columns: Floats, centre: Floats, crossed: Booleans) -> Floats:
    """Return intercept, arm, centred covariates and their products with the arm."""
    p = columns.shape[1]
    rows = np.empty((treated.size, 2 + p + int(crossed.sum())))
    rows[:, 0], rows[:, 1] = 1, treated
    np.subtract(columns, centre, out=rows[:, 2 : 2 + p])
    for place, column in enumerate(np.flatnonzero(crossed), start=2 + p):
        np.multiply(rows[:, 2 + column], treated, out=rows[:, place])
    return rows


def _inference(comparison: Comparison, fit: LeastSquares, contrast: Floats, kind: Kind) -> Estimate:
    if comparison.cluster is not None:
        return fit.clustered(contrast, comparison.cluster)
    return fit.robust(contrast, kind)


def _mean_noise(comparison: Comparison, slope: Floats, share: Floats) -> float:
    """Return the standard error of the mean of the modelled effect differences, (n,) ``slope``."""
    parts: Floats = slope * share
    if comparison.cluster is not None:
        parts = sum_by(np.unique(comparison.cluster, return_inverse=True)[1], parts[:, None])[:, 0]
    return float(np.sqrt(np.square(parts).sum()))


def _left_out_error(fit: LeastSquares) -> float:
    freedom = np.maximum(1 - fit.leverage(), 1e-9)
    return float(np.square(fit.residuals / freedom).sum())


def _none(columns: Floats) -> Booleans:
    return np.zeros(columns.shape[1], dtype=bool)
