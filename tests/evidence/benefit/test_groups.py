"""Predeclared groups: who is in them, and their pooled figures against a hand oracle."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm
from tests.evidence.benefit import people

from streekwerk.evidence.benefit.groups import (
    Condition,
    GroupRule,
    OwnEffect,
    declared,
    members,
    own_effects,
    pooled_effects,
)
from streekwerk.evidence.benefit.learn import blend
from streekwerk.evidence.benefit.sample import Anchor
from streekwerk.evidence.benefit.scores import Scores, scores_of
from streekwerk.evidence.effects.nuisance.family import Family, fit_nuisances
from streekwerk.evidence.effects.nuisance.folds import draw_folds
from streekwerk.evidence.effects.weighting import augmented
from streekwerk.evidence.results.effect import Estimand
from streekwerk.vocabulary.language import Text

FEATURES = [people.AGE, people.MONTHS, people.HOUSEHOLD]


def test_a_person_belongs_to_the_group_whose_conditions_hold() -> None:
    values = np.array([[30, 5, 0], [30, 24, 0], [40, 5, 0], [64, 99, 0], [np.nan, 5, 0]])
    assert members(people.RULES, FEATURES, values).tolist() == [0, 1, 2, 3, -1]


def test_a_level_can_be_a_condition_and_the_first_rule_wins() -> None:
    alone = GroupRule(Text("alleen", "alone"), (Condition("household", levels=("alleen",)),))
    rules = (alone, *people.RULES[:2])
    values = np.array([[30.0, 5.0, 0.0], [30.0, 5.0, 2.0]])
    assert members(rules, FEATURES, values).tolist() == [0, 1]


def test_more_than_eight_groups_or_a_rule_on_no_feature_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 8"):
        declared(people.RULES * 3, FEATURES)
    stranger = GroupRule(Text("s", "s"), (Condition("wage", low=0.0),))
    with pytest.raises(ValueError, match="'wage'"):
        declared([stranger], FEATURES)


def test_two_groups_are_pooled_as_by_hand_and_centred_on_the_average() -> None:
    # Two groups of equal errors: given the spread tau, each keeps tau^2 / (s^2 + tau^2) of
    # its distance to the middle; the middle has a flat prior, tau a half-normal one.
    own = OwnEffect(np.array([0.2, 0.0]), np.array([0.1, 0.1]), np.array([0.5, 0.5]), np.zeros(2))
    believed, s = 0.15, 0.1

    def likelihood(tau: float) -> float:
        wide = np.sqrt(2 * (s**2 + tau**2))
        return float(norm.pdf(0.2, 0, wide) * norm.pdf(tau, 0, believed))

    weight = quad(likelihood, 0, 0.6)[0]
    kept = quad(lambda tau: likelihood(tau) * tau**2 / (s**2 + tau**2), 0, 0.6)[0] / weight
    pooled, deviation = pooled_effects(own, believed, average=0.3)
    assert pooled == pytest.approx([0.3 + kept * 0.1, 0.3 - kept * 0.1], abs=2e-3)
    assert np.average(pooled, weights=own.share) == pytest.approx(0.3, abs=1e-12)
    assert (deviation < s).all()
    assert (deviation > s / np.sqrt(2)).all()


def test_a_group_with_too_few_people_has_no_figure_and_one_group_is_not_pooled() -> None:
    own = OwnEffect(
        np.array([0.2, np.nan, 0.1]), np.array([0.1, np.nan, 0.1]), np.full(3, 1 / 3), np.zeros(3)
    )
    pooled, _ = pooled_effects(own, 0.15, 0.0)
    assert np.isnan(pooled).tolist() == [False, True, False]
    alone = OwnEffect(np.array([0.2]), np.array([0.1]), np.ones(1), np.zeros(1))
    assert np.isnan(pooled_effects(alone, 0.15, 0.0)[0]).all()


@pytest.mark.parametrize("estimand", [Estimand.ATE, Estimand.ATT, Estimand.OVERLAP])
def test_scores_average_to_the_cores_own_doubly_robust_estimate(estimand: Estimand) -> None:
    comparison = people.sample(400).comparison
    fold = draw_folds(comparison, 5, np.random.default_rng(0))
    scores = scores_of(comparison, estimand, fold)
    found = augmented(
        comparison, fit_nuisances(comparison, estimand, Family.LINEAR, fold, 0), estimand
    )
    everybody = np.ones(comparison.n, dtype=bool)
    assert scores.average == pytest.approx(found.value)
    assert scores.without(everybody) == pytest.approx(found.comparison_mean)
    error = np.sqrt(np.square(found.influence).sum())
    # The core normalises each arm's residuals, which moves the error in the third digit.
    assert scores.mean(everybody) == pytest.approx((found.value, error), rel=0.01)


def test_group_figures_are_means_of_scores() -> None:
    score = np.array([1.0, 3.0, 0.0, 2.0])
    flat = np.ones(4)
    scores = Scores(score, flat, flat, flat / 2, None)
    comparison = people.made(
        np.array([1.0, 0, 1, 0]), np.array([1.0, 0, 1, 0]), (flat, flat, flat)
    ).comparison
    own = own_effects(comparison, scores, np.array([0, 0, 1, 1]), 3, least=1)
    assert own.estimate[:2].tolist() == [2.0, 1.0]
    assert own.share.tolist() == [0.5, 0.5, 0.0]
    assert own.error[:2] == pytest.approx([np.sqrt(2) / 2] * 2)
    assert np.isnan(own.estimate[2])
    few = own_effects(comparison, scores, np.array([0, 0, 1, 1]), 2, least=2)
    assert np.isnan(few.estimate).all()


def test_forest_and_group_are_weighed_by_how_sure_they_are() -> None:
    # One draw either side of +0.2: forest variance 0.04; group variance 0.03 + 0.01 = 0.04.
    average = Anchor(0.1, 0.0, 0.3)
    drawn = np.array([[0.0, 0.4], [0.0, 0.4]])
    found = blend(
        drawn, np.array([0, -1]), average, np.array([0.1]), np.array([np.sqrt(0.03)]), 0.01
    )
    assert found.effect == pytest.approx([0.5 * 0.3 + 0.5 * 0.1, 0.3])
    # Nothing is won by having two that rest on the same people.
    assert found.deviation == pytest.approx([0.2, 0.2])
