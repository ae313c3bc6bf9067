"""The design report: the key that opens the outcomes.

It is made from a sealed trial, in which every outcome value is a one or a
blank: who has a value may be seen, the value may not.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from streekwerk.evidence.design import attrition, balance, overlap, placebo
from streekwerk.evidence.design.rules import RULES, DesignRules
from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.nuisance.family import Helpers, fit_chance
from streekwerk.evidence.effects.nuisance.folds import draw_folds, fold_count
from streekwerk.evidence.effects.observational import FOLDS
from streekwerk.evidence.effects.side_by_side import Effort
from streekwerk.evidence.effects.weighting import effective_size, estimand_weights
from streekwerk.evidence.results.check import Check, Light
from streekwerk.evidence.results.design import ArmDesign, DesignReport
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.trial.table import (
    Assignment,
    Floats,
    TrialTable,
    covariate_matrix,
)
from streekwerk.vocabulary.language import Text, join


def design_report(
    trial: TrialTable,
    rng: np.random.Generator,
    *,
    rules: DesignRules = RULES,
    effort: Effort | None = None,
) -> DesignReport:
    """Judge the design of ``trial``, every arm against the first, without reading an outcome.

    ``rng`` draws the cross-fitting splits. The report carries the fingerprint of
    ``trial``; only that very trial can be evaluated with it. ``effort`` limits the work on
    the placebos of an observational comparison; None suits it to the number of people, and
    takes trees when there are enough of them, as the effects do by default.
    """
    sealed = seal(trial)
    streams = rng.spawn(len(trial.arms) - 1)
    pairs = [(sealed.two_arms(k), stream) for k, stream in enumerate(streams, start=1)]
    if trial.assignment is Assignment.RANDOMISED:
        arms = tuple(_judge_drawn(pair, stream, rules) for pair, stream in pairs)
    else:
        arms = tuple(_judge_weighted(pair, stream, rules, effort) for pair, stream in pairs)
    return DesignReport(trial.fingerprint(), arms)


def seal(trial: TrialTable) -> TrialTable:
    """Return the trial with every outcome value hidden: 1 where there is one, else NaN.

    Rows of weight zero are left out.
    """
    hidden = tuple(replace(o, values=np.where(o.observed, 1.0, np.nan)) for o in trial.outcomes)
    sealed = replace(trial, outcomes=hidden, take_up=None)
    return sealed if trial.weights is None else sealed.rows(trial.weights > 0)


def _judge_drawn(pair: TrialTable, rng: np.random.Generator, rules: DesignRules) -> ArmDesign:
    """Judge an experiment: the draw, and what happened to it afterwards."""
    treated = (pair.arm == 1).astype(float)
    mass = _mass(pair)
    even = np.full(pair.n, 0.5)
    weights = estimand_weights(treated, even, Estimand.ATE, mass)
    rows = balance.balance_rows(pair, weights)
    matrix, _ = covariate_matrix(pair.covariates, pair.n)
    test = balance.joint_test(matrix, treated, pair.cluster)
    pre = placebo.judge(placebo.placebos(pair, Estimand.ATE, rng), pair.assignment, rules)
    checks = [
        balance.judge_drawn(test, rows, rules),
        pre,
        attrition.missingness(pair, rules),
        attrition.attrition(pair, rules),
    ]
    reason = Text(
        "Door de loting is het effect het gemiddelde over iedereen in de vergelijking.",
        "Because of the draw the effect is the average over everyone compared.",
    )
    found = tuple(c for c in checks if c is not None)
    sizes = effective_size(mass * treated), effective_size(mass * (1 - treated))
    return ArmDesign(
        arm=pair.arms[1].code,
        comparison=pair.arms[0].code,
        verdict=max(c.light for c in found),
        reason=_verdict_words(found, pair.assignment),
        checks=found,
        balance=rows,
        overlap=None,
        effective_sample_size=sizes,
        estimand=Estimand.ATE,
        estimand_reason=reason,
    )


def _judge_weighted(
    pair: TrialTable, rng: np.random.Generator, rules: DesignRules, effort: Effort | None
) -> ArmDesign:
    """Judge a comparison without a draw: comparable people, balance, placebo, losses."""
    treated = (pair.arm == 1).astype(float)
    mass = _mass(pair)
    splits, placebos = rng.spawn(2)
    chance = _chance(pair, mass, splits, rules)
    target = overlap.choose_target(treated, chance, mass, rules)
    rows = balance.balance_rows(pair, target.weights)
    found = placebo.placebos(pair, target.estimand, placebos, effort)
    checks = [
        balance.judge_weighted(rows, target.weights.effective_sizes, rules),
        overlap.judge_overlap(target),
        overlap.judge_sizes(target, rules),
        placebo.judge(found, pair.assignment, rules),
        attrition.missingness(pair, rules),
        attrition.attrition(pair, rules),
    ]
    kept = tuple(c for c in checks if c is not None)
    return ArmDesign(
        arm=pair.arms[1].code,
        comparison=pair.arms[0].code,
        verdict=max(c.light for c in kept),
        reason=_verdict_words(kept, pair.assignment),
        checks=kept,
        balance=rows,
        overlap=overlap.histogram(treated, chance),
        effective_sample_size=target.weights.effective_sizes,
        estimand=target.estimand,
        estimand_reason=target.reason,
        refused=target.refused,
    )


def _chance(pair: TrialTable, mass: Floats, rng: np.random.Generator, rules: DesignRules) -> Floats:
    """Return the cross-fitted chance of the arm, (n,), averaged over a few splits."""
    matrix, names = covariate_matrix(pair.covariates, pair.n)
    treated = (pair.arm == 1).astype(float)
    people = Comparison(
        "", pair.arms[1].code, pair.arms[0].code, treated, treated, matrix, names,
        cluster=pair.cluster, weights=mass,
    )  # fmt: skip
    count = fold_count(people, FOLDS)
    if count < 2 or matrix.shape[1] == 0:
        return np.full(pair.n, float(np.average(treated, weights=mass)))
    helpers = Helpers()
    drawn = [
        fit_chance(people, draw_folds(people, count, rng), helpers) for _ in range(rules.splits)
    ]
    mean: Floats = np.mean(drawn, axis=0)
    return mean


def _mass(pair: TrialTable) -> Floats:
    return np.ones(pair.n) if pair.weights is None else pair.weights / pair.weights.mean()


def _verdict_words(checks: tuple[Check, ...], assignment: Assignment) -> Text:
    """Say the verdict: the reasons of the worst light, or why it is green."""
    worst = max(c.light for c in checks)
    if worst is not Light.GREEN:
        return join([c.reason for c in checks if c.light is worst])
    if assignment is Assignment.RANDOMISED:
        return Text(
            "Er is geloot en de groepen zijn daarna gelijk gebleven.",
            "There was a draw and the groups have stayed alike since.",
        )
    return Text(
        "De groepen zijn vergelijkbaar op alles wat van vóór de start bekend is. Wat niet bekend "
        "is, kan nog verschillen.",
        "The groups are comparable on everything known from before the start. What is not known "
        "may still differ.",
    )
