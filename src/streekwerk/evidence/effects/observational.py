"""Effects without an experiment: doubly robust figures, repeated and side by side.

Cross-fitted augmented inverse probability weighting, repeated over splits; the
median of the repeats is the estimate and the spread between them goes into the
standard error (Chernozhukov et al. 2018, definition 3.3).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.estimate import Estimate
from streekwerk.evidence.effects.nuisance.family import Family, Helpers, fit_nuisances
from streekwerk.evidence.effects.nuisance.folds import draw_folds, fold_count
from streekwerk.evidence.effects.weighting import Augmented, augmented, standard_error
from streekwerk.evidence.results.effect import Estimand

FOLDS = 5


@dataclass(frozen=True, slots=True)
class DoublyRobust:
    """A doubly robust effect over several splits of the people.

    ``outcome_loss`` and ``chance_loss`` say how well the helper models predict
    people they have not seen (1 is nothing); ``middle`` is the split nearest to
    the median, for the sensitivity analysis.
    """

    family: Family
    estimate: Estimate
    comparison_mean: float
    outcome_loss: float
    chance_loss: float
    middle: Augmented


def doubly_robust(
    comparison: Comparison,
    estimand: Estimand,
    family: Family,
    rng: np.random.Generator,
    *,
    repeats: int,
    step: Callable[[], None] = lambda: None,
) -> DoublyRobust | None:
    """Return the repeated cross-fitted effect; None when an arm cannot fill two folds.

    ``step`` is called after every repeat: a place to show progress or to stop.
    """
    count = fold_count(comparison, FOLDS)
    if count < 2:
        return None
    splits: list[Augmented] = []
    losses: list[tuple[float, float]] = []
    helpers = Helpers()
    for _ in range(repeats):
        fold = draw_folds(comparison, count, rng)
        seed = int(rng.integers(2**31 - 1_000))
        nuisances = fit_nuisances(comparison, estimand, family, fold, seed, helpers)
        splits.append(augmented(comparison, nuisances, estimand))
        losses.append((nuisances.outcome_loss, nuisances.chance_loss))
        step()
    outcome_loss, chance_loss = (float(v) for v in np.median(losses, axis=0))
    values = np.array([split.value for split in splits])
    middle = splits[int(np.abs(values - np.median(values)).argmin())]
    return DoublyRobust(
        family,
        _aggregate(comparison, splits),
        float(np.median([split.comparison_mean for split in splits])),
        outcome_loss,
        chance_loss,
        middle,
    )


def _aggregate(comparison: Comparison, splits: list[Augmented]) -> Estimate:
    values = np.array([split.value for split in splits])
    centre = float(np.median(values))
    errors = [standard_error(split.influence, comparison.cluster) for split in splits]
    own = np.array([error.standard_error for error in errors])
    variance = float(np.median(own**2 + (values - centre) ** 2))
    first = errors[0]
    return Estimate(centre, math.sqrt(variance), first.degrees_of_freedom, first.clusters)
