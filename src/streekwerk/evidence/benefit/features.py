"""The features an effect may differ by, and what is known of them in the data.

Names that tell of a protected trait are refused. A value that is not known is never
filled in with a guess about the person: the effect is averaged over what people in the
data have (``typical``), so that silence neither helps nor harms.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.trial.table import Booleans, CategoricalCovariate, Covariate, Floats
from streekwerk.vocabulary.language import Text
from streekwerk.vocabulary.protected import refuse_protected

Person = Mapping[str, object]
"""What is known of somebody, by the names of features; other names are ignored."""

TYPICAL = 32
"""In how many equal parts the observed distribution of a feature is remembered."""
_EDGE = 0.005
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Feature:
    """A number or, with ``levels``, a category that people differ in before time zero."""

    name: str
    label: Text
    levels: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """Return how many columns the feature takes."""
        return len(self.levels) or 1


@dataclass(frozen=True, slots=True)
class FeatureValues:
    """A feature of everybody in the data: ``values`` (n,), a level's index; unknown is NaN."""

    feature: Feature
    values: Floats


@dataclass(frozen=True, slots=True)
class Support:
    """A feature as the data knew it.

    Attributes
    ----------
    low, high : the range within which both arms had people (99 % of each arm).
    levels_seen : for a category, the levels with enough people in both arms.
    typical : values at 32 equally likely places of the observed distribution.
    """

    feature: Feature
    low: float
    high: float
    levels_seen: tuple[str, ...]
    typical: tuple[float, ...]

    def number(self, value: object) -> float:
        """Return ``value`` as the number that the columns are made of; unknown is NaN.

        A level that the feature does not have is infinite: known, but never seen.
        Raises TypeError when a category is given a number or the other way round.
        """
        if value is None:
            return math.nan
        if self.feature.levels:
            if not isinstance(value, str):
                raise TypeError(f"{self.feature.name} is a category, got {value!r}")
            known = self.feature.levels
            return float(known.index(value)) if value in known else math.inf
        if not isinstance(value, int | float):
            raise TypeError(f"{self.feature.name} is a number, got {value!r}")
        return float(value)

    def holds(self, number: float) -> bool:
        """Whether people like this, on this feature, were in both arms; unknown is."""
        if math.isnan(number):
            return True
        if self.feature.levels:
            return math.isfinite(number) and self.feature.levels[int(number)] in self.levels_seen
        return self.low <= number <= self.high


def allowed(features: Sequence[FeatureValues]) -> tuple[FeatureValues, ...]:
    """Return ``features`` if none of them is protected and all are named once.

    Raises
    ------
    ProtectedFeatureError : a name tells of a protected trait.
    ValueError : a name occurs twice.
    """
    names = [each.feature.name for each in features]
    refuse_protected([*names, *(each.feature.label.nl for each in features)])
    if len(set(names)) < len(names):
        raise ValueError(f"a feature may be named once, got {names}")
    return tuple(features)


def feature_values(
    covariates: Sequence[Covariate], names: Sequence[str]
) -> tuple[FeatureValues, ...]:
    """Return the covariates called ``names`` as features; KeyError names one that is missing."""
    known = {covariate.name: covariate for covariate in covariates}
    missing = [name for name in names if name not in known]
    if missing:
        raise KeyError(f"no covariate {missing[0]!r}; known: {', '.join(known)}")
    return tuple(_values(known[name]) for name in names)


def supports(
    features: Sequence[FeatureValues], treated: Floats, least: int, rng: np.random.Generator
) -> tuple[Support, ...]:
    """Return what is known of every feature.

    ``least`` people in each arm make a level known. ``rng`` puts the typical values of
    every feature in an order of its own, so that no row of them is a person.
    """
    return tuple(_support(each, treated, least, rng) for each in features)


def filled(features: Sequence[FeatureValues], rng: np.random.Generator) -> Floats:
    """Return the values (n, features) to learn from; unknown ones drawn from the known.

    Nothing can then be learnt from a value being unknown. A feature that nobody has is 0.
    """
    columns = []
    for each in features:
        known = each.values[~np.isnan(each.values)]
        drawn = rng.choice(known, each.values.size) if known.size else np.zeros(each.values.size)
        columns.append(np.where(np.isnan(each.values), drawn, each.values))
    return np.column_stack(columns)


def columns_of(features: Sequence[Feature], values: Floats) -> Floats:
    """Return the columns (n, width) that trees split on: a number, or one per level."""
    blocks = [
        (values[:, [j]] == np.arange(feature.width)).astype(np.float64)
        if feature.levels
        else values[:, [j]]
        for j, feature in enumerate(features)
    ]
    return np.hstack(blocks)


def inside(known: Sequence[Support], values: Floats) -> Booleans:
    """Return whether each row of ``values`` (n, features) lies within what both arms had."""
    return np.array(
        [all(s.holds(float(v)) for s, v in zip(known, row, strict=True)) for row in values],
        dtype=np.bool_,
    )


def _values(covariate: Covariate) -> FeatureValues:
    if isinstance(covariate, CategoricalCovariate):
        feature = Feature(covariate.name, covariate.label, covariate.levels)
        codes = covariate.codes.astype(np.float64)
        return FeatureValues(feature, np.where(codes < 0, np.nan, codes))
    return FeatureValues(Feature(covariate.name, covariate.label), covariate.values)


def _support(each: FeatureValues, treated: Floats, least: int, rng: np.random.Generator) -> Support:
    known = ~np.isnan(each.values)
    arms = [each.values[known & (treated == arm)] for arm in (0, 1)]
    values = each.values[known] if known.any() else np.zeros(1)
    places = (np.arange(TYPICAL) + 0.5) / TYPICAL
    # Between two people for a number, so that it is nobody's own; a category has no between.
    if each.feature.levels or np.unique(values).size <= 2:
        typical = rng.permutation(np.quantile(values, places, method="inverted_cdf"))
    else:
        typical = rng.permutation(np.quantile(values, places))
    low, high = -math.inf, math.inf
    seen: tuple[str, ...] = ()
    if each.feature.levels:
        counts = np.array([np.bincount(a.astype(int), minlength=each.feature.width) for a in arms])
        seen = tuple(
            level
            for level, fewest in zip(each.feature.levels, counts.min(axis=0), strict=True)
            if fewest >= least
        )
        low, high = 0.0, float(each.feature.width - 1)
    elif min(arm.size for arm in arms):
        low = max(float(np.quantile(arm, _EDGE)) for arm in arms)
        high = min(float(np.quantile(arm, 1 - _EDGE)) for arm in arms)
    else:
        low = high = 0.0
    return Support(
        each.feature,
        rounded(low),
        rounded(high),
        seen,
        tuple(rounded(float(value)) for value in typical),
    )


def rounded(value: float) -> float:
    """Return ``value`` to six significant digits: what is stored is what is computed with."""
    return float(f"{value:.{_DIGITS}g}")
