"""Comparisons without an experiment: helper models, weights, double robustness, sensitivity."""

import math

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from streekwerk.evidence.effects.comparison import Comparison, comparison_of
from streekwerk.evidence.effects.nuisance.family import Family, Nuisances
from streekwerk.evidence.effects.nuisance.folds import draw_folds, fold_count
from streekwerk.evidence.effects.nuisance.logistic import (
    LogisticHelper,
    cross_fitted_logistic,
    fit_logistic,
    log_loss,
)
from streekwerk.evidence.effects.nuisance.ridge import RidgeHelper, cross_fitted_ridge
from streekwerk.evidence.effects.observational import doubly_robust
from streekwerk.evidence.effects.sensitivity import (
    robustness_value,
    sensitivity,
    strongest_covariate,
)
from streekwerk.evidence.effects.side_by_side import Effort, side_by_side
from streekwerk.evidence.effects.weighting import augmented, effective_size, estimand_weights
from streekwerk.evidence.results.effect import Estimand, Method
from streekwerk.evidence.simulate.benchmark import heterogeneous
from streekwerk.evidence.simulate.municipality import BASE, ON_WORK, confounded_binary


def _confounded(n: int, seed: int = 0) -> Comparison:
    trial = confounded_binary(n, np.random.default_rng(seed)).trial
    comparison = comparison_of(trial, trial.outcomes[0])
    assert comparison is not None
    return comparison


def test_logistic_is_that_of_scikit_learn() -> None:
    c = _confounded(300)
    theirs = LogisticRegression(C=1.0, tol=1e-10, max_iter=1000).fit(c.covariates, c.treated)
    rows = np.column_stack([np.ones(c.n), c.covariates])
    ours = fit_logistic(rows, c.treated, np.ones(c.n), 1.0)
    assert ours[0] == pytest.approx(theirs.intercept_[0], abs=1e-4)
    assert ours[1:] == pytest.approx(theirs.coef_[0], abs=1e-4)


def test_the_cheap_fold_by_fold_fit_is_the_full_one() -> None:
    c = _confounded(4_000)
    fold = draw_folds(c, 5, np.random.default_rng(0))
    everyone = np.ones(c.n, dtype=bool)
    cheap = cross_fitted_logistic(c.covariates, c.treated, np.ones(c.n), everyone, fold)
    rows = np.column_stack([np.ones(c.n), c.covariates])
    for k in range(5):
        other = fold != k
        beta = fit_logistic(rows[other], c.treated[other], np.ones(other.sum()), 1.0)
        assert cheap[~other] == pytest.approx(expit(rows[~other] @ beta), abs=1e-4)


def test_separated_groups_keep_finite_chances() -> None:
    x = np.r_[np.linspace(-2, -1, 30), np.linspace(1, 2, 30)][:, None]
    y = np.r_[np.zeros(30), np.ones(30)]
    fold = np.arange(60) % 5
    chance = cross_fitted_logistic(x, y, np.ones(60), np.ones(60, dtype=bool), fold)
    assert np.isfinite(chance).all()
    assert chance[:30].max() < 0.5 < chance[30:].min()


def test_ridge_never_learns_from_the_fold_it_predicts() -> None:
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(200, 4)), rng.normal(size=200)
    fold, learn = np.arange(200) % 5, np.ones(200, dtype=bool)
    before = cross_fitted_ridge(x, y, np.ones(200), learn, fold)
    changed = np.where(fold == 2, y + 100, y)
    after = cross_fitted_ridge(x, changed, np.ones(200), learn, fold)
    assert after[fold == 2] == pytest.approx(before[fold == 2])
    assert not np.allclose(after[fold != 2], before[fold != 2])


def test_a_helper_model_keeps_its_penalty_from_one_split_to_the_next() -> None:
    c = _confounded(400)
    everyone, mass = np.ones(c.n, dtype=bool), np.ones(c.n)
    folds = [draw_folds(c, 5, np.random.default_rng(seed)) for seed in range(2)]
    kept = LogisticHelper(c.covariates, c.treated, mass, everyone, (100.0, 1.0))
    first, second = (kept.predict(fold) for fold in folds)
    alone = [
        [LogisticHelper(c.covariates, c.treated, mass, everyone, (p,)).predict(f) for f in folds]
        for p in (100.0, 1.0)
    ]
    losses = [log_loss(c.treated, each[0], mass) for each in alone]
    best = alone[int(np.argmin(losses))]
    np.testing.assert_allclose(first, best[0], atol=1e-6)
    np.testing.assert_allclose(second, best[1], atol=1e-6)
    # With the last covariate set, everybody is predicted as if they had that value.
    both = np.column_stack([c.covariates, c.treated])
    shared = LogisticHelper(both, (c.y > np.median(c.y)).astype(float), mass, everyone, (1.0,))
    plain, set_to_one = shared.predict(folds[0]), shared.predict(folds[0], 1.0)
    np.testing.assert_allclose(plain[c.treated == 1], set_to_one[c.treated == 1])
    assert not np.allclose(plain[c.treated == 0], set_to_one[c.treated == 0])


