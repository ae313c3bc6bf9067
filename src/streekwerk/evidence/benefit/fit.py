"""Learn what a measure does for whom, and judge how far down that may be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version

import numpy as np
from threadpoolctl import threadpool_limits

from streekwerk import __version__
from streekwerk.evidence.benefit import wording
from streekwerk.evidence.benefit.benefit import Benefit, Level
from streekwerk.evidence.benefit.features import columns_of, filled, rounded, supports
from streekwerk.evidence.benefit.gain import Gain, Slope, gain_of, slope_of
from streekwerk.evidence.benefit.groups import (
    GroupBenefit,
    GroupRule,
    declared,
    described,
    members,
)
from streekwerk.evidence.benefit.learn import Learned, Plan, blend, learn
from streekwerk.evidence.benefit.sample import Anchor, Sample
from streekwerk.evidence.benefit.scores import scores_of
from streekwerk.evidence.benefit.settings import BenefitSettings
from streekwerk.evidence.design.overlap import choose_target
from streekwerk.evidence.design.rules import RULES
from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.nuisance.family import fit_chance
from streekwerk.evidence.effects.nuisance.folds import draw_folds, fold_count
from streekwerk.evidence.effects.observational import FOLDS
from streekwerk.evidence.effects.side_by_side import Effort, side_by_side
from streekwerk.evidence.effects.weighting import estimand_weights
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.trial.table import Floats, Integers
from streekwerk.vocabulary.language import Text

_EFFORT = Effort(linear=3, boosted=0)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was learnt of differences, before it is decided what may be shown."""

    learned: Learned
    groups: tuple[GroupBenefit, ...]
    gain: Gain
    group_gain: Gain
    slope: Slope


def fit(
    sample: Sample,
    groups: Sequence[GroupRule],
    settings: BenefitSettings,
    rng: np.random.Generator,
) -> Benefit:
    """Return the benefit of ``sample``: by person, by one of at most eight ``groups``, or average.

    The same inputs and generator give the same benefit, byte for byte. Raises ValueError for
    more than eight groups or a group that is not a rule on the sample's features.
    """
    rules = declared(groups, [each.feature for each in sample.features])
    values_rng, chance_rng, average_rng, fold_rng, support_rng, seeds = rng.spawn(6)
    comparison = sample.comparison
    with threadpool_limits(limits=1):
        refusal = _refusal(sample, settings)
        if refusal is not None:
            return _nothing(sample, settings, refusal)
        chance = _chance(comparison, settings.splits, chance_rng)
        target = choose_target(comparison.treated, chance, comparison.mass, RULES)
        if not target.feasible:
            return _nothing(sample, settings, wording.NO_OVERLAP)
        average = sample.anchor or _average(sample, average_rng)
        too_few = _too_few_for_differences(sample, chance, settings)
        if too_few:
            return _only_average(sample, settings, average)
        values = filled(sample.features, values_rng)
        found = _differences(sample, values, rules, average, settings, (fold_rng, seeds))
    known = supports(sample.features, comparison.treated, settings.least_for_anything, support_rng)
    level, why = _level(found)
    return replace(
        _only_average(sample, settings, average),
        level=level,
        why=why,
        groups=found.groups,
        supports=known,
        forest=found.learned.forest if level is Level.PERSON or settings.keep_forest else None,
        within=rounded(found.learned.within),
        slope=found.slope,
        gain=found.gain,
        group_gain=found.group_gain,
    )


def _nothing(sample: Sample, settings: BenefitSettings, why: Text) -> Benefit:
    treated, compared = sample.comparison.units
    return Benefit(
        title=sample.title,
        outcome=sample.outcome,
        estimand=sample.estimand,
        level=Level.NOTHING,
        why=why,
        n_treated=treated,
        n_comparison=compared,
        average=None,
        groups=(),
        supports=(),
        forest=None,
        within=0.0,
        widening=settings.widening,
        slope=None,
        gain=None,
        group_gain=None,
        interval_level=settings.level,
        seed=settings.seed,
        code_version=__version__,
        engine=f"stochtree {version('stochtree')}",
        fingerprint=sample.fingerprint(),
    )


def _only_average(sample: Sample, settings: BenefitSettings, average: Anchor) -> Benefit:
    return replace(
        _nothing(sample, settings, wording.TOO_FEW_FOR_DIFFERENCES),
        level=Level.AVERAGE,
        average=Anchor(
            rounded(average.value), rounded(average.standard_error), rounded(average.without)
        ),
    )


