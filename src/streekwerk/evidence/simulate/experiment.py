"""Experiments with known truth: an effect that takes time, and one drawn by cluster."""

from __future__ import annotations

import numpy as np

from streekwerk.evidence.simulate.known import KnownTrial, simulated_trial, work_outcome
from streekwerk.evidence.trial.table import Assignment, Floats, Outcome, Scale
from streekwerk.vocabulary.language import Text

# Share that works without the measure, and what the measure adds, by months since the
# start: first people are in training and do not look for work (lock-in), then it pays.
LOCK_IN = {6: (0.20, -0.06), 12: (0.30, 0.00), 24: (0.40, 0.08), 36: (0.42, 0.08)}


def lock_in(n: int, rng: np.random.Generator) -> KnownTrial:
    """Return an experiment on ``n`` people whose effect is first negative, then positive."""
    x = rng.standard_normal((n, 4))
    arm = rng.permutation(np.arange(n) % 2)
    luck = rng.uniform(size=n)
    outcomes, effects, population = [], {}, {}
    for months, (base, gain) in LOCK_IN.items():
        chance = base + 0.05 * np.clip(x[:, 0], -2, 2)
        name = f"work_{months}"
        works = (luck < chance + gain * arm).astype(float)
        outcomes.append(work_outcome(name, works, float(months)))
        effects[name] = np.full(n, gain)
        population[name] = gain
    trial = simulated_trial(x, arm, tuple(outcomes), Assignment.RANDOMISED)
    return KnownTrial(trial, effects, population, np.full(n, 0.5))


def clustered(
    clusters: int,
    size: int,
    rng: np.random.Generator,
    *,
    effect: float = 0.3,
    correlation: float = 0.1,
) -> KnownTrial:
    """Return an experiment in which half of the ``clusters`` (caseworkers) drew the measure.

    Clusters have between half and one and a half times ``size`` people, who share
    ``correlation`` of the outcome's variance of one.
    """
    sizes = rng.integers(max(1, size // 2), size + size // 2 + 1, clusters)
    cluster = np.repeat(np.arange(clusters), sizes)
    drawn = rng.permutation(np.arange(clusters) % 2)
    shared = np.sqrt(correlation) * rng.standard_normal(clusters)
    x = rng.standard_normal((cluster.size, 2))
    own = np.sqrt(1 - correlation) * rng.standard_normal(cluster.size)
    y: Floats = 0.3 * x[:, 0] + shared[cluster] + own + effect * drawn[cluster]
    outcome = Outcome("y", Text("Uitkomst", "Outcome"), Scale.NUMERIC, y, 12.0)
    trial = simulated_trial(x, drawn[cluster], (outcome,), Assignment.RANDOMISED, cluster)
    even = np.full(cluster.size, 0.5)
    return KnownTrial(trial, {"y": np.full(cluster.size, effect)}, {"y": effect}, even)
