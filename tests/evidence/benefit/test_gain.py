"""The gate: the gain and slope of people who were not learnt from."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import ndtri

from streekwerk.evidence.benefit.gain import gain_of, slope_of
from streekwerk.evidence.benefit.scores import Scores
from streekwerk.evidence.trial.table import Floats, Integers

PRIOR = (0.85, 0.3)


def scores(score: Floats, cluster: Integers | None = None) -> Scores:
    flat = np.ones(score.size)
    return Scores(score, flat, flat, flat / 2, cluster)


def test_the_gain_is_as_by_hand() -> None:
    # Ranks 0, 1/3, 2/3, 1 minus their mean: -1/2, -1/6, 1/6, 1/2.
    score, expected = np.array([0.0, 1.0, 2.0, 5.0]), np.array([1.0, 2.0, 3.0, 4.0])
    found = gain_of(scores(score), expected, np.zeros(4, dtype=np.int64))
    assert found.estimate == pytest.approx((-1 / 6 + 2 / 6 + 5 / 2) / 4, rel=1e-5)
    influence = (score - 2) * np.array([-1 / 2, -1 / 6, 1 / 6, 1 / 2]) / 4
    error = np.sqrt(np.square(influence - influence.mean()).sum())
    assert found.standard_error == pytest.approx(error, rel=1e-5)
    assert found.low == pytest.approx(found.estimate + ndtri(0.025) * error, rel=1e-4)


def test_who_cannot_tell_people_apart_gains_nothing() -> None:
    score = np.random.default_rng(0).standard_normal(50)
    found = gain_of(scores(score), np.full(50, 0.3), np.arange(50) % 3)
    assert found.estimate == 0
    assert not found.shown
    assert slope_of(scores(score), np.full(50, 0.3), np.arange(50) % 3, PRIOR).used == 0


def test_an_average_alone_gains_nothing_within_folds() -> None:
    # Folds that differ only in their mean say nothing about people.
    fold = np.repeat([0, 1], 50)
    score = np.repeat([0.0, 5.0], 50)
    found = gain_of(scores(score), np.repeat([0.0, 5.0], 50), fold)
    assert found.estimate == pytest.approx(0)


def test_gain_and_slope_find_what_is_there() -> None:
    rng = np.random.default_rng(1)
    effect = rng.standard_normal(4_000)
    score = effect + rng.standard_normal(4_000)
    fold = np.arange(4_000) % 3
    found = gain_of(scores(score), 2 * effect, fold)
    # The covariance of a normal with its own rank is 1 / (2 sqrt(pi)).
    assert found.low < 1 / (2 * np.sqrt(np.pi)) < found.high
    assert found.shown
    slope = slope_of(scores(score), 2 * effect, fold, PRIOR)
    assert slope.estimate == pytest.approx(0.5, abs=0.03)
    assert slope.used == pytest.approx(0.5, abs=0.03)


def test_the_slope_of_nothing_known_is_what_was_believed_and_never_leaves_zero_to_one() -> None:
    rng = np.random.default_rng(2)
    noise = 100 * rng.standard_normal(300)
    expected = rng.standard_normal(300)
    fold = np.arange(300) % 3
    slope = slope_of(scores(noise), expected, fold, PRIOR)
    assert slope.used == pytest.approx(0.85, abs=0.05)
    assert slope_of(scores(9 * expected), expected, fold, PRIOR).used == 1
    assert slope_of(scores(-9 * expected), expected, fold, PRIOR).used == 0


def test_people_who_occur_twice_do_not_count_double() -> None:
    rng = np.random.default_rng(3)
    effect = rng.standard_normal(300)
    score = effect + 2 * rng.standard_normal(300)
    once = gain_of(scores(score), effect, np.arange(300) % 3)
    twice = gain_of(
        scores(np.tile(score, 2), np.tile(np.arange(300), 2)),
        np.tile(effect, 2),
        np.tile(np.arange(300) % 3, 2),
    )
    assert twice.estimate == pytest.approx(once.estimate, rel=0.02)
    assert twice.standard_error == pytest.approx(once.standard_error, rel=0.02)


def test_without_differences_it_is_shown_once_in_forty() -> None:
    rng = np.random.default_rng(4)
    fold = np.arange(300) % 3
    shown = [
        gain_of(scores(rng.standard_normal(300)), rng.standard_normal(300), fold).shown
        for _ in range(2_000)
    ]
    assert 0.015 < np.mean(shown) < 0.037
