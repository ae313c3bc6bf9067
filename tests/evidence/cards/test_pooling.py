"""Partial pooling against its limits and against a simulation."""

from __future__ import annotations

import numpy as np
import pytest

from streekwerk.evidence.cards.pooling import pool


def test_two_equal_groups_share_their_precision() -> None:
    found = pool(np.array([0.1, 0.1]), np.array([0.02, 0.02]), scale=1e-6)
    np.testing.assert_allclose(found.mean, 0.1)
    np.testing.assert_allclose(found.deviation, 0.02 / np.sqrt(2), rtol=1e-6)
    assert found.p_value == pytest.approx(1)


def test_without_a_believed_spread_everybody_gets_the_weighted_mean() -> None:
    estimates, errors = np.array([0.0, 0.3]), np.array([0.1, 0.2])
    found = pool(estimates, errors, scale=1e-9)
    weights = 1 / errors**2
    np.testing.assert_allclose(found.mean, weights @ estimates / weights.sum())


def test_with_precise_figures_groups_keep_their_own() -> None:
    estimates, errors = np.array([0.0, 0.3, -0.2]), np.full(3, 1e-4)
    found = pool(estimates, errors, scale=0.2)
    np.testing.assert_allclose(found.mean, estimates, atol=1e-4)
    assert found.p_value < 1e-6


def test_pooled_intervals_cover_and_err_less_than_raw_figures() -> None:
    rng = np.random.default_rng(8)
    covered, raw, pooled = [], [], []
    for _ in range(400):
        spread = abs(rng.normal(0, 0.05))
        truth = 0.05 + rng.normal(0, spread, 4)
        errors = rng.uniform(0.03, 0.08, 4)
        estimates = truth + rng.normal(0, errors)
        found = pool(estimates, errors, scale=0.05)
        for k in range(4):
            _, low, high = found.interval(k)
            covered.append(low <= truth[k] <= high)
        raw.append(np.mean((estimates - truth) ** 2))
        pooled.append(np.mean((found.mean - truth) ** 2))
    assert np.mean(covered) > 0.93
    assert np.mean(pooled) < 0.6 * np.mean(raw)
