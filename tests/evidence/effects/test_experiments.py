"""Experiments: published figures, Wald against two-stage least squares, weak offers, coverage."""

from typing import Any

import numpy as np
import pytest
import statsmodels.api as sm

from streekwerk.evidence.effects.comparison import Comparison, comparison_of
from streekwerk.evidence.effects.few import few_events, steadied
from streekwerk.evidence.effects.randomised import difference_in_means, lin
from streekwerk.evidence.effects.regression import Adjustment, adjusted, possible_adjustment
from streekwerk.evidence.effects.take_up import wald
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.simulate.experiment import LOCK_IN, clustered, lock_in


def _comparison(n: int = 400, seed: int = 0, **more: Any) -> Comparison:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 3))
    treated = (np.arange(n) % 3 == 0).astype(float)
    y = x[:, 0] + treated * (1 + 0.5 * x[:, 1]) + rng.normal(size=n)
    return Comparison("y", "with", "without", y, treated, x, ("a", "b", "c"), **more)


def test_lin_is_the_interacted_regression_of_statsmodels_plus_the_noise_of_the_mean() -> None:
    c = _comparison()
    centred = c.covariates - c.covariates.mean(axis=0)
    rows = np.column_stack([np.ones(c.n), c.treated, centred, centred * c.treated[:, None]])
    theirs = sm.OLS(c.y, rows).fit(cov_type="HC3")
    ours, fit = lin(c)
    slope = centred @ theirs.params[5:]
    assert fit.adjustment is Adjustment.INTERACTED
    assert ours.estimate == pytest.approx(theirs.params[1])
    assert ours.standard_error == pytest.approx(
        np.hypot(theirs.bse[1], np.sqrt(np.square(slope).sum()) / c.n)
    )


def test_centring_on_the_treated_gives_their_average() -> None:
    c = _comparison()
    control = c.treated == 0
    theirs = sm.OLS(c.y[control], sm.add_constant(c.covariates[control])).fit()
    means = c.covariates[c.treated == 1].mean(axis=0)
    expected = c.y[c.treated == 1].mean() - theirs.params @ np.r_[1, means]
    ours = adjusted(c, Estimand.ATT)
    assert ours.estimate.value == pytest.approx(expected)
    assert ours.comparison_mean == pytest.approx(theirs.params @ np.r_[1, means])


def test_equal_weights_change_nothing_and_doubling_a_person_is_weight_two() -> None:
    c = _comparison(n=60)
    plain = adjusted(c).estimate
    assert adjusted(_comparison(n=60, weights=np.ones(60))).estimate.value == pytest.approx(
        plain.value
    )
    weights = np.where(np.arange(60) < 10, 2.0, 1.0)
    twice = np.r_[np.arange(60), np.arange(10)]
    doubled = Comparison("y", "w", "o", c.y[twice], c.treated[twice], c.covariates[twice], c.names)
    weighted = _comparison(n=60, weights=weights / weights.mean())
    assert adjusted(weighted).estimate.value == pytest.approx(adjusted(doubled).estimate.value)


def test_few_people_get_a_simpler_adjustment() -> None:
    assert possible_adjustment(_comparison(90)) is Adjustment.INTERACTED
    assert possible_adjustment(_comparison(18)) is Adjustment.ADDITIVE
    assert possible_adjustment(_comparison(9)) is Adjustment.NONE
    assert np.isfinite(lin(_comparison(9))[0].standard_error)


def _with_take_up(strength: float, n: int = 600, seed: int = 4) -> Comparison:
    rng = np.random.default_rng(seed)
    treated = (np.arange(n) % 2).astype(float)
    eager = rng.normal(size=n)
    took = (eager + strength * treated > 0.5).astype(float)
    y = 2 * took + eager + rng.normal(size=n)
    x = rng.normal(size=(n, 1))
    return Comparison("y", "1", "0", y, treated, x, ("x",), take_up=took)


def test_wald_is_two_stage_least_squares() -> None:
    c = _with_take_up(1.0)
    z = np.column_stack([np.ones(c.n), c.treated])
    d = np.column_stack([np.ones(c.n), c.take_up])
    beta = np.linalg.solve(z.T @ d, z.T @ c.y)
    residual = c.y - d @ beta
    leverage = np.einsum("ij,jk,ik->i", z, np.linalg.inv(z.T @ z), z)
    meat = (z * (residual**2 / (1 - leverage))[:, None]).T @ z
    bread = np.linalg.inv(z.T @ d)
    found = wald(c)
    assert found is not None
    assert found.effect is not None
    assert found.effect.estimate == pytest.approx(beta[1])
    assert found.effect.standard_error == pytest.approx(np.sqrt((bread @ meat @ bread.T)[1, 1]))
    assert not found.weak
    assert found.effect.low < 2 < found.effect.high


