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
# For the chance of the measure. A heavier penalty predicts a hair better and leaves five
# times the difference between the weighted groups: weights are there to balance, so what is
# tuned is held back to what still does (as McCaffrey, Ridgeway & Morral 2004 do with trees).
BALANCING_PENALTIES = (1.0, 10.0)
# With this many people per covariate the choice of penalty no longer matters.
PENALTY_MATTERS_BELOW = 200
_CLOSE = 1e-7  # in units of log-likelihood still to be gained
_FLOOR = 1e-6
_People = tuple[Floats, Floats, Floats, Booleans]
"""Rows with an intercept (n, k), outcome, weight, and who may be learnt from, each (n,)."""


class LogisticHelper:
    """A logistic model of one target, cross-fitted over as many splits as asked for.

    The fits on everybody are made once, and the penalty is chosen in the first split: no
    later one tells more about it.
    """

    def __init__(
        self,
        covariates: Floats,
        y: Floats,
        mass: Floats,
        learn: Booleans,
        penalties: tuple[float, ...] = PENALTIES,
    ) -> None:
        self._rows = np.column_stack([np.ones(y.size), covariates])
        self._y, self._mass, self._learn = y, mass, learn
        scarce = learn.sum() < PENALTY_MATTERS_BELOW * self._rows.shape[1]
        self._penalties = penalties if scarce else penalties[:1]
        self._starts = self._fits_on_everybody()

    def predict(self, fold: Integers, last: float | None = None) -> Floats:
        """Return chances for every row (n,), from models learnt in other folds than its own.

        Predictions are made with the last covariate set to ``last`` where that is given.
        """
        betas = _cross_fit(self._people, fold, self._penalties, self._starts)
        linear = _linear(self._rows, betas, fold)
        best = self._choose(linear) if len(self._penalties) > 1 else 0
        found = linear[best]
        if last is not None:
            found += (last - self._rows[:, -1]) * betas[best, fold, -1]
        predicted: Floats = expit(found)
        return predicted

    @property
    def _people(self) -> _People:
        return self._rows, self._y, self._mass, self._learn

    def _fits_on_everybody(self) -> Floats:
        learn = self._learn
        x, target, weight = self._rows[learn], self._y[learn], self._mass[learn]
        betas: list[Floats] = []
        for penalty in self._penalties:
            start = betas[-1] if betas else None
            betas.append(fit_logistic(x, target, weight, penalty, start))
        return np.stack(betas)

    def _choose(self, linear: Floats) -> int:
        """Keep the penalty with the best held-out log-likelihood; return which it is."""
        y, mass, learn = self._y[self._learn], self._mass[self._learn], self._learn
        losses = [log_loss(y, expit(each[learn]), mass) for each in linear]
        best = int(np.argmin(losses))
        self._penalties = (self._penalties[best],)
        self._starts = self._starts[best : best + 1]
        return best


def cross_fitted_logistic(
    covariates: Floats, y: Floats, mass: Floats, learn: Booleans, fold: Integers
) -> Floats:
    """Return chances for every row (n,), from models learnt on ``learn`` in other folds.

    ``y`` is (n,) of zeros and ones. The penalty is the one with the best held-out
    log-likelihood among ``learn``.
    """
    return LogisticHelper(covariates, y, mass, learn).predict(fold)


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


def _cross_fit(
    people: _People, fold: Integers, penalties: tuple[float, ...], starts: Floats
) -> Floats:
    """Return the coefficients without each fold, (penalties, folds, k)."""
    rows, y, mass, learn = people
    count = int(fold.max()) + 1
    known = np.flatnonzero(learn)
    known = known[np.argsort(fold[known], kind="stable")]  # a fold is then a slice
    x, target, weight, group = rows[known], y[known], mass[known], fold[known]
    betas = np.repeat(starts[:, None, :], count, axis=1)
    ridges = np.stack([_ridge(rows.shape[1], penalty) for penalty in penalties])
    within = _fold_curvatures(x, weight, starts, np.searchsorted(group, np.arange(count + 1)))
    curved = within.sum(axis=1, keepdims=True) - within
    diagonal = np.arange(rows.shape[1])
    curved[:, :, diagonal, diagonal] += ridges[:, None, :]
    jobs = betas.reshape(-1, rows.shape[1])
    left_out = np.tile(np.arange(count), len(starts))
    weights = weight[:, None] * (group[:, None] != left_out)
    inverses = np.linalg.inv(curved.reshape(-1, *curved.shape[2:]))
    arrived = _climb(x, target, weights, np.repeat(ridges, count, axis=0), inverses, jobs)
    for job in np.flatnonzero(~arrived):
        others, which = group != left_out[job], job // count
        jobs[job] = fit_logistic(
            x[others], target[others], weight[others], penalties[which], starts[which]
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
    x: Floats, y: Floats, weights: Floats, ridges: Floats, inverses: Floats, betas: Floats
) -> Booleans:
    """Climb with fixed curvatures from close starts, all jobs at once; say which arrive, (jobs,).

    ``weights`` is (n, jobs), zero for who is left out; ``betas`` (jobs, k) is changed in place.
    """
    arrived = np.zeros(len(betas), dtype=bool)
    gains = np.full(len(betas), np.inf)
    active = np.arange(len(betas))
    towards = (weights * y[:, None]).T @ x
    for _ in range(12):
        expected = expit(x @ betas[active].T)
        expected *= weights if active.size == len(betas) else weights[:, active]
        score = towards[active] - expected.T @ x - ridges[active] * betas[active]
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
