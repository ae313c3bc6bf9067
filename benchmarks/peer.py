"""One method on one data file in a process of its own: time and memory are then its own.

Started by :mod:`benchmarks.peers`: ``python -m benchmarks.peer METHOD FILE``.
"""

from __future__ import annotations

import time

STARTED = time.perf_counter()

import json  # noqa: E402 (the clock starts before anything is loaded)
import resource  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable  # noqa: E402

import numpy as np  # noqa: E402

Fit = Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[float, float]]
FOLDS = 5


def _ours(linear: bool, boosted: bool) -> Fit:
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    from streekwerk.evidence.effects.comparison import Comparison  # noqa: PLC0415
    from streekwerk.evidence.effects.side_by_side import (  # noqa: PLC0415
        Effort,
        planned_effort,
        side_by_side,
    )
    from streekwerk.evidence.results.effect import Estimand  # noqa: PLC0415

    def fit(x: np.ndarray, d: np.ndarray, y: np.ndarray) -> tuple[float, float]:
        names = tuple(f"x{j}" for j in range(x.shape[1]))
        comparison = Comparison("y", "1", "0", y, d, (x - x.mean(0)) / x.std(0), names)
        plan = planned_effort(comparison)
        effort = Effort(plan.linear if linear else 0, plan.boosted if boosted else 0)
        rng = np.random.default_rng(1)
        with threadpool_limits(limits=1):  # as an evaluation does
            found = side_by_side(comparison, Estimand.ATE, rng, effort=effort).leading.estimate
        return found.value, found.standard_error

    return fit


def streekwerk_linear() -> Fit:
    """Regression and doubly robust with linear helper models, repeated."""
    return _ours(linear=True, boosted=False)


def streekwerk() -> Fit:
    """Everything an evaluation does: regression, linear and boosted, the best leading."""
    return _ours(linear=True, boosted=True)


def _doubleml(learners: Callable[[], tuple[object, object]]) -> Fit:
    import doubleml  # noqa: PLC0415

    outcome, chance = learners()

    def fit(x: np.ndarray, d: np.ndarray, y: np.ndarray) -> tuple[float, float]:
        data = doubleml.DoubleMLData.from_arrays(x, y, d)
        model = doubleml.DoubleMLIRM(data, outcome, chance, n_folds=FOLDS).fit()
        return float(model.coef[0]), float(model.se[0])

    return fit


def doubleml_lasso() -> Fit:
    """DoubleML's interactive model with a cross-validated lasso and logistic lasso."""
    from sklearn.linear_model import LassoCV, LogisticRegression  # noqa: PLC0415

    return _doubleml(lambda: (LassoCV(), LogisticRegression()))


def doubleml_lightgbm() -> Fit:
    """DoubleML's interactive model with LightGBM."""
    from lightgbm import LGBMClassifier, LGBMRegressor  # noqa: PLC0415

    shared = {"n_estimators": 100, "num_leaves": 15, "learning_rate": 0.05, "verbose": -1}
    return _doubleml(lambda: (LGBMRegressor(**shared), LGBMClassifier(**shared)))


def econml_linear_dr() -> Fit:
    """EconML's LinearDRLearner with LightGBM helper models."""
    from econml.dr import LinearDRLearner  # noqa: PLC0415
    from lightgbm import LGBMClassifier, LGBMRegressor  # noqa: PLC0415

    shared = {"n_estimators": 100, "num_leaves": 15, "learning_rate": 0.05, "verbose": -1}

    def fit(x: np.ndarray, d: np.ndarray, y: np.ndarray) -> tuple[float, float]:
        model = LinearDRLearner(
            model_regression=LGBMRegressor(**shared),
            model_propensity=LGBMClassifier(**shared),
            cv=FOLDS,
            random_state=1,
        )
        model.fit(y, d, X=x)
        found = model.ate_inference(x)
        return float(np.ravel(found.mean_point)[0]), float(np.ravel(found.stderr_mean)[0])

    return fit


METHODS: dict[str, Callable[[], Fit]] = {
    f.__name__: f
    for f in (
        streekwerk_linear,
        streekwerk,
        doubleml_lasso,
        doubleml_lightgbm,
        econml_linear_dr,
    )
}


def main() -> None:
    """Load the method, then the data, fit, and print what it took as JSON."""
    method, file = sys.argv[1:]
    fit = METHODS[method]()
    with np.load(file) as data:
        x, d, y = data["x"], data["d"], data["y"]
    loaded = time.perf_counter()
    estimate, se = fit(x, d, y)
    done = time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "estimate": estimate,
                "se": se,
                "fit": done - loaded,
                "total": done - STARTED,
                "cpu": used.ru_utime + used.ru_stime,
                "megabytes": used.ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
