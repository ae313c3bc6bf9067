"""The people to learn from: one comparison on one outcome, with the features it may differ by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.benefit.features import FeatureValues, allowed, feature_values
from streekwerk.evidence.effects.comparison import Comparison, comparison_of
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.effect import Effect, Estimand
from streekwerk.evidence.results.evaluation import OutcomeLabel
from streekwerk.evidence.trial.table import Booleans, Floats, TrialTable
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Anchor:
    """The average effect as the card gives it, its standard error, and the outcome without it."""

    value: float
    standard_error: float
    without: float

    @classmethod
    def of(cls, effect: Effect) -> Anchor:
        """Return the anchor of a card's leading figure."""
        return cls(effect.estimate, effect.standard_error, effect.comparison_mean)


@dataclass(frozen=True, slots=True)
class Sample:
    """What :func:`streekwerk.evidence.benefit.fit.fit` learns from.

    Attributes
    ----------
    title : what is compared, for people.
    outcome : what it is an effect on.
    comparison : the arrays: outcome, arm, everything the design adjusts for, weights and
        clusters, (n, ...). All of it serves to compare fairly; none of it is a feature.
    features : what the effect may differ by, each (n,). Names of protected traits are refused.
    estimand : whose average the effect is; that of the card.
    anchor : the average the card shows; computed here when there is none.
    verdict : of the design; red means that nothing is said.
    precision : (n,) how much a row adds to what forests learn, for people with several
        rows; None is one each. Averages and intervals take ``comparison.cluster`` instead.
    """

    title: Text
    outcome: OutcomeLabel
    comparison: Comparison
    features: tuple[FeatureValues, ...]
    estimand: Estimand = Estimand.OVERLAP
    anchor: Anchor | None = None
    verdict: Light | None = None
    precision: Floats | None = None

    def __post_init__(self) -> None:
        allowed(self.features)
        for each in self.features:
            if each.values.shape != (self.comparison.n,):
                raise ValueError(
                    f"{each.feature.name} has shape {each.values.shape}, "
                    f"expected ({self.comparison.n},)"
                )

    def rows(self, keep: Booleans) -> Sample:
        """Return the sample of the kept rows, without the anchor: that was of everybody."""
        return Sample(
            self.title,
            self.outcome,
            self.comparison.rows(keep),
            tuple(FeatureValues(f.feature, f.values[keep]) for f in self.features),
            self.estimand,
            None,
            self.verdict,
            None if self.precision is None else self.precision[keep],
        )

    def fingerprint(self) -> str:
        """Return a SHA-256 over every number that is learnt from, as 64 hex digits."""
        c = self.comparison
        digest = hashlib.sha256(repr((self.estimand, self.anchor, c.names)).encode())
        arrays = [c.y, c.treated, c.covariates, *(f.values for f in self.features)]
        optional = (c.weights, c.cluster, self.precision)
        arrays += [a.astype(np.float64) for a in optional if a is not None]
        for each in self.features:
            digest.update(repr(each.feature).encode())
        for array in arrays:
            digest.update(np.ascontiguousarray(array, dtype="<f8").tobytes())
        return digest.hexdigest()


def sample_of(
    pair: TrialTable,
    outcome: str,
    features: tuple[str, ...],
    *,
    estimand: Estimand = Estimand.OVERLAP,
    anchor: Anchor | None = None,
    verdict: Light | None = None,
) -> Sample | None:
    """Return the sample of a two-arm trial: whoever has the outcome and a weight.

    ``features`` are names of covariates. None when fewer than two people are left in an arm.

    Raises
    ------
    ProtectedFeatureError : a feature's name tells of a protected trait.
    KeyError : a feature is not among the covariates.
    """
    measured = pair.outcome(outcome)
    comparison = comparison_of(pair, measured)
    if comparison is None:
        allowed(feature_values(pair.covariates, features))
        return None
    seen = measured.observed if pair.weights is None else measured.observed & (pair.weights > 0)
    o = measured
    label = OutcomeLabel(
        o.name, o.label, o.scale, o.horizon_months, o.unit, o.event, o.higher_is_better
    )
    kept = pair.rows(seen)
    return Sample(
        pair.title,
        label,
        comparison,
        feature_values(kept.covariates, features),
        estimand,
        anchor,
        verdict,
    )
