"""Logistic regression with a ridge penalty, cross-fitted from one warm start.

Newton's method on everyone gives the start, which no split of the people changes; each
left-out fold then needs a few cheap steps with the same curvature minus that fold's. All
folds and penalties climb together, so that every pass over the rows is one product of
matrices. The penalty keeps the solution finite when groups separate completely.
"""

from __future__ import annotations

from itertools import pairwise

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
    *,
    last: float | None = None,
    whole: Floats | None = None,
) -> Floats:
    """Return chances for every row (n,), from models learnt on ``learn`` in other folds.

    ``y`` is (n,) of zeros and ones. The penalty is the one with the best held-out
    log-likelihood among ``learn``. Predictions are made with the last covariate
    set to ``last`` where that is given. ``whole`` is what :func:`whole_fits` returns for
    the same arguments, when it is known already.
    """
    rows = np.column_stack([np.ones(y.size), covariates])
    starts = _whole_fits(rows, y, mass, learn) if whole is None else whole
    betas = _cross_fit(rows, y, mass, learn, fold, starts)
    linear = _linear(rows, betas, fold)
    losses = [log_loss(y[learn], expit(each[learn]), mass[learn]) for each in linear]
    best = int(np.argmin(losses))
    found = linear[best]
    if last is not None:
        found += (last - rows[:, -1]) * betas[best, fold, -1]
    predicted: Floats = expit(found)
    return predicted


def whole_fits(covariates: Floats, y: Floats, mass: Floats, learn: Booleans) -> Floats:
    """Return the coefficients on everybody of ``learn`` at every penalty tried, (penalties, k)."""
    return _whole_fits(np.column_stack([np.ones(y.size), covariates]), y, mass, learn)


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
    linear = rows @ beta
    value = _objective(linear, y, mass, ridge, beta)
    for _ in range(50):
        chances = expit(linear)
        score = rows.T @ (mass * (y - chances)) - ridge * beta
        step = np.linalg.solve(_curvature(rows, mass * chances * (1 - chances), ridge), score)
        along = rows @ step
        size = 1.0
        while (
            new := _objective(linear + size * along, y, mass, ridge, beta + size * step)
        ) > value + 1e-12:
            size /= 2
            if size < 1e-8:
                return beta
        beta, linear, value = beta + size * step, linear + size * along, new
        if score @ step < _CLOSE:
            break
    return beta


def _whole_fits(rows: Floats, y: Floats, mass: Floats, learn: Booleans) -> Floats:
    scarce = learn.sum() < PENALTY_MATTERS_BELOW * rows.shape[1]
    x, target, weight = rows[learn], y[learn], mass[learn]
    betas: list[Floats] = []
    for penalty in PENALTIES if scarce else PENALTIES[:1]:
        start = betas[-1] if betas else None
        betas.append(fit_logistic(x, target, weight, penalty, start))
    return np.stack(betas)


def _cross_fit(
    rows: Floats, y: Floats, mass: Floats, learn: Booleans, fold: Integers, starts: Floats
) -> Floats:
    """Return the coefficients without each fold, (penalties, folds, k)."""
    count = int(fold.max()) + 1
    known = np.flatnonzero(learn)
    known = known[np.argsort(fold[known], kind="stable")]  # a fold is then a slice
    x, target, weight, group = rows[known], y[known], mass[known], fold[known]
    betas = np.repeat(starts[:, None, :], count, axis=1)
    ridges = np.stack([_ridge(rows.shape[1], penalty) for penalty in PENALTIES[: len(starts)]])
    within = _fold_curvatures(x, weight, starts, np.searchsorted(group, np.arange(count + 1)))
    curved = within.sum(axis=1, keepdims=True) - within
    diagonal = np.arange(rows.shape[1])
    curved[:, :, diagonal, diagonal] += ridges[:, None, :]
    jobs = betas.reshape(-1, rows.shape[1])
    left_out = np.tile(np.arange(count), len(starts))
    arrived = _climb(
        (x, target, weight, group),
        np.repeat(ridges, count, axis=0),
        np.linalg.inv(curved.reshape(-1, *curved.shape[2:])),
        left_out,
        jobs,
    )
    for job in np.flatnonzero(~arrived):
        outside = group != left_out[job]
        which = job // count
        jobs[job] = fit_logistic(
            x[outside], target[outside], weight[outside], PENALTIES[which], starts[which]
        )
    return jobs.reshape(betas.shape)


def _fold_curvatures(x: Floats, mass: Floats, betas: Floats, edges: Integers) -> Floats:
    """Return the curvature that each fold adds, (penalties, folds, k, k); a fold is a slice."""
    chances = expit(x @ betas.T)
    spread = mass[:, None] * chances * (1 - chances)
    none = np.zeros(x.shape[1])
    within = np.empty((len(betas), edges.size - 1, none.size, none.size))
    for k, (first, end) in enumerate(pairwise(edges)):
        part = x[first:end]
        for job in range(len(betas)):
            within[job, k] = _curvature(part, spread[first:end, job], none)
    return within


def _climb(
    people: tuple[Floats, Floats, Floats, Integers],
    ridges: Floats,
    inverses: Floats,
    left_out: Integers,
    betas: Floats,
) -> Booleans:
    """Climb with fixed curvatures from close starts, all jobs at once; say which arrive, (jobs,).

    ``people`` are rows, outcome, mass and fold; ``betas`` (jobs, k) is changed in place.
    """
    x, y, mass, group = people
    arrived = np.zeros(len(betas), dtype=bool)
    gains = np.full(len(betas), np.inf)
    active = np.arange(len(betas))
    for _ in range(12):
        chances = expit(x @ betas[active].T)
        rest = (mass * y)[:, None] - mass[:, None] * chances
        rest[group[:, None] == left_out[active]] = 0
        score = rest.T @ x - ridges[active] * betas[active]
        step = (inverses[active] @ score[:, :, None])[:, :, 0]
        gain = (score * step).sum(axis=1)
        closer = gain < gains[active]
        gains[active] = gain
        betas[active[closer]] += step[closer]
        arrived[active[closer & (gain < _CLOSE)]] = True
        active = active[closer & (gain >= _CLOSE)]
        if not active.size:
            break
    return arrived


def _linear(rows: Floats, betas: Floats, fold: Integers) -> Floats:
    """Return every row's linear predictor by the models that have not seen it, (penalties, n)."""
    every = rows @ betas.reshape(-1, rows.shape[1]).T
    mine = every.reshape(fold.size, *betas.shape[:2])[np.arange(fold.size), :, fold]
    linear: Floats = np.ascontiguousarray(mine.T)
    return linear


def _ridge(size: int, penalty: float) -> Floats:
    """Penalise every coefficient but the intercept (that one by a hair, for separation)."""
    ridge = np.full(size, penalty)
    ridge[0] = 1e-6
    return ridge


def _curvature(rows: Floats, spread: Floats, ridge: Floats) -> Floats:
    # As the square of one matrix it takes half the work.
    root = rows * np.sqrt(spread)[:, None]
    curved: Floats = root.T @ root
    curved.flat[:: ridge.size + 1] += ridge
    return curved


def _objective(linear: Floats, y: Floats, mass: Floats, ridge: Floats, beta: Floats) -> float:
    loss = mass @ (np.logaddexp(0, linear) - y * linear)
    return float(loss + 0.5 * (ridge @ np.square(beta)))
