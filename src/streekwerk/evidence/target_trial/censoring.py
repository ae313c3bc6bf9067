"""People lost from sight: who moved away within the follow-up has no outcome.

They are left out, and everybody who stayed weighs one over their chance of staying
(inverse probability of censoring weights; Robins & Finkelstein 2000). The chance comes
from a logistic model of traits before time zero and the arm. Censoring by the end of
the data needs no weights: only trials whose whole follow-up was delivered are held.
"""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from streekwerk.evidence.cohort.panel import Booleans, Floats, Integers
from streekwerk.evidence.trial.table import Covariate, covariate_matrix, covariate_rows

FEWEST_FOR_A_MODEL = 20
"""With fewer people lost, their share per arm is all that can be known."""
_LEAST_CHANCE = 0.05


def staying_weights(
    covariates: tuple[Covariate, ...], arm: Integers, lost: Booleans
) -> Floats | None:
    """Return weights (n,) of those who stayed (0 for those lost); None when nobody was lost.

    Within each arm the weights of those who stayed add up to the size of the arm.
    """
    if not lost.any():
        return None
    chance = np.ones(arm.size)
    for each in np.unique(arm):
        chance[arm == each] = 1 - lost[arm == each].mean()
    if min(lost.sum(), (~lost).sum()) >= FEWEST_FOR_A_MODEL:
        chance = _modelled(covariates, arm, lost)
    weights = np.where(lost, 0.0, 1 / np.clip(chance, _LEAST_CHANCE, 1))
    for each in np.unique(arm):
        mine = arm == each
        total = weights[mine].sum()
        if total > 0:
            weights[mine] *= mine.sum() / total
    return weights


def known_weights(
    covariates: tuple[Covariate, ...], arm: Integers, known: Booleans, certain: Booleans
) -> Floats:
    """Return weights (n,) of those who are known (0 for the others).

    ``certain`` says of whom the value follows from what everybody delivers: they stand for
    themselves. Of the rest those who are known stand for those who are not, by one over
    their chance of being known among the rest of their arm (or by a logistic model of
    traits and arm, with enough of both). Within each arm the rest add up to what they are.
    """
    weights = certain.astype(np.float64)
    rest = ~certain
    if rest.any():
        among = tuple(covariate_rows(each, rest) for each in covariates)
        found = staying_weights(among, arm[rest], ~known[rest])
        weights[rest] = 1.0 if found is None else found
    return weights


def _modelled(covariates: tuple[Covariate, ...], arm: Integers, lost: Booleans) -> Floats:
    matrix, _ = covariate_matrix(covariates, arm.size)
    rows = np.column_stack([matrix, arm])
    with threadpool_limits(limits=1):  # so that sums do not depend on the processors
        model = LogisticRegression(C=1.0, max_iter=500).fit(rows, ~lost)
    chance: Floats = model.predict_proba(rows)[:, 1]
    return chance