def test_complier_mean_is_what_they_have_without() -> None:
    """With two-sided noise absent, compliers' mean without is known from the simulation."""
    rng = np.random.default_rng(1)
    n = 200_000
    complier = rng.uniform(size=n) < 0.5
    treated = (np.arange(n) % 2).astype(float)
    y = np.where(complier, 3.0, 1.0) + treated * complier + rng.normal(size=n)
    c = Comparison("y", "1", "0", y, treated, np.empty((n, 0)), (), take_up=treated * complier)
    found = wald(c)
    assert found is not None
    assert found.effect is not None
    assert found.effect.comparison_mean == pytest.approx(3.0, abs=0.05)
    assert found.effect.estimate == pytest.approx(1.0, abs=0.05)


def test_a_weak_offer_gives_a_wide_interval_or_none_and_says_so() -> None:
    unbounded = wald(_with_take_up(0.02))
    assert unbounded is not None
    assert unbounded.weak
    assert unbounded.effect is None
    modest = wald(_with_take_up(0.35))
    assert modest is not None
    assert modest.effect is not None
    usual = 1.96 * 2 * modest.effect.standard_error
    assert modest.effect.high - modest.effect.low > usual


def test_anderson_rubin_bounds_are_where_the_effect_on_the_rest_is_just_not_seen() -> None:
    c = _with_take_up(0.6)
    found = wald(c)
    assert found is not None
    assert found.effect is not None
    assert found.f < 104.7
    assert c.take_up is not None
    for bound in (found.effect.low, found.effect.high):
        rest = difference_in_means(c.with_outcome(c.y - bound * c.take_up))
        assert min(abs(rest.low), abs(rest.high)) < 0.02 * rest.standard_error


def test_take_up_that_nobody_differs_in_gives_nothing() -> None:
    assert wald(_comparison(take_up=np.ones(400))) is None
    assert wald(_comparison()) is None


def test_lock_in_shows_first_a_loss_then_a_gain() -> None:
    known = lock_in(8_000, np.random.default_rng(2))
    found = {}
    for outcome in known.trial.outcomes:
        comparison = comparison_of(known.trial, outcome)
        assert comparison is not None
        found[outcome.name] = lin(comparison)[0]
    assert found["work_6"].high < 0 < found["work_24"].low
    for months, (_, gain) in LOCK_IN.items():
        effect = found[f"work_{months}"]
        assert abs(effect.estimate - gain) < 4 * effect.standard_error


def test_intervals_of_a_clustered_experiment_cover() -> None:
    """Ignoring the caseworker would cover three in four; CR2 keeps its promise with 20."""
    held, ignored = [], []
    for seed in range(200):
        known = clustered(20, 15, np.random.default_rng(seed), correlation=0.15)
        comparison = comparison_of(known.trial, known.trial.outcomes[0])
        assert comparison is not None
        effect = lin(comparison)[0]
        held.append(effect.low <= 0.3 <= effect.high)
        assert effect.clusters == 20
        rows = np.column_stack([np.ones(comparison.n), comparison.treated])
        naive = sm.OLS(comparison.y, rows).fit(cov_type="HC3").conf_int()[1]
        ignored.append(naive[0] <= 0.3 <= naive[1])
    assert np.mean(held) > 0.91
    assert np.mean(ignored) < 0.88


def test_nothing_happening_to_anyone_is_no_proof_of_no_effect() -> None:
    treated = (np.arange(80) % 2).astype(float)
    c = Comparison("y", "1", "0", np.zeros(80), treated, np.empty((80, 0)), (), binary=True)
    effect = steadied(c, difference_in_means(c))
    assert effect.estimate == 0
    assert -0.12 < effect.low < -0.05
    assert 0.05 < effect.high < 0.12
    assert "niets te vergelijken" in few_events(c)[0].nl


def test_few_events_are_said() -> None:
    treated = (np.arange(80) % 2).astype(float)
    y = (np.arange(80) < 12).astype(float)
    c = Comparison("y", "1", "0", y * treated, treated, np.empty((80, 0)), (), binary=True)
    assert "maar bij 0 mensen" in few_events(c)[0].nl
    assert np.isfinite(difference_in_means(c).standard_error)
