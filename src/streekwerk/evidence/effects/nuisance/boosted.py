"""Cross-fitted gradient-boosted trees (scikit-learn), for shapes a line cannot follow.

One set of parameters, fixed beforehand for small administrative data: slow
learning and small trees, stopped by held-out loss. They are never tuned
on the effect. scikit-learn is imported only when this is used: it takes seconds and 100 MB.
"""

from __future__ import annotations

from importlib import import_module

import numpy as np
from threadpoolctl import threadpool_limits

from streekwerk.evidence.trial.table import Booleans, Floats, Integers

BINS = 127

PARAMETERS: dict[str, float | int | bool | str] = {
    "learning_rate": 0.1,
    "max_iter": 300,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 20,
    "l2_regularization": 1.0,
    "early_stopping": True,
    "validation_fraction": 0.15,
    "n_iter_no_change": 10,
    "max_bins": BINS,
}


def cross_fitted_trees(
    covariates: Floats,
    y: Floats,
    mass: Floats,
    learn: Booleans,
    fold: Integers,
    *,
    binary: bool,
    seed: int,
) -> Floats:
    """Return predictions for every row (n,), from trees grown on ``learn`` in other folds."""
    trees = import_module("sklearn.ensemble")
    make = trees.HistGradientBoostingClassifier if binary else trees.HistGradientBoostingRegressor
    steps = quantised(covariates)
    even = bool(np.ptp(mass) == 0)
    predicted = np.empty_like(y)
    # The limit only reaches what is loaded, so it stands after the import. Many small
    # parallel regions cost more than they bring, and their sums depend on the threads.
    with threadpool_limits(limits=1):
        for k in range(int(fold.max()) + 1):
            rows, here = learn & (fold != k), fold == k
            target = y[rows]
            if np.ptp(target) == 0:
                predicted[here] = target[0]
                continue
            if binary and min(target.sum(), (1 - target).sum()) < 10:
                predicted[here] = np.average(target, weights=mass[rows])
                continue
            model = make(random_state=seed + k, **PARAMETERS)
            model.fit(steps[rows], target, sample_weight=None if even else mass[rows])
            unseen = steps[here]
            predicted[here] = model.predict_proba(unseen)[:, 1] if binary else model.predict(unseen)
    return predicted


def quantised(covariates: Floats) -> Floats:
    """Return every column in at most 127 steps of equally many people, (n, p).

    The trees would do the same for every fold anew, and with weights a hundred
    times slower. No outcome is looked at, so nothing leaks.
    """
    levels = np.linspace(0, 1, BINS + 1)[1:-1]
    columns = [_steps(column, levels) for column in covariates.T]
    return np.column_stack(columns) if columns else covariates


def _steps(column: Floats, levels: Floats) -> Floats:
    known = np.unique(column)
    edges = known[1:] if known.size <= BINS else np.unique(np.quantile(column, levels))
    return np.searchsorted(edges, column, side="right").astype(float)
