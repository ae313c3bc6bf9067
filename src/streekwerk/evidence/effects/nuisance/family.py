"""The two families of helper models, fitted side by side on the same folds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.nuisance.boosted import cross_fitted_trees
from streekwerk.evidence.effects.nuisance.logistic import cross_fitted_logistic, log_loss
from streekwerk.evidence.effects.nuisance.ridge import cross_fitted_ridge
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.trial.table import Booleans, Floats, Integers


class Family(Enum):
    """Kind of helper model."""

    LINEAR = "linear"
    BOOSTED = "boosted"


@dataclass(frozen=True, slots=True)
class Nuisances:
    """Cross-fitted helper predictions for everyone, and how good they are.

    Attributes
    ----------
    without, with_it : (n,) expected outcome without and with the measure;
        ``with_it`` is None for the ATT, which does not need it.
    chance : (n,) of getting the measure.
    outcome_loss : held-out squared error of the outcome as a share of the error
        of the arm's mean; 1 is as good as knowing nothing.
    chance_loss : held-out log loss, likewise.
    """

    without: Floats
    with_it: Floats | None
    chance: Floats
    outcome_loss: float
    chance_loss: float


def fit_nuisances(
    comparison: Comparison, estimand: Estimand, family: Family, fold: Integers, seed: int
) -> Nuisances:
    """Return the helper predictions of ``family`` on ``fold`` (n,); ``seed`` is for the trees."""
    everyone = np.ones(comparison.n, dtype=bool)
    treated = comparison.treated == 1
    chance = _predict(
        comparison, comparison.treated, everyone, fold, family, binary=True, seed=seed
    )
    without = _outcome(comparison, ~treated, fold, family, seed + 100)
    loss = _relative_loss(comparison, without, ~treated)
    with_it = None
    if estimand is not Estimand.ATT:
        with_it = _outcome(comparison, treated, fold, family, seed + 200)
        loss = (loss + _relative_loss(comparison, with_it, treated)) / 2
    share = np.full(comparison.n, np.average(comparison.treated, weights=comparison.mass))
    return Nuisances(
        without,
        with_it,
        chance,
        loss,
        log_loss(comparison.treated, chance, comparison.mass)
        / log_loss(comparison.treated, share, comparison.mass),
    )


def fit_chance(comparison: Comparison, fold: Integers) -> Floats:
    """Return the cross-fitted logistic chance of getting the measure, (n,)."""
    everyone = np.ones(comparison.n, dtype=bool)
    return cross_fitted_logistic(
        comparison.covariates, comparison.treated, comparison.mass, everyone, fold
    )


def _outcome(
    comparison: Comparison, learn: Booleans, fold: Integers, family: Family, seed: int
) -> Floats:
    """Return the expected outcome in the arm ``learn``, (n,).

    A linear model of one arm has only that arm's people; one of both arms with a
    shift between them has more, and is right when effects hardly differ. Whichever
    predicts unseen people of the arm better is taken.
    """
    own = _predict(
        comparison, comparison.y, learn, fold, family, binary=comparison.binary, seed=seed
    )
    if family is Family.BOOSTED:
        return own
    shared = _shared(comparison, learn, fold)
    losses = [_relative_loss(comparison, predicted, learn) for predicted in (own, shared)]
    return own if losses[0] <= losses[1] else shared


def _shared(comparison: Comparison, learn: Booleans, fold: Integers) -> Floats:
    """Return the linear prediction for the arm ``learn`` from both arms with a shift, (n,)."""
    fit = cross_fitted_logistic if comparison.binary else cross_fitted_ridge
    everyone = np.ones(comparison.n, dtype=bool)
    both = np.column_stack([comparison.covariates, comparison.treated])
    arm = float(comparison.treated[learn][0])
    return fit(both, comparison.y, comparison.mass, everyone, fold, arm)


def _predict(
    comparison: Comparison,
    target: Floats,
    learn: Booleans,
    fold: Integers,
    family: Family,
    *,
    binary: bool,
    seed: int,
) -> Floats:
    x, mass = comparison.covariates, comparison.mass
    if family is Family.BOOSTED:
        return cross_fitted_trees(x, target, mass, learn, fold, binary=binary, seed=seed)
    if binary:
        return cross_fitted_logistic(x, target, mass, learn, fold)
    return cross_fitted_ridge(x, target, mass, learn, fold)


def _relative_loss(comparison: Comparison, predicted: Floats, rows: Booleans) -> float:
    y, mass = comparison.y[rows], comparison.mass[rows]
    spread = mass @ np.square(y - np.average(y, weights=mass))
    return float(mass @ np.square(y - predicted[rows]) / spread) if spread > 0 else 1.0
