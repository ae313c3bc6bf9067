"""The synthetic data on which peers are measured: effects differ between people."""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from streekwerk.evidence.simulate.known import KnownTrial, simulated_trial
from streekwerk.evidence.trial.table import Assignment, Outcome, Scale
from streekwerk.vocabulary.language import Text

NOISE = 2.0
COVARIATES = 20


def heterogeneous(n: int, rng: np.random.Generator) -> KnownTrial:
    """Return ``n`` people with 20 covariates, a numeric outcome with noise of sd 2.

    Own effects have mean 0.65 and standard deviation 0.47; the outcome bends in
    two covariates and the chance of treatment is logistic in five.
    """
    x = rng.standard_normal((n, COVARIATES))
    effect = 0.65 + 0.33 * x[:, 0] + 0.33 * np.tanh(x[:, 1]) * np.sqrt(2)
    base = x[:, 0] + 0.5 * np.abs(x[:, 2]) + 0.5 * x[:, 3] * (x[:, 4] > 0) - 0.3 * x[:, 5]
    chance = expit(0.5 * x[:, 0] - 0.4 * x[:, 1] + 0.3 * x[:, 2] + 0.2 * x[:, 6])
    arm = rng.binomial(1, chance)
    y = base + arm * effect + NOISE * rng.standard_normal(n)
    outcome = Outcome("y", Text("Uitkomst", "Outcome"), Scale.NUMERIC, y, 12.0)
    trial = simulated_trial(x, arm.astype(np.int64), (outcome,), Assignment.OBSERVATIONAL)
    return KnownTrial(trial, {"y": effect}, {"y": 0.65}, chance)
