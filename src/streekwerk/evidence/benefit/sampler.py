"""Drawing from the posterior of a Bayesian causal forest (Hahn, Murray & Carvalho 2020).

    y = mu(x, e(x)) + z tau(w) + noise

``mu`` sees every covariate and the chance of getting the measure, so that it can take
what made people be chosen out of the effect; ``tau`` sees the allowed features only.
stochtree warm-starts a chain from a greedily grown ensemble (Krantsevich, He & Hahn 2023).
It is imported only when this is used: it takes seconds and 100 MB.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module

import numpy as np
from threadpoolctl import threadpool_limits

from streekwerk.evidence.benefit.forest import Forest, Grower
from streekwerk.evidence.trial.table import Floats


@dataclass(frozen=True, slots=True)
class ForestSettings:
    """How the forests are grown; fixed on simulations with other seeds than reported.

    Parameters
    ----------
    prognostic_trees, effect_trees : trees in the two ensembles.
    effect_spread : prior standard deviation of the effect forest's leaves together, in
        standard deviations of the outcome. With trees that split once in four times,
        most of it goes to the average; what differs between people gets about half.
    warm_up : greedily grown ensembles before the chain.
    draws, keep_every : posterior draws kept, and how many are made for each.
    """

    prognostic_trees: int = 100
    effect_trees: int = 50
    effect_spread: float = 0.7
    warm_up: int = 10
    draws: int = 100
    keep_every: int = 2


@dataclass(frozen=True, slots=True)
class ForestData:
    """What forests grow on.

    Attributes
    ----------
    y, treated, chance : (n,) outcome, arm (1 is the measure) and chance of the measure.
    covariates : (n, p) everything adjusted for.
    columns : (n, width) the features as trees see them.
    precision : (n,) weights of the rows, or None: noise has the variance over the weight.
    """

    y: Floats
    treated: Floats
    chance: Floats
    covariates: Floats
    columns: Floats
    precision: Floats | None = None


def draw_forest(data: ForestData, settings: ForestSettings, seed: int) -> Forest:
    """Return posterior draws of the effect by feature, in the unit of the outcome.

    The same inputs and seed give the same forest to the last digit.
    """
    model = import_module("stochtree").BCFModel()
    p, width = data.covariates.shape[1], data.columns.shape[1]
    effect_columns = list(range(p, p + width))
    with threadpool_limits(limits=1):
        model.sample(
            X_train=np.column_stack([data.covariates, data.columns]),
            Z_train=data.treated.astype(np.float64),
            y_train=data.y,
            propensity_train=data.chance,
            observation_weights=data.precision,
            num_gfr=settings.warm_up,
            num_mcmc=settings.draws,
            general_params={
                "random_seed": seed,
                "num_threads": 1,
                "keep_every": settings.keep_every,
            },
            prognostic_forest_params={"num_trees": settings.prognostic_trees},
            treatment_effect_forest_params={
                "num_trees": settings.effect_trees,
                "sigma2_leaf_init": settings.effect_spread**2 / settings.effect_trees,
                "keep_vars": effect_columns,
            },
        )
    return _extracted(model, p)


def _extracted(model: object, first_column: int) -> Forest:
    scale = float(getattr(model, "y_std"))  # noqa: B009 (stochtree has no types)
    intercepts = np.ravel(getattr(model, "tau_0_samples"))  # noqa: B009
    container = getattr(model, "forest_container_tau")  # noqa: B009
    stored = json.loads(container.dump_json_string())
    grower = Grower.of(intercepts)  # already in the unit of the outcome
    for draw in range(int(stored["num_samples"])):
        forest = stored[f"forest_{draw}"]
        for number in range(int(forest["num_trees"])):
            grower.add(draw, forest[f"tree_{number}"], scale, first_column)
    return grower.forest()
