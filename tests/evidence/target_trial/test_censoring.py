"""Weights for those lost from sight undo selective loss."""

from __future__ import annotations

import numpy as np

from streekwerk.evidence.target_trial.censoring import staying_weights
from streekwerk.evidence.trial.table import NumericCovariate
from streekwerk.vocabulary.language import Text

AGE = Text("leeftijd", "age")


def test_nobody_lost_needs_no_weights() -> None:
    assert staying_weights((), np.array([0, 1]), np.array([False, False])) is None


def test_with_few_lost_the_share_per_arm_decides() -> None:
    arm = np.array([1, 1, 1, 0, 0, 0, 0, 0])
    lost = np.array([True, False, False, True, False, False, False, False])
    weights = staying_weights((), arm, lost)
    assert weights is not None
    np.testing.assert_allclose(weights, [0, 1.5, 1.5, 0, 1.25, 1.25, 1.25, 1.25])


def test_selective_loss_is_undone() -> None:
    rng = np.random.default_rng(6)
    n = 20_000
    age = rng.normal(size=n)
    arm = (rng.random(n) < 1 / (1 + np.exp(-0.5 * age))).astype(np.int64)
    y = age + rng.normal(size=n)
    lost = rng.random(n) < 1 / (1 + np.exp(1.5 - 1.2 * age - 0.5 * arm))
    weights = staying_weights((NumericCovariate("age", AGE, age),), arm, lost)
    assert weights is not None
    assert (weights[lost] == 0).all()
    for each in (0, 1):
        mine = arm == each
        whole, stayed = y[mine].mean(), y[mine & ~lost].mean()
        weighted = np.average(y[mine], weights=weights[mine])
        assert abs(weights[mine].sum() / mine.sum() - 1) < 1e-9
        assert abs(stayed - whole) > 0.15
        assert abs(weighted - whole) < 0.05