def _refusal(sample: Sample, settings: BenefitSettings) -> Text | None:
    """Say why nothing may be said, or None; no outcome's size is looked at."""
    comparison, least = sample.comparison, settings.least_for_anything
    if sample.verdict is Light.RED:
        return wording.RED
    if min(comparison.units) < least:
        return wording.TOO_FEW
    if comparison.binary:
        cells = [
            int(((comparison.treated == arm) & (comparison.y == value)).sum())
            for arm in (0, 1)
            for value in (0, 1)
        ]
        if min(cells) < least:
            return wording.TOO_FEW
    return None if fold_count(comparison, FOLDS) >= 2 else wording.TOO_FEW


def _chance(comparison: Comparison, splits: int, rng: np.random.Generator) -> Floats:
    """Return the chance of the measure as the design report estimates it, (n,)."""
    if comparison.covariates.shape[1] == 0:
        return np.full(comparison.n, np.average(comparison.treated, weights=comparison.mass))
    count = fold_count(comparison, FOLDS)
    drawn = [fit_chance(comparison, draw_folds(comparison, count, rng)) for _ in range(splits)]
    mean: Floats = np.mean(drawn, axis=0)
    return mean


def _average(sample: Sample, rng: np.random.Generator) -> Anchor:
    """Return the average by the method that leads on the evidence cards."""
    found = side_by_side(sample.comparison, sample.estimand, rng, effort=_EFFORT).leading
    return Anchor(found.estimate.value, found.estimate.standard_error, found.comparison_mean)


def _too_few_for_differences(sample: Sample, chance: Floats, settings: BenefitSettings) -> bool:
    comparison, least = sample.comparison, settings.least_for_differences
    weights = estimand_weights(comparison.treated, chance, sample.estimand, comparison.mass)
    smallest = min(*comparison.units, *weights.effective_sizes)
    return (
        smallest < least
        or not sample.features
        or fold_count(comparison, settings.folds) < settings.folds
        or float(np.ptp(comparison.y)) == 0
    )


def _differences(
    sample: Sample,
    values: Floats,
    rules: Sequence[GroupRule],
    average: Anchor,
    settings: BenefitSettings,
    streams: tuple[np.random.Generator, np.random.Generator],
) -> _Found:
    """Learn from everybody, and judge it by learning from part and asking the rest."""
    comparison, (fold_rng, seeds) = sample.comparison, streams
    fold = draw_folds(comparison, settings.folds, fold_rng)
    scores = scores_of(comparison, sample.estimand, fold)
    by_person, by_group = np.empty(comparison.n), np.empty(comparison.n)
    for k in range(settings.folds):
        inner = draw_folds(comparison.rows(fold != k), settings.folds, fold_rng)
        expected = _held_out(sample, values, rules, settings, (fold, k, inner, _seed(seeds)))
        by_person[fold == k], by_group[fold == k] = expected
    wide = scores_of(comparison, sample.estimand, draw_folds(comparison, FOLDS, fold_rng))
    plan = Plan(tuple(rules), settings, settings.forest)
    learned = learn(sample, wide, values, average, plan, _seed(seeds))
    group = members(rules, [each.feature for each in sample.features], values)
    return _Found(
        learned,
        described(rules, comparison, group, learned.own, (learned.pooled, learned.deviation)),
        gain_of(scores, by_person, fold),
        gain_of(scores, by_group, fold),
        slope_of(scores, by_person, fold, settings.slope_prior),
    )


def _held_out(
    sample: Sample,
    values: Floats,
    rules: Sequence[GroupRule],
    settings: BenefitSettings,
    split: tuple[Integers, int, Integers, int],
) -> tuple[Floats, Floats]:
    """Return what is expected of the people of a fold, by person and by group, without them."""
    fold, k, inner, seed = split
    others, here = sample.rows(fold != k), fold == k
    scores = scores_of(others.comparison, sample.estimand, inner)
    average = Anchor(scores.average, 0.0, 0.0)
    plan = Plan(tuple(rules), settings, settings.held_out_forest)
    taught = learn(others, scores, values[~here], average, plan, seed)
    features = [each.feature for each in sample.features]
    group = members(rules, features, values[here])
    drawn = taught.forest.effects(columns_of(features, values[here]))
    expected = blend(drawn, group, average, taught.pooled, taught.deviation, taught.within)
    by_group = np.full(group.size, average.value)
    placed = (group >= 0) & np.isfinite(taught.pooled[group]) if rules else group >= 0
    by_group[placed] = taught.pooled[group[placed]]
    return expected.effect, by_group


def _level(found: _Found) -> tuple[Level, Text]:
    """Return the most precise level whose held-out gain is surely above zero, and why."""
    if found.gain.shown:
        return Level.PERSON, wording.PERSONS
    if found.group_gain.shown:
        return Level.GROUP, wording.GROUPS_ONLY
    return Level.AVERAGE, wording.NO_DIFFERENCES


def _seed(rng: np.random.Generator) -> int:
    return int(rng.integers(1, 2**31 - 1))
