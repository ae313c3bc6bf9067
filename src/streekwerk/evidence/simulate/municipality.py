"""A small municipality: who gets a measure depends on what also helps to find work."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.optimize import brentq
from scipy.special import expit

from streekwerk.evidence.simulate.known import KnownTrial, simulated_trial, work_outcome
from streekwerk.evidence.trial.table import Assignment, Floats

COVARIATES = 15
BASE = -0.6
EFFECT = 0.095
# Pull of the covariates on finding work and on getting the measure: shared where it confounds.
ON_WORK: Floats = np.array([0.6, -0.5, 0.4, -0.3, 0.3, 0.2, -0.2, 0.1] + [0.0] * 7)
ON_MEASURE: Floats = np.array([0.35, -0.25, 0.2, 0.0, 0.2, 0.0, 0.15, 0.0, 0.15, -0.15] + [0.0] * 5)


def confounded_binary(n: int, rng: np.random.Generator) -> KnownTrial:
    """Return ``n`` people, 15 covariates, whether they find work; true effect +9.5 points.

    Work and measure are logistic in the covariates, a third of which are yes/no;
    about four in ten get the measure. The difference in means is off by nine points.
    """
    x = _people(n, rng)
    chance = expit(-0.4 + x @ ON_MEASURE)
    arm = rng.binomial(1, chance)
    without = expit(BASE + x @ ON_WORK)
    with_it = expit(BASE + _lift() + x @ ON_WORK)
    work = rng.binomial(1, np.where(arm == 1, with_it, without)).astype(float)
    trial = simulated_trial(
        x, arm.astype(np.int64), (work_outcome("work", work, 12.0),), Assignment.OBSERVATIONAL
    )
    return KnownTrial(trial, {"work": with_it - without}, {"work": EFFECT}, chance)


def _people(n: int, rng: np.random.Generator) -> Floats:
    x = rng.standard_normal((n, COVARIATES))
    x[:, ::3] = (x[:, ::3] > 0).astype(float) * 2 - 1
    return x


@lru_cache(maxsize=1)
def _lift() -> float:
    """Return the log-odds that make the mean effect 9.5 points in a large population."""
    x = _people(400_000, np.random.default_rng(20_240_101))
    base = BASE + x @ ON_WORK
    found: float = brentq(lambda lift: (expit(base + lift) - expit(base)).mean() - EFFECT, 0, 2)
    return found