def test_a_linear_helper_takes_later_penalties_from_the_first_split() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(120, 6))
    y, mass, learn = x[:, 0] + rng.normal(size=120), np.ones(120), np.ones(120, dtype=bool)
    kept = RidgeHelper(x, y, mass, learn)
    fold = np.arange(120) % 5
    np.testing.assert_allclose(kept.predict(fold), cross_fitted_ridge(x, y, mass, learn, fold))
    other = rng.permutation(fold)
    np.testing.assert_allclose(kept.predict(other), kept.predict(other))


def test_ridge_with_plenty_of_people_is_least_squares() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(5_000, 4))
    y = x @ [1.0, -1.0, 0.5, 2.0] + 0.1 * rng.normal(size=5_000)
    fold, learn = np.arange(5_000) % 5, np.ones(5_000, dtype=bool)
    ours = cross_fitted_ridge(x, y, np.ones(5_000), learn, fold)
    theirs = sm.OLS(y[fold != 0], sm.add_constant(x[fold != 0])).fit()
    assert ours[fold == 0] == pytest.approx(theirs.predict(sm.add_constant(x[fold == 0])), abs=1e-3)


def test_more_covariates_than_people_still_predict() -> None:
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(40, 90)), rng.normal(size=40)
    fold, learn = np.arange(40) % 4, np.ones(40, dtype=bool)
    predicted = cross_fitted_ridge(x, y, np.ones(40), learn, fold)
    assert np.abs(predicted).max() < 10
    chance = cross_fitted_logistic(x, (y > 0).astype(float), np.ones(40), learn, fold)
    assert ((chance > 0) & (chance < 1)).all()


def test_folds_keep_people_together_and_arms_even() -> None:
    c = _confounded(500)
    cluster = np.arange(500) // 3
    grouped = Comparison(
        c.outcome, c.arm, c.comparison, c.y, c.treated, c.covariates, c.names, True, cluster
    )
    fold = draw_folds(grouped, 5, np.random.default_rng(0))
    assert all(np.unique(fold[cluster == j]).size == 1 for j in np.unique(cluster))
    plain = draw_folds(c, 5, np.random.default_rng(0))
    treated = np.bincount(plain[c.treated == 1], minlength=5)
    assert treated.max() - treated.min() <= 2
    tiny = c.rows(np.arange(500) < 6)
    assert fold_count(tiny, 5) <= 3


def test_att_weights_balance_the_truth() -> None:
    known = confounded_binary(50_000, np.random.default_rng(0))
    treated = (known.trial.arm == 1).astype(float)
    x = known.trial.covariates[0].values
    w = estimand_weights(treated, known.chance, Estimand.ATT)
    raw = x[treated == 1].mean() - x[treated == 0].mean()
    left = np.average(x, weights=w.arm) - np.average(x, weights=w.comparison)
    assert abs(raw) > 0.2
    assert abs(left) < 0.03


def test_effective_size_by_hand() -> None:
    assert effective_size(np.array([1.0, 1.0, 1.0, 1.0])) == pytest.approx(4)
    assert effective_size(np.array([3.0, 1.0, 0.0])) == pytest.approx(16 / 10)


@pytest.mark.parametrize(
    ("estimand", "wrong"),
    [
        (Estimand.ATE, "outcome"),
        (Estimand.ATE, "chance"),
        (Estimand.ATT, "outcome"),
        (Estimand.ATT, "chance"),
        # With wrong chances the overlap-weighted average is the average of other people.
        (Estimand.OVERLAP, "outcome"),
    ],
)
def test_one_wrong_helper_model_is_forgiven(estimand: Estimand, wrong: str) -> None:
    known = confounded_binary(200_000, np.random.default_rng(5))
    c = comparison_of(known.trial, known.trial.outcomes[0])
    assert c is not None
    effect = known.effects["work"]
    level = 0.45 - effect.mean()
    raw = np.column_stack([x.values for x in known.trial.covariates])
    truth_without = expit(BASE + raw @ ON_WORK)
    without = np.full(c.n, level) if wrong == "outcome" else truth_without
    chance = known.chance if wrong == "outcome" else np.full(c.n, c.treated.mean())
    nuisances = Nuisances(without, without + effect.mean(), chance, 1.0, 1.0)
    found = augmented(c, nuisances, estimand)
    truth = {
        Estimand.ATE: known.average("work"),
        Estimand.ATT: known.average_of_treated("work"),
        Estimand.OVERLAP: known.overlap_average("work"),
    }[estimand]
    se = math.sqrt(np.square(found.influence).sum())
    assert abs(found.value - truth) < 4 * se
    assert abs(found.influence.sum()) < 1e-10
    assert abs(c.y[c.treated == 1].mean() - c.y[c.treated == 0].mean() - truth) > 10 * se


