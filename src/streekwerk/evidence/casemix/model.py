"""How often something happens to people, given what was known at the start: a logistic model.

Ridge-penalised (a standard deviation of one on standardised columns, none on the
intercept; le Cessie & Van Houwelingen 1992, *Applied Statistics* 41:191), fitted by
Newton's method. Uncertainty of what is expected is the sandwich of the penalised
likelihood by the delta method.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.casemix.cases import Floats

PENALTY = 1.0
_STEPS, _SMALL = 60, 1e-9
_FURTHEST = 30.0


@dataclass(frozen=True, eq=False)
class Model:
    """Coefficients, the intercept first, with their covariance, (k + 1,) and (k + 1, k + 1)."""

    coefficients: Floats
    covariance: Floats

    def chances(self, columns: Floats) -> Floats:
        """Return what is expected for each row of ``columns`` (n, k): between 0 and 1, (n,)."""
        return _logistic(_with_one(columns) @ self.coefficients)

    def mean(self, columns: Floats) -> tuple[float, float]:
        """Return the mean expected over the rows, and its standard error from the fit."""
        chances = self.chances(columns)
        slope = (_with_one(columns) * (chances * (1 - chances))[:, None]).mean(axis=0)
        return float(chances.mean()), float(np.sqrt(max(slope @ self.covariance @ slope, 0.0)))


def fit(columns: Floats, outcome: Floats) -> Model:
    """Fit on ``columns`` (n, k) and ``outcome`` (n,) of zeros and ones.

    Raises
    ------
    ValueError : nobody to learn from.
    """
    if not outcome.size:
        raise ValueError("there is nobody to learn from")
    design = _with_one(columns)
    penalty = np.diag([_SMALL, *[PENALTY] * columns.shape[1]])
    beta = np.zeros(design.shape[1])
    # From the overall rate, pulled a little to the middle: it may be all or none.
    rate = (outcome.sum() + 0.5) / (outcome.size + 1)
    beta[0] = np.log(rate / (1 - rate))
    for _ in range(_STEPS):
        chances = _logistic(design @ beta)
        bend = _bend(design, chances) + penalty
        step = np.linalg.solve(bend, design.T @ (outcome - chances) - penalty @ beta)
        beta = beta + step
        if np.abs(step).max() < _SMALL:
            break
    chances = _logistic(design @ beta)
    inverse = np.linalg.inv(_bend(design, chances) + penalty)
    scores = design * (outcome - chances)[:, None]
    # n / (n - k): the small-sample correction that makes few cases no surer than they are.
    correction = outcome.size / max(outcome.size - design.shape[1], 1)
    return Model(beta, correction * inverse @ (scores.T @ scores) @ inverse)


def _with_one(columns: Floats) -> Floats:
    return np.column_stack([np.ones(len(columns)), columns])


def _logistic(values: Floats) -> Floats:
    bounded: Floats = np.clip(values, -_FURTHEST, _FURTHEST)
    made: Floats = 1.0 / (1.0 + np.exp(-bounded))
    return made


def _bend(design: Floats, chances: Floats) -> Floats:
    made: Floats = design.T @ (design * (chances * (1 - chances))[:, None])
    return made
