"""The simulated truth is the truth, and the comparison without correction is not."""

import numpy as np
import pytest

from streekwerk.evidence.simulate.benchmark import NOISE, heterogeneous
from streekwerk.evidence.simulate.experiment import clustered, lock_in
from streekwerk.evidence.simulate.municipality import EFFECT, confounded_binary


def test_a_municipality_has_the_effect_it_says_and_is_confounded() -> None:
    known = confounded_binary(100_000, np.random.default_rng(0))
    y, arm = known.trial.outcomes[0].values, known.trial.arm
    assert known.average("work") == pytest.approx(EFFECT, abs=0.001)
    naive = y[arm == 1].mean() - y[arm == 0].mean()
    assert naive - EFFECT == pytest.approx(0.09, abs=0.015)
    assert set(np.unique(y)) == {0.0, 1.0}


def test_the_benchmark_has_the_spread_it_says() -> None:
    known = heterogeneous(100_000, np.random.default_rng(0))
    effects = known.effects["y"]
    assert effects.mean() == pytest.approx(known.population["y"], abs=0.01)
    assert effects.std() == pytest.approx(0.47, abs=0.03)
    assert known.trial.outcomes[0].values.std() > NOISE


def test_same_generator_same_data() -> None:
    one, two = (lock_in(200, np.random.default_rng(7)).trial for _ in range(2))
    assert one.fingerprint() == two.fingerprint()


def test_clusters_share_what_they_say() -> None:
    known = clustered(2_000, 20, np.random.default_rng(0), effect=0.0, correlation=0.2)
    y, cluster = known.trial.outcomes[0].values, known.trial.cluster
    assert cluster is not None
    x = known.trial.covariates[0].values
    rest = y - 0.3 * x
    sizes = np.bincount(cluster)
    means = np.bincount(cluster, rest) / sizes
    between = means.var() - (0.8 / sizes).mean()
    assert between == pytest.approx(0.2, abs=0.03)
    assert all(np.unique(known.trial.arm[cluster == j]).size == 1 for j in range(20))