def test_overlap_weighting_is_robinsons_regression_of_what_is_left() -> None:
    c = _confounded(1_000)
    rng = np.random.default_rng(0)
    m0, m1, e = rng.uniform(size=c.n), rng.uniform(size=c.n), rng.uniform(0.2, 0.8, c.n)
    ours = augmented(c, Nuisances(m0, m1, e, 1, 1), Estimand.OVERLAP)
    left, rest = c.treated - e, c.y - e * m1 - (1 - e) * m0
    # The same up to the normalisation of each of the three parts.
    assert ours.value == pytest.approx((left @ rest) / (left @ left), abs=0.05)


def test_same_seed_same_figure_other_seed_nearly() -> None:
    c = _confounded(1_200)
    runs = [
        doubly_robust(c, Estimand.ATT, family, np.random.default_rng(seed), repeats=2)
        for family in Family
        for seed in (1, 1, 2)
    ]
    values = [run.estimate.value for run in runs if run is not None]
    assert len(values) == 6
    assert values[0] == values[1] != values[2]
    assert values[3] == values[4] != values[5]
    assert abs(values[0] - values[2]) < 0.02


def test_the_regression_leads_in_small_groups_and_held_out_loss_decides_in_large() -> None:
    small = side_by_side(_confounded(300), Estimand.ATT, np.random.default_rng(0))
    assert small.leading.method is Method.REGRESSION_ADJUSTED
    assert {c.method for c in small.beside} <= {Method.AIPW_LINEAR, Method.AIPW_BOOSTED}
    trial = heterogeneous(3_000, np.random.default_rng(0)).trial
    c = comparison_of(trial, trial.outcomes[0])
    assert c is not None
    # Bend the outcome so that no line can follow it: trees must lead.
    bent = c.with_outcome(c.y + 6 * (np.abs(c.covariates[:, 0]) > 1))
    large = side_by_side(bent, Estimand.ATT, np.random.default_rng(0), effort=Effort(1, 1))
    assert large.leading.method is Method.AIPW_BOOSTED


def test_disagreement_is_more_than_one_standard_error() -> None:
    c = _confounded(300)
    found = side_by_side(c, Estimand.ATT, np.random.default_rng(0), effort=Effort(2, 0))
    far = abs(found.beside[0].estimate.value - found.leading.estimate.value)
    assert (found.disagreeing != ()) == (far > found.leading.estimate.standard_error)


def test_a_person_seen_five_times_is_one_person() -> None:
    c = _confounded(400)
    again = np.tile(np.arange(400), 5)
    repeated = Comparison(
        c.outcome, c.arm, c.comparison, c.y[again], c.treated[again], c.covariates[again],
        c.names, True, again,
    )  # fmt: skip
    once = side_by_side(c, Estimand.ATT, np.random.default_rng(0), effort=Effort(3, 0))
    five = side_by_side(repeated, Estimand.ATT, np.random.default_rng(0), effort=Effort(3, 0))
    for a, b in zip((once.leading, *once.beside), (five.leading, *five.beside), strict=True):
        assert b.estimate.clusters == 400
        assert b.estimate.standard_error == pytest.approx(a.estimate.standard_error, rel=0.1)


def test_robustness_value_is_that_of_cinelli_and_hazlett() -> None:
    """Their Darfur example: t = 4.18 on 783 degrees of freedom gives RV 13.9 %, 7.6 %."""
    f = 4.18 / math.sqrt(783)
    assert robustness_value(f) == pytest.approx(0.139, abs=0.001)
    inner = f - 1.963 / math.sqrt(782)
    assert robustness_value(inner) == pytest.approx(0.076, abs=0.001)
    assert robustness_value(-0.1) == 0
    assert robustness_value(1e9) == pytest.approx(1)


def test_regression_sensitivity_is_the_partial_r_squared_one() -> None:
    c = _confounded(500)
    found = side_by_side(c, Estimand.OVERLAP, np.random.default_rng(0), effort=Effort(0, 0))
    rows = sm.add_constant(np.column_stack([c.treated, c.covariates]))
    theirs = sm.OLS(c.y, rows).fit()
    f = abs(theirs.tvalues[1]) / math.sqrt(theirs.df_resid)
    result = sensitivity(c, found.leading, {}, 0.95)
    assert result is not None
    assert result.robustness_value == pytest.approx(robustness_value(f))
    assert result.robustness_value_interval < result.robustness_value


def test_the_benchmark_is_the_covariate_that_matters_most() -> None:
    c = _confounded(5_000)
    found = strongest_covariate(c)
    assert found is not None
    assert found.covariate == "x1"
    others = np.delete(c.covariates, 0, axis=1)
    full = sm.OLS(c.treated, sm.add_constant(c.covariates)).fit()
    less = sm.OLS(c.treated, sm.add_constant(others)).fit()
    assert found.treatment == pytest.approx(1 - full.ssr / less.ssr)
