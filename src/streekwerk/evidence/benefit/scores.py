"""Doubly robust scores: each person's noisy but fair sign of what the measure did."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.nuisance.family import Family, fit_nuisances
from streekwerk.evidence.effects.weighting import estimand_weights, standard_error
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.trial.table import Booleans, Floats, Integers


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of everybody.

    Attributes
    ----------
    score : (n,) given who somebody is, its mean is ``tilt`` times their effect; that holds
        if either the chance or the outcomes were modelled well.
    tilt : (n,) how much somebody counts in the estimand's average; mean one.
    base : (n,) likewise of the outcome without the measure.
    chance : (n,) cross-fitted chance of getting the measure.
    cluster : (n,) or None.
    """

    score: Floats
    tilt: Floats
    base: Floats
    chance: Floats
    cluster: Integers | None

    @property
    def average(self) -> float:
        """Return the estimand's average effect."""
        return float(self.score.sum() / self.tilt.sum())

    def without(self, rows: Booleans) -> float:
        """Return the average outcome without the measure over ``rows``."""
        return float(self.base[rows].sum() / self.tilt[rows].sum())

    def mean(self, rows: Booleans) -> tuple[float, float]:
        """Return the average effect over ``rows`` and its standard error."""
        weight = float(self.tilt[rows].sum())
        if weight <= 0:
            return float("nan"), float("nan")
        mean = float(self.score[rows].sum()) / weight
        influence = (self.score[rows] - mean * self.tilt[rows]) / weight
        cluster = None if self.cluster is None else self.cluster[rows]
        return mean, standard_error(influence, cluster).standard_error


def scores_of(comparison: Comparison, estimand: Estimand, fold: Integers) -> Scores:
    """Return the scores of ``comparison``; helper models are linear and cross-fitted on ``fold``.

    Summed, they are the augmented estimate of :mod:`streekwerk.evidence.effects.weighting`.
    """
    found = fit_nuisances(comparison, estimand, Family.LINEAR, fold, seed=0)
    weights = estimand_weights(comparison.treated, found.chance, estimand, comparison.mass)
    without = found.without
    with_it = without if found.with_it is None else found.with_it
    rest = comparison.y - np.where(comparison.treated == 1, with_it, without)
    score = weights.tilt * (with_it - without) + weights.arm * rest - weights.comparison * rest
    base = weights.tilt * without + weights.comparison * rest
    return Scores(score, weights.tilt, base, found.chance, comparison.cluster)
