"""Logistic regression with a ridge penalty, cross-fitted from one warm start.

Newton's method on everyone gives the start; each left-out fold then needs a few
cheap steps with the same curvature minus that fold's. The penalty keeps the
solution finite when groups separate completely.
"""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from streekwerk.evidence.trial.table import Booleans, Floats, Integers

# On the sum of the log-likelihood, for covariates of unit variance. 1 is the field's
# default; the others help when people are few for the number of covariates.
PENALTIES = (1.0, 10.0, 100.0)
# With this many people per covariate the choice of penalty no longer matters.
PENALTY_MATTERS_BELOW = 200
_CLOSE = 1e-7  # in units of log-likelihood still to be gained
_FLOOR = 1e-6


def cross_fitted_logistic(
    covariates: Floats,
    y: Floats,
    mass: Floats,
    learn: Booleans,
    fold: Integers,
    last: float | None = None,
) -> Floats:
    """Return chances for every row (n,), from models learnt on ``learn`` in other folds.

    ``y`` is (n,) of zeros and ones. The penalty is the one with the best held-out
    log-likelihood among ``learn``. Predictions are made with the last covariate
    set to ``last`` where that is given.
    """
    rows = np.column_stack([np.ones(y.size), covariates])
    scarce = learn.sum() < PENALTY_MATTERS_BELOW * rows.shape[1]
    best, best_loss = np.empty(0), np.inf
    for penalty in PENALTIES if scarce else PENALTIES[:1]:
        betas = _cross_fit(rows, y, mass, learn, fold, penalty)
        chances = expit(_linear(rows, betas, fold))
        loss = log_loss(y[learn], chances[learn], mass[learn])
        if loss < best_loss:
            best, best_loss = betas, loss
    linear = _linear(rows, best, fold)
    if last is not None:
        linear += (last - rows[:, -1]) * best[fold, -1]
    predicted: Floats = expit(linear)
    return predicted


def log_loss(y: Floats, chances: Floats, mass: Floats) -> float:
    """Return the mean negative log-likelihood of ``y`` (n,) under ``chances`` (n,)."""
    safe = np.clip(chances, _FLOOR, 1 - _FLOOR)
    return float(-(mass @ (y * np.log(safe) + (1 - y) * np.log1p(-safe))) / mass.sum())


def fit_logistic(
    rows: Floats, y: Floats, mass: Floats, penalty: float, start: Floats | None = None
) -> Floats:
    """Return the penalised coefficients (k,); the first column of ``rows`` is the intercept.

    Newton with halved steps, so the objective never worsens.
    """
    beta = np.zeros(rows.shape[1]) if start is None else start
    ridge = _ridge(rows.shape[1], penalty)
    value = _objective(rows, y, mass, ridge, beta)
    for _ in range(50):
        chances = expit(rows @ beta)
        score = rows.T @ (mass * (y - chances)) - ridge * beta
        step = np.linalg.solve(_curvature(rows, mass * chances * (1 - chances), ridge), score)
        size = 1.0
        while (new := _objective(rows, y, mass, ridge, beta + size * step)) > value + 1e-12:
            size /= 2
            if size < 1e-8:
                return beta
        beta, value = beta + size * step, new
        if score @ step < _CLOSE:
            break
    return beta


def _cross_fit(
    rows: Floats, y: Floats, mass: Floats, learn: Booleans, fold: Integers, penalty: float
) -> Floats:
    """Return the coefficients without each fold, (folds, k)."""
    known = slice(None) if learn.all() else np.flatnonzero(learn)
    ridge = _ridge(rows.shape[1], penalty)
    x, target, weight, group = rows[known], y[known], mass[known], fold[known]
    start = fit_logistic(x, target, weight, penalty)
    chances = expit(x @ start)
    spread = weight * chances * (1 - chances)
    total = _curvature(x, spread, ridge)
    betas = np.empty((int(fold.max()) + 1, rows.shape[1]))
    for k in range(betas.shape[0]):
        inside, outside = np.flatnonzero(group == k), np.flatnonzero(group != k)
        curvature = total - _curvature(x[inside], spread[inside], np.zeros_like(ridge))
        beta = _chord(x[outside], target[outside], weight[outside], ridge, curvature, start)
        if beta is None:
            beta = fit_logistic(x[outside], target[outside], weight[outside], penalty)
        betas[k] = beta
    return betas


def _linear(rows: Floats, betas: Floats, fold: Integers) -> Floats:
    """Return every row's linear predictor by the model that has not seen its fold, (n,)."""
    linear = np.empty(fold.size)
    for k, beta in enumerate(betas):
        here = fold == k
        linear[here] = rows[here] @ beta
    return linear


def _chord(
    x: Floats, y: Floats, mass: Floats, ridge: Floats, curvature: Floats, start: Floats
) -> Floats | None:
    """Climb with a fixed curvature from a close start; None when that does not get there."""
    beta: Floats = start.copy()
    gain = np.inf
    inverse = np.linalg.inv(curvature)
    for _ in range(12):
        score = x.T @ (mass * (y - expit(x @ beta))) - ridge * beta
        step: Floats = inverse @ score
        before, gain = gain, float(score @ step)
        if not gain < before:
            return None
        beta += step
        if gain < _CLOSE:
            return beta
    return None


def _ridge(size: int, penalty: float) -> Floats:
    """Penalise every coefficient but the intercept (that one by a hair, for separation)."""
    ridge = np.full(size, penalty)
    ridge[0] = 1e-6
    return ridge


def _curvature(rows: Floats, spread: Floats, ridge: Floats) -> Floats:
    curved: Floats = (rows * spread[:, None]).T @ rows
    curved[np.diag_indices_from(curved)] += ridge
    return curved


def _objective(rows: Floats, y: Floats, mass: Floats, ridge: Floats, beta: Floats) -> float:
    linear = rows @ beta
    loss = mass @ (np.logaddexp(0, linear) - y * linear)
    return float(loss + 0.5 * (ridge @ np.square(beta)))
