"""Who predicts whom: folds that keep clusters together and arms in balance."""

from __future__ import annotations

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.trial.table import Floats, Integers


def draw_folds(comparison: Comparison, count: int, rng: np.random.Generator) -> Integers:
    """Return each row's fold, (n,) in 0..count-1.

    Stratified by arm and, for a binary outcome, by outcome, so that a rare event
    does not end up in one fold. All rows of a cluster share a fold: a person who
    occurs twice never predicts their own outcome.
    """
    stratum = comparison.treated * 2
    if comparison.binary:
        stratum = stratum + comparison.y
    if comparison.cluster is None:
        return _deal(stratum, count, rng)
    _, index = np.unique(comparison.cluster, return_inverse=True)
    highest = np.zeros(index.max() + 1)
    np.maximum.at(highest, index, stratum)
    return _deal(highest, count, rng)[index]


def fold_count(comparison: Comparison, wanted: int) -> int:
    """Return how many folds the smaller arm can fill with two units each; 0 when it cannot."""
    possible = min(comparison.units) // 2
    return min(wanted, possible) if possible >= 2 else 0


def _deal(stratum: Floats, count: int, rng: np.random.Generator) -> Integers:
    """Deal shuffled rows out like cards, one stratum after the other."""
    shuffled = rng.permutation(stratum.size)
    order = shuffled[np.argsort(stratum[shuffled], kind="stable")]
    fold = np.empty(stratum.size, dtype=np.int64)
    fold[order] = np.arange(stratum.size) % count
    return fold
