"""The two families of helper models, fitted side by side on the same folds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.nuisance.boosted import cross_fitted_trees
from streekwerk.evidence.effects.nuisance.logistic import (
    BALANCING_PENALTIES,
    LogisticHelper,
    log_loss,
)
from streekwerk.evidence.effects.nuisance.ridge import RidgeHelper
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


class Helpers:
    """The linear helper models of one comparison, kept from one split to the next."""

    def __init__(self) -> None:
        self._known: dict[str, LogisticHelper | RidgeHelper] = {}

    def predict(
        self,
        name: str,
        make: Callable[[], LogisticHelper | RidgeHelper],
        fold: Integers,
        last: float | None = None,
    ) -> Floats:
        """Return the predictions of the model called ``name``, made at the first call."""
        if name not in self._known:
            self._known[name] = make()
        return self._known[name].predict(fold, last)


def fit_nuisances(
    comparison: Comparison,
    estimand: Estimand,
    family: Family,
    fold: Integers,
    seed: int,
    helpers: Helpers | None = None,
) -> Nuisances:
    """Return the helper predictions of ``family`` on ``fold`` (n,); ``seed`` is for the trees.

    Pass the same ``helpers`` for every split of one comparison, and no other.
    """
    helpers = Helpers() if helpers is None else helpers
    treated = comparison.treated == 1
    chance = (
        fit_chance(comparison, fold, helpers)
        if family is Family.LINEAR
        else _trees(comparison, comparison.treated, np.ones_like(treated), fold, seed, binary=True)
    )
    without = _outcome(comparison, ~treated, fold, family, seed + 100, helpers)
    loss = _relative_loss(comparison, without, ~treated)
    with_it = None
    if estimand is not Estimand.ATT:
        with_it = _outcome(comparison, treated, fold, family, seed + 200, helpers)
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


def fit_chance(comparison: Comparison, fold: Integers, helpers: Helpers | None = None) -> Floats:
    """Return the cross-fitted logistic chance of getting the measure, (n,)."""
    everyone = np.ones(comparison.n, dtype=bool)
    helpers = Helpers() if helpers is None else helpers
    x, treated, mass = comparison.covariates, comparison.treated, comparison.mass
    return helpers.predict(
        "chance",
        lambda: LogisticHelper(x, treated, mass, everyone, BALANCING_PENALTIES),
        fold,
    )


def _outcome(
    comparison: Comparison,
    learn: Booleans,
    fold: Integers,
    family: Family,
    seed: int,
    helpers: Helpers,
) -> Floats:
    """Return the expected outcome in the arm ``learn``, (n,).

    A linear model of one arm has only that arm's people; one of both arms with a
    shift between them has more, and is right when effects hardly differ. Whichever
    predicts unseen people of the arm better is taken.
    """
    if family is Family.BOOSTED:
        return _trees(comparison, comparison.y, learn, fold, seed, binary=comparison.binary)
    everyone = np.ones(comparison.n, dtype=bool)
    both = np.column_stack([comparison.covariates, comparison.treated])
    arm = float(comparison.treated[learn][0])
    y, mass, x = comparison.y, comparison.mass, comparison.covariates
    model = LogisticHelper if comparison.binary else RidgeHelper
    own = helpers.predict(f"arm {arm}", lambda: model(x, y, mass, learn), fold)
    shared = helpers.predict("both arms", lambda: model(both, y, mass, everyone), fold, arm)
    losses = [_relative_loss(comparison, predicted, learn) for predicted in (own, shared)]
    return own if losses[0] <= losses[1] else shared


def _trees(
    comparison: Comparison,
    target: Floats,
    learn: Booleans,
    fold: Integers,
    seed: int,
    *,
    binary: bool,
) -> Floats:
    x, mass = comparison.covariates, comparison.mass
    return cross_fitted_trees(x, target, mass, learn, fold, binary=binary, seed=seed)


def _relative_loss(comparison: Comparison, predicted: Floats, rows: Booleans) -> float:
    y, mass = comparison.y[rows], comparison.mass[rows]
    spread = mass @ np.square(y - np.average(y, weights=mass))
    return float(mass @ np.square(y - predicted[rows]) / spread) if spread > 0 else 1.0
