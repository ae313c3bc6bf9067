"""Predeclared groups: who belongs to them, and what the measure does in each, pooled.

A group is a rule on features, so that a new person can be placed. Its effect is the mean
doubly robust score of its people; the groups are then drawn together by the evidence
core (:mod:`streekwerk.evidence.cards.pooling`) as far as chance explains their
differences.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.benefit.features import Feature, rounded
from streekwerk.evidence.benefit.scores import Scores
from streekwerk.evidence.cards.pooling import pool
from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.trial.table import Booleans, Floats, Integers
from streekwerk.vocabulary.language import Text

MOST_GROUPS = 8
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Condition:
    """A feature from ``low`` up to but not including ``high``, or one of ``levels``."""

    feature: str
    low: float | None = None
    high: float | None = None
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRule:
    """A group that was named before anything was counted; all conditions must hold."""

    name: Text
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class GroupBenefit:
    """The effect in a group.

    Attributes
    ----------
    rule : who belongs to it.
    n_treated, n_comparison : people of it in each arm.
    share : of the estimand's people.
    own, own_error : the group's own figure; None with too few people.
    pooled, deviation : after drawing the groups together; centred on the card's average.
    without : the group's average outcome without the measure.
    """

    rule: GroupRule
    n_treated: int
    n_comparison: int
    share: float
    own: float | None
    own_error: float | None
    pooled: float | None
    deviation: float | None
    without: float | None


def declared(groups: Sequence[GroupRule], features: Sequence[Feature]) -> tuple[GroupRule, ...]:
    """Return ``groups`` if there are at most eight and all are rules on ``features``."""
    if len(groups) > MOST_GROUPS:
        raise ValueError(f"at most {MOST_GROUPS} groups are declared beforehand, got {len(groups)}")
    known = {feature.name for feature in features}
    for group in groups:
        for condition in group.conditions:
            if condition.feature not in known:
                raise ValueError(
                    f"group {group.name.en!r} is a rule on {condition.feature!r}, "
                    f"which is not a feature"
                )
    return tuple(groups)


def members(groups: Sequence[GroupRule], features: Sequence[Feature], values: Floats) -> Integers:
    """Return the first group whose conditions hold for each row, (n,); -1 is none of them.

    ``values`` is (n, features); an unknown value (NaN) holds for no condition.
    """
    found = np.full(values.shape[0], NOBODY, dtype=np.int64)
    for number, group in reversed(list(enumerate(groups))):
        holds = np.ones(values.shape[0], dtype=np.bool_)
        for condition in group.conditions:
            holds &= _holds(condition, features, values)
        found[holds] = number
    return found


def _holds(condition: Condition, features: Sequence[Feature], values: Floats) -> Booleans:
    place = [feature.name for feature in features].index(condition.feature)
    column = values[:, place]
    if condition.levels:
        codes = [features[place].levels.index(level) for level in condition.levels]
        return np.isin(column, codes)
    low = -math.inf if condition.low is None else condition.low
    high = math.inf if condition.high is None else condition.high
    with np.errstate(invalid="ignore"):
        return np.asarray((column >= low) & (column < high))


@dataclass(frozen=True, slots=True)
class OwnEffect:
    """Each group's own effect before pooling, (groups,); NaN where there are too few people.

    ``share`` of the estimand's people; ``without``: the outcome without the measure.
    """

    estimate: Floats
    error: Floats
    share: Floats
    without: Floats


def own_effects(
    comparison: Comparison, scores: Scores, group: Integers, count: int, least: int
) -> OwnEffect:
    """Return the mean score of each of ``count`` groups with its standard error, (count,).

    ``group`` is (n,); a group with fewer than ``least`` people in an arm has none.
    """
    estimate, error = np.full(count, np.nan), np.full(count, np.nan)
    share, without = np.zeros(count), np.full(count, np.nan)
    for number in range(count):
        mine = group == number
        if not mine.any():
            continue
        share[number] = scores.tilt[mine].sum() / scores.tilt.sum()
        if min(comparison.rows(mine).units) < least:
            continue
        estimate[number], error[number] = scores.mean(mine)
        without[number] = scores.without(mine)
    return OwnEffect(estimate, error, share, without)


def pooled_effects(own: OwnEffect, believed: float, average: float) -> tuple[Floats, Floats]:
    """Return the pooled effect and its standard deviation per group, (groups,); NaN is unknown.

    ``believed`` is the scale of the prior on the spread between groups. The pooled effects
    are shifted so that, weighted by ``own.share``, they average to ``average``.
    """
    mean, deviation = np.full(own.estimate.size, np.nan), np.full(own.estimate.size, np.nan)
    shown = np.isfinite(own.estimate) & (own.error > 0)
    if shown.sum() < 2 or believed <= 0:
        return mean, deviation
    pooled = pool(own.estimate[shown], own.error[shown], believed)
    centre = float(np.average(pooled.mean, weights=own.share[shown]))
    mean[shown] = pooled.mean - centre + average
    deviation[shown] = pooled.deviation
    return mean, deviation


def described(
    groups: Sequence[GroupRule],
    comparison: Comparison,
    group: Integers,
    own: OwnEffect,
    pooled: tuple[Floats, Floats],
) -> tuple[GroupBenefit, ...]:
    """Return the groups with their figures, as they are stored."""
    return tuple(
        GroupBenefit(
            rule,
            *comparison.rows(group == k).units,
            rounded(float(own.share[k])),
            *(
                rounded(float(figure[k])) if np.isfinite(figure[k]) else None
                for figure in (own.estimate, own.error, *pooled, own.without)
            ),
        )
        for k, rule in enumerate(groups)
    )
