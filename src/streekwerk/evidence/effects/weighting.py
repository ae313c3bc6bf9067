"""Augmented weighting: the doubly robust effect for any of the three estimands.

All three are one formula (Hirano, Imbens & Ridder 2003; Li, Morgan & Zaslavsky
2018; Chernozhukov et al. 2018): a tilted mean of the modelled differences plus
weighted means of what the models left unexplained in each arm. With e the chance,

=========  ===============  ===============  ====================
estimand   tilt             weight, arm      weight, comparison
=========  ===============  ===============  ====================
ATE        1                T / e            (1 - T) / (1 - e)
ATT        T                T                (1 - T) e / (1 - e)
overlap    (T - e)^2        T (1 - e)        (1 - T) e
=========  ===============  ===============  ====================

The overlap tilt is (T - e)^2 and not e(1 - e): only then do errors in e drop out
to first order; it is the partially linear (Robinson 1988) estimate.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.estimate import Estimate
from streekwerk.evidence.effects.nuisance.family import Nuisances
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.trial.table import Floats, Integers

# Where a weight divides by a chance, it is taken as at least this: one person then never
# weighs more than a hundred. Where nothing is divided nothing is cut, or thousands of
# people who are not comparable at all would each get a little weight.
NEAREST_TO_CERTAIN = 0.01


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of an estimand, each (n,) and with mean one over all rows."""

    tilt: Floats
    arm: Floats
    comparison: Floats

    @property
    def effective_sizes(self) -> tuple[float, float]:
        """Return Kish's effective sample size of the arm and of the comparison."""
        return effective_size(self.arm), effective_size(self.comparison)


@dataclass(frozen=True, slots=True)
class Augmented:
    """One cross-fit's doubly robust effect.

    ``influence`` is (n,) and sums to zero; its sum of squares is the variance.
    ``residual_variance`` and ``representer_variance`` are what a sensitivity
    analysis needs (Chernozhukov, Cinelli, Newey, Sharma & Syrgkanis 2022).
    """

    value: float
    influence: Floats
    comparison_mean: float
    residual_variance: float
    representer_variance: float


def estimand_weights(
    treated: Floats, chance: Floats, estimand: Estimand, mass: Floats | None = None
) -> Weights:
    """Return the weights of ``estimand`` for chances (n,)."""
    e, t, u = chance, treated, 1 - treated
    some, none = np.maximum(e, NEAREST_TO_CERTAIN), np.maximum(1 - e, NEAREST_TO_CERTAIN)
    if estimand is Estimand.ATE:
        tilt, arm, comparison = np.ones_like(e), t / some, u / none
    elif estimand is Estimand.OVERLAP:
        tilt, arm, comparison = np.square(t - e), t * (1 - e), u * e
    else:
        tilt, arm, comparison = t, t, u * e / none
    m = np.ones_like(e) if mass is None else mass
    return Weights(_mean_one(m * tilt), _mean_one(m * arm), _mean_one(m * comparison))


def augmented(comparison: Comparison, nuisances: Nuisances, estimand: Estimand) -> Augmented:
    """Return the doubly robust effect of ``comparison`` given helper predictions."""
    w = estimand_weights(comparison.treated, nuisances.chance, estimand, comparison.mass)
    without = nuisances.without
    # The ATT needs no model of the outcome with the measure: any will cancel.
    with_it = without if nuisances.with_it is None else nuisances.with_it
    difference = with_it - without
    rest = comparison.y - np.where(comparison.treated == 1, with_it, without)
    n = comparison.n
    modelled, above, below = (
        float(weight @ values) / n
        for weight, values in ((w.tilt, difference), (w.arm, rest), (w.comparison, rest))
    )
    influence = (
        w.tilt * (difference - modelled) + w.arm * (rest - above) - w.comparison * (rest - below)
    ) / n
    representer = w.arm - w.comparison
    return Augmented(
        float(modelled + above - below),
        influence,
        float((w.tilt @ without) / n + below),
        float(np.average(np.square(rest), weights=comparison.mass)),
        float(np.mean(np.square(representer))),
    )


def standard_error(influence: Floats, cluster: Integers | None) -> Estimate:
    """Return the standard error of a sum of influences, around zero, with its freedom."""
    if cluster is None:
        return Estimate(0.0, float(np.sqrt(np.square(influence).sum())))
    sums = np.bincount(np.unique(cluster, return_inverse=True)[1], influence)
    few = sums.size / (sums.size - 1)
    se = float(np.sqrt(few * np.square(sums).sum()))
    return Estimate(0.0, se, float(sums.size - 1), sums.size)


def effective_size(weights: Floats) -> float:
    """Return Kish's effective sample size: how many equally weighted people say as much."""
    square = float(np.square(weights).sum())
    return float(weights.sum()) ** 2 / square if square > 0 else 0.0


def _mean_one(weights: Floats) -> Floats:
    normed: Floats = weights / weights.mean()
    return normed
