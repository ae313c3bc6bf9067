"""Least squares against statsmodels and against the definitions written out in full."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.evidence.effects.least_squares import Kind, independent, least_squares
from streekwerk.evidence.trial.table import Floats, Integers


def _data(n: int, seed: int = 1) -> tuple[Floats, Floats, np.random.Generator]:
    rng = np.random.default_rng(seed)
    x = np.column_stack([np.ones(n), rng.normal(size=(n, 3))])
    y = x @ [1.0, 2.0, 0.0, 1.0] + rng.normal(size=n) * np.exp(x[:, 1] / 2)
    return x, y, rng


def _cr2_by_definition(
    x: Floats, y: Floats, cluster: Integers, contrast: Floats
) -> tuple[float, float]:
    """CR2 and Satterthwaite's freedom with every n x n matrix built."""
    bread = np.linalg.inv(x.T @ x)
    rest = np.eye(len(y)) - x @ bread @ x.T
    residuals = rest @ y
    columns, variance = [], 0.0
    for j in np.unique(cluster):
        own = cluster == j
        values, vectors = np.linalg.eigh(rest[np.ix_(own, own)])
        root = np.where(values > 1e-9, np.where(values > 1e-9, values, 1) ** -0.5, 0)
        pull = vectors @ (root * (vectors.T @ (x[own] @ bread @ contrast)))
        variance += (pull @ residuals[own]) ** 2
        columns.append(rest[:, own] @ pull)
    cross = np.array(columns) @ np.array(columns).T
    return variance**0.5, np.trace(cross) ** 2 / np.square(cross).sum()


@pytest.mark.parametrize("kind", ["HC0", "HC1", "HC2", "HC3"])
@pytest.mark.parametrize("weighted", [False, True])
def test_robust_errors_are_those_of_statsmodels(kind: Kind, weighted: bool) -> None:
    x, y, rng = _data(60)
    weights = rng.uniform(0.5, 2, 60) if weighted else np.ones(60)
    theirs = sm.WLS(y, x, weights / weights.mean()).fit(cov_type=kind)
    ours = least_squares(x, y, weights)
    for j in range(4):
        estimate = ours.robust(np.eye(4)[j], kind)
        assert estimate.value == pytest.approx(theirs.params[j], rel=1e-10)
        assert estimate.standard_error == pytest.approx(theirs.bse[j], rel=1e-10)


def test_classical_error_is_that_of_statsmodels() -> None:
    x, y, _ = _data(40)
    theirs = sm.OLS(y, x).fit()
    ours = least_squares(x, y).classical(np.eye(4)[2])
    assert ours.standard_error == pytest.approx(theirs.bse[2], rel=1e-10)
    assert ours.p_value == pytest.approx(theirs.pvalues[2], rel=1e-8)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 25))
def test_cr2_and_its_freedom_are_the_definition(seed: int, clusters: int) -> None:
    x, y, rng = _data(50, seed)
    cluster = rng.permutation(np.arange(50) % clusters) * 7 - 3
    contrast = np.array([0.0, 1.0, -0.5, 0.0])
    ours = least_squares(x, y).clustered(contrast, cluster)
    se, freedom = _cr2_by_definition(x, y, cluster, contrast)
    assert ours.standard_error == pytest.approx(se, rel=1e-7)
    assert ours.degrees_of_freedom == pytest.approx(freedom, rel=1e-7)
    assert ours.clusters == clusters


def test_hc2_is_cr2_with_everyone_alone() -> None:
    x, y, _ = _data(30)
    fit = least_squares(x, y)
    alone, robust = fit.clustered(np.eye(4)[1], np.arange(30)), fit.robust(np.eye(4)[1], "HC2")
    assert robust.standard_error == pytest.approx(alone.standard_error, rel=1e-10)
    assert robust.degrees_of_freedom == pytest.approx(alone.degrees_of_freedom, rel=1e-10)


def test_hc2_of_two_groups_is_neymans_and_its_freedom_nearly_welchs() -> None:
    rng = np.random.default_rng(3)
    a, b = rng.normal(size=14), 3 * rng.normal(size=25)
    treated = np.r_[np.ones(14), np.zeros(25)]
    ours = least_squares(np.column_stack([np.ones(39), treated]), np.r_[a, b])
    estimate = ours.robust(np.array([0.0, 1.0]), "HC2")
    assert estimate.value == pytest.approx(a.mean() - b.mean())
    assert estimate.standard_error == pytest.approx(
        (a.var(ddof=1) / 14 + b.var(ddof=1) / 25) ** 0.5
    )
    assert estimate.degrees_of_freedom is not None
    assert 13 < estimate.degrees_of_freedom < 38


def test_a_repeated_regressor_changes_nothing() -> None:
    x, y, _ = _data(50)
    plain = least_squares(x, y).robust(np.eye(4)[1], "HC3")
    doubled = np.column_stack([x, x[:, 1] - x[:, 2]])
    fit = least_squares(doubled, y)
    assert fit.kept.tolist() == [True] * 4 + [False]
    again = fit.robust(np.eye(5)[1], "HC3")
    assert again.value == pytest.approx(plain.value)
    assert again.standard_error == pytest.approx(plain.standard_error)


def test_independence_keeps_the_first_of_a_pair() -> None:
    x = np.array([[1.0, 2.0, 0.0], [1.0, 2.0, 1.0], [1.0, 2.0, 5.0]])
    assert independent(x.T @ x).tolist() == [True, False, True]


def test_a_person_with_a_coefficient_of_their_own_gives_no_warning() -> None:
    x, y, _ = _data(20)
    alone = np.column_stack([x, np.r_[1.0, np.zeros(19)]])
    fit = least_squares(alone, y)
    for estimate in (
        fit.robust(np.eye(5)[1], "HC3"),
        fit.robust(np.eye(5)[1], "HC2"),
        fit.clustered(np.eye(5)[1], np.arange(20)),
    ):
        assert np.isfinite(estimate.standard_error)
        assert estimate.standard_error > 0


def test_bad_input_is_refused() -> None:
    x, y, _ = _data(10)
    with pytest.raises(ValueError, match="do not fit together"):
        least_squares(x, y[:-1])
    with pytest.raises(ValueError, match="finite"):
        least_squares(x, np.where(y > 0, y, np.nan))
    with pytest.raises(ValueError, match="two clusters"):
        least_squares(x, y).clustered(np.eye(4)[0], np.zeros(10, dtype=int))


def test_many_clusters_of_a_large_file_take_no_square_matrix() -> None:
    rng = np.random.default_rng(0)
    n = 100_000
    x = np.column_stack([np.ones(n), rng.normal(size=(n, 5))])
    shared = rng.normal(size=30_000)
    cluster = rng.integers(0, 30_000, n)
    fit = least_squares(x, shared[cluster] + rng.normal(size=n))
    estimate = fit.clustered(np.eye(6)[0], cluster)
    # Sharing half of the variance with two to three others makes the mean less certain.
    assert estimate.standard_error > 1.3 * fit.robust(np.eye(6)[0], "HC2").standard_error
