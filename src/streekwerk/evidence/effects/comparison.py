"""The arrays of one comparison: two arms, one outcome, whoever has a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from streekwerk.evidence.effects.estimate import Estimate
from streekwerk.evidence.results.effect import Effect, Estimand, Method
from streekwerk.evidence.trial.table import (
    Booleans,
    Covariate,
    Floats,
    Integers,
    Outcome,
    Scale,
    TrialTable,
    covariate_matrix,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What every estimator takes: complete cases of two arms on one outcome.

    Attributes
    ----------
    outcome, arm, comparison : codes, for the effect that comes out.
    y : (n,) outcome.
    treated : (n,) 1 in the arm, 0 in the comparison arm.
    covariates : (n, p) scaled columns without an intercept; ``names`` holds for each
        column the covariate it belongs to.
    binary : whether ``y`` holds zeros and ones.
    cluster : (n,) or None; ``weights``: (n,) with mean one, or None.
    take_up : (n,) took part (0/1), NaN unknown, or None.
    """

    outcome: str
    arm: str
    comparison: str
    y: Floats
    treated: Floats
    covariates: Floats
    names: tuple[str, ...]
    binary: bool = False
    cluster: Integers | None = None
    weights: Floats | None = None
    take_up: Floats | None = None

    @property
    def n(self) -> int:
        """Return the number of rows."""
        return int(self.y.shape[0])

    @property
    def n_treated(self) -> int:
        """Return the number of rows in the arm."""
        return int(self.treated.sum())

    @property
    def mass(self) -> Floats:
        """Return the observation weights, (n,); ones without weights."""
        return np.ones(self.n) if self.weights is None else self.weights

    @property
    def units(self) -> tuple[int, int]:
        """Return the independent units (clusters, else rows) of the arm and the comparison."""
        arms = (self.treated == 1, self.treated == 0)
        if self.cluster is None:
            return int(arms[0].sum()), int(arms[1].sum())
        return np.unique(self.cluster[arms[0]]).size, np.unique(self.cluster[arms[1]]).size

    def with_outcome(self, y: Floats, *, binary: bool = False) -> Comparison:
        """Return the same people with another outcome."""
        return replace(self, y=y, binary=binary)

    def rows(self, keep: Booleans) -> Comparison:
        """Return the comparison of the kept rows."""
        return replace(
            self,
            y=self.y[keep],
            treated=self.treated[keep],
            covariates=self.covariates[keep],
            cluster=None if self.cluster is None else self.cluster[keep],
            weights=None if self.weights is None else self.weights[keep],
            take_up=None if self.take_up is None else self.take_up[keep],
        )

    def effect(
        self,
        estimate: Estimate,
        method: Method,
        estimand: Estimand,
        comparison_mean: float,
        level: float,
    ) -> Effect:
        """Return ``estimate`` as an effect of this comparison."""
        low, high = estimate.interval(level)
        return Effect(
            outcome=self.outcome,
            arm=self.arm,
            comparison=self.comparison,
            method=method,
            estimand=estimand,
            estimate=estimate.value,
            standard_error=estimate.standard_error,
            low=low,
            high=high,
            n_treated=self.n_treated,
            n_comparison=self.n - self.n_treated,
            comparison_mean=comparison_mean,
            level=level,
            degrees_of_freedom=estimate.degrees_of_freedom,
            clusters=estimate.clusters,
        )


def comparison_of(
    pair: TrialTable, outcome: Outcome, covariates: tuple[Covariate, ...] | None = None
) -> Comparison | None:
    """Return the comparison of a two-arm trial on ``outcome``: the rows that have a value.

    ``covariates`` replaces the trial's; rows of weight zero are left out. None when
    fewer than two people with a value are left in an arm: nothing can then be said.
    """
    given = [each for each in (pair.weights, outcome.weights) if each is not None]
    mass = np.prod(given, axis=0) if given else None
    seen = outcome.observed if mass is None else outcome.observed & (mass > 0)
    if min(np.bincount(pair.arm[seen], minlength=2)) < 2:
        return None
    kept = (pair if covariates is None else replace(pair, covariates=covariates)).rows(seen)
    treated = (kept.arm == 1).astype(float)
    blocks = [(c.name, covariate_matrix([c], kept.n)[0]) for c in kept.covariates]
    weights = None if mass is None else mass[seen] / mass[seen].mean()
    return Comparison(
        outcome=outcome.name,
        arm=pair.arms[1].code,
        comparison=pair.arms[0].code,
        y=outcome.values[seen],
        treated=treated,
        covariates=np.hstack([np.empty((kept.n, 0)), *(block for _, block in blocks)]),
        names=tuple(name for name, block in blocks for _ in range(block.shape[1])),
        binary=outcome.scale is Scale.BINARY and bool(np.isin(outcome.values[seen], (0, 1)).all()),
        cluster=kept.cluster,
        weights=weights,
        take_up=kept.take_up,
    )
