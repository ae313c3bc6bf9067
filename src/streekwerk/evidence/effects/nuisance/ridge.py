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


def cross_fitted_ridge(
    covariates: Floats,
    y: Floats,
    mass: Floats,
    learn: Booleans,
    fold: Integers,
    last: float | None = None,
) -> Floats:
    """Return predictions for every row (n,), from models learnt on ``learn`` in other folds.

    ``covariates`` is (n, p) without an intercept, ``mass`` (n,) weights; predictions
    are made with the last covariate set to ``last`` where that is given.
    """
    count = int(fold.max()) + 1
    grams = np.stack(
        [_gram(covariates, y, mass, np.flatnonzero(learn & (fold == k))) for k in range(count)]
    )
    total = grams.sum(axis=0)
    predicted = np.empty_like(y)
    for k in range(count):
        chosen = _best_penalty(grams, total, k)
        beta = _solutions(total - grams[k])[:, chosen]
        rows = fold == k
        predicted[rows] = beta[0] + covariates[rows] @ beta[1:]
        if last is not None:
            predicted[rows] += (last - covariates[rows, -1]) * beta[-1]
    return predicted


def _gram(covariates: Floats, y: Floats, mass: Floats, rows: Integers) -> Floats:
    """Return the cross products of [1, X, y], (p+2, p+2)."""
    stacked = np.column_stack([np.ones(rows.size), covariates[rows], y[rows]])
    product: Floats = (stacked * mass[rows, None]).T @ stacked
    return product


def _solutions(gram: Floats) -> Floats:
    """Return the coefficients (intercept first) for every penalty, (p+1, penalties)."""
    n = gram[0, 0]
    mean = gram[0, 1:] / n
    centred = gram[1:, 1:] - n * np.outer(mean, mean)
    values, vectors = np.linalg.eigh(centred[:-1, :-1])
    values = np.clip(values, 0, None)
    lowest = 1e-10 * max(values.max(initial=0.0), 1e-300)
    along = vectors.T @ centred[:-1, -1]
    shrunk = values[:, None] + n * PENALTIES
    solved = np.where(shrunk > lowest, along[:, None] / np.maximum(shrunk, lowest), 0.0)
    slopes = vectors @ solved
    return np.vstack([mean[-1] - mean[:-1] @ slopes, slopes])


def _best_penalty(grams: Floats, total: Floats, left_out: int) -> int:
    """Return which penalty predicts best between the folds other than ``left_out``."""
    others = [j for j in range(len(grams)) if j != left_out]
    if len(others) < 2:
        return len(PENALTIES) // 2
    losses = np.zeros(PENALTIES.size)
    for j in others:
        beta = _solutions(total - grams[left_out] - grams[j])
        full = np.vstack([beta, -np.ones(beta.shape[1])])
        losses += np.einsum("il,ij,jl->l", full, grams[j], full, optimize=True)
    return int(losses.argmin())
