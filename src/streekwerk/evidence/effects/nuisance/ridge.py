"""Cross-fitted linear regression whose cost hardly grows with the number of folds.

The cross products of every fold are computed once; leaving a fold out is a
subtraction. The penalty is chosen inside the training folds by held-out squared
error, which the same cross products give without another look at the rows.
"""

from __future__ import annotations

import numpy as np

from streekwerk.evidence.trial.table import Booleans, Floats, Integers

# Per person, on covariates of unit variance: from none to nearly only an intercept.
PENALTIES: Floats = np.array([0.0, 1e-3, 1e-2, 3e-2, 0.1, 0.3, 1.0, 10.0])


class RidgeHelper:
    """A linear model of one target, cross-fitted over as many splits as asked for.

    Each fold's penalty is chosen in the first split, between the other folds; later splits
    take the one chosen most often: they tell no more about it.
    """

    def __init__(self, covariates: Floats, y: Floats, mass: Floats, learn: Booleans) -> None:
        self._covariates, self._y, self._mass, self._learn = covariates, y, mass, learn
        self._chosen: int | None = None

    def predict(self, fold: Integers, last: float | None = None) -> Floats:
        """Return predictions for every row (n,), from models learnt in other folds than its own.

        Predictions are made with the last covariate set to ``last`` where that is given.
        """
        count, covariates = int(fold.max()) + 1, self._covariates
        grams = np.stack(
            [
                _gram(covariates, self._y, self._mass, np.flatnonzero(self._learn & (fold == k)))
                for k in range(count)
            ]
        )
        total = grams.sum(axis=0)
        without = _solutions(total - grams)
        chosen = self._choose(grams, total)
        predicted = np.empty_like(self._y)
        for k in range(count):
            beta = without[k][:, chosen[k]]
            rows = fold == k
            predicted[rows] = beta[0] + covariates[rows] @ beta[1:]
            if last is not None:
                predicted[rows] += (last - covariates[rows, -1]) * beta[-1]
        return predicted

    def _choose(self, grams: Floats, total: Floats) -> Integers:
        """Return the penalty of every fold, (folds,)."""
        if self._chosen is not None:
            return np.full(len(grams), self._chosen)
        chosen = _best_penalties(grams, total)
        self._chosen = int(np.bincount(chosen).argmax())
        return chosen


def cross_fitted_ridge(
    covariates: Floats, y: Floats, mass: Floats, learn: Booleans, fold: Integers
) -> Floats:
    """Return predictions for every row (n,), from models learnt on ``learn`` in other folds.

    ``covariates`` is (n, p) without an intercept, ``mass`` (n,) weights.
    """
    return RidgeHelper(covariates, y, mass, learn).predict(fold)


def _gram(covariates: Floats, y: Floats, mass: Floats, rows: Integers) -> Floats:
    """Return the cross products of [1, X, y], (p+2, p+2)."""
    stacked = np.column_stack([np.ones(rows.size), covariates[rows], y[rows]])
    product: Floats = (stacked * mass[rows, None]).T @ stacked
    return product


def _solutions(grams: Floats) -> Floats:
    """Return the coefficients (intercept first) for every penalty, (g, p+1, penalties).

    ``grams`` is (g, p+2, p+2).
    """
    n = grams[:, 0, 0, None]
    mean = grams[:, 0, 1:] / n
    centred = grams[:, 1:, 1:] - n[:, :, None] * (mean[:, :, None] * mean[:, None, :])
    values, vectors = np.linalg.eigh(centred[:, :-1, :-1])
    values = np.clip(values, 0, None)
    lowest = 1e-10 * np.maximum(values.max(axis=1, initial=0.0), 1e-300)[:, None, None]
    along = vectors.transpose(0, 2, 1) @ centred[:, :-1, -1:]
    shrunk = values[:, :, None] + n[:, :, None] * PENALTIES
    solved = np.where(shrunk > lowest, along / np.maximum(shrunk, lowest), 0.0)
    slopes = vectors @ solved
    intercepts = mean[:, -1:, None] - mean[:, None, :-1] @ slopes
    return np.concatenate([intercepts, slopes], axis=1)


def _best_penalties(grams: Floats, total: Floats) -> Integers:
    """Return per fold which penalty predicts best between the other folds, (folds,)."""
    count = len(grams)
    if count < 3:
        return np.full(count, len(PENALTIES) // 2)
    left, right = np.triu_indices(count, 1)
    beta = _solutions(total - grams[left] - grams[right])  # the same whichever is predicted
    full = np.concatenate([beta, -np.ones((len(left), 1, PENALTIES.size))], axis=1)
    losses = np.zeros((count, PENALTIES.size))
    for out, predicted in ((left, right), (right, left)):
        np.add.at(losses, out, (full * (grams[predicted] @ full)).sum(axis=1))
    best: Integers = losses.argmin(axis=1)
    return best
