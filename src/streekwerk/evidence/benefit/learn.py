"""What one set of people teaches: differences between groups and, within them, between people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.benefit.features import columns_of
from streekwerk.evidence.benefit.forest import Forest
from streekwerk.evidence.benefit.groups import (
    GroupRule,
    OwnEffect,
    members,
    own_effects,
    pooled_effects,
)
from streekwerk.evidence.benefit.sample import Anchor, Sample
from streekwerk.evidence.benefit.sampler import ForestData, ForestSettings, draw_forest
from streekwerk.evidence.benefit.scores import Scores
from streekwerk.evidence.benefit.settings import BenefitSettings
from streekwerk.evidence.trial.table import Floats, Integers


@dataclass(frozen=True, slots=True)
class Blend:
    """Expected effect and its standard deviation, each (n,)."""

    effect: Floats
    deviation: Floats


@dataclass(frozen=True, slots=True)
class Learned:
    """Everything that answers for a person.

    Attributes
    ----------
    average : the estimand's average effect.
    own, pooled, deviation : per group, see :mod:`...benefit.groups`; NaN is unknown.
    forest : draws of a person's difference from the average.
    within : variance of the effect within groups, by the forest.
    """

    average: Anchor
    own: OwnEffect
    pooled: Floats
    deviation: Floats
    forest: Forest
    within: float


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn: the declared groups, the settings, and how large a forest."""

    rules: tuple[GroupRule, ...]
    settings: BenefitSettings
    forest: ForestSettings


def learn(
    sample: Sample, scores: Scores, values: Floats, average: Anchor, plan: Plan, seed: int
) -> Learned:
    """Return what ``sample`` teaches; ``values`` (n, features) are filled in."""
    comparison, rules = sample.comparison, plan.rules
    features = [each.feature for each in sample.features]
    group = members(rules, features, values)
    least = plan.settings.least_for_anything
    own = own_effects(comparison, scores, group, len(rules), least)
    believed = plan.settings.believed_spread * float(comparison.y.std())
    pooled, deviation = pooled_effects(own, believed, average.value)
    columns = columns_of(features, values)
    c = comparison
    data = ForestData(c.y, c.treated, scores.chance, c.covariates, columns, sample.precision)
    forest = draw_forest(data, plan.forest, seed)
    drawn = forest.effects(columns)
    centred = forest.shifted(-(scores.tilt @ drawn) / scores.tilt.sum())
    within = _within(drawn - drawn.mean(axis=0), group)
    return Learned(average, own, pooled, deviation, centred, within)


def blend(
    drawn: Floats,
    group: Integers,
    average: Anchor,
    pooled: Floats,
    deviation: Floats,
    within: float,
) -> Blend:
    """Return forest and groups together, weighted by how sure each is of the person.

    ``drawn`` is (n, draws) of differences from the average, ``group`` (n,) with -1 for
    none. A group knows the mean of its people only, so that the spread ``within`` it is
    added to its variance. Both rest on the same people: their errors are taken to move
    together, and no certainty is won by having two.
    """
    by_forest = average.value + drawn.mean(axis=1)
    forest_variance = drawn.var(axis=1) + average.standard_error**2
    placed = (
        (group >= 0) & np.isfinite(pooled[group]) if pooled.size else np.zeros(group.size, bool)
    )
    by_group, group_variance = by_forest.copy(), forest_variance.copy()
    by_group[placed] = pooled[group[placed]]
    group_variance[placed] = np.square(deviation[group[placed]]) + within
    weight = np.where(placed, group_variance / (forest_variance + group_variance), 1.0)
    effect = weight * by_forest + (1 - weight) * by_group
    deviation_ = weight * np.sqrt(forest_variance) + (1 - weight) * np.sqrt(group_variance)
    return Blend(effect, deviation_)


def _within(drawn: Floats, group: Integers) -> float:
    """Return the mean variance within groups over all draws."""
    total = 0.0
    for number in np.unique(group):
        mine = drawn[group == number]
        total += float(mine.var(axis=0).mean()) * mine.shape[0]
    return float(total / drawn.shape[0])
