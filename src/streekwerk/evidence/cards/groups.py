"""For whom: eight groups, named before anything was counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.cards.card import GroupResult
from streekwerk.evidence.cards.cells import people, smallest_class
from streekwerk.evidence.cards.pooling import Pooled, pool
from streekwerk.evidence.effects.comparison import comparison_of
from streekwerk.evidence.effects.regression import adjusted
from streekwerk.evidence.results.effect import Effect, Estimand, Method
from streekwerk.evidence.saying import say
from streekwerk.evidence.trial.table import (
    Booleans,
    CategoricalCovariate,
    Floats,
    NumericCovariate,
    TrialTable,
)
from streekwerk.registers.codes import Household
from streekwerk.vocabulary.language import Text, join

DIFFER_P = 0.05
# Spread between groups that is believed beforehand, in standard deviations of the outcome.
_BELIEVED_SPREAD = 0.15
AGE = Text("leeftijd", "age")
DURATION = Text("uitkeringsduur", "time on benefit")
HOUSEHOLD = Text("leefvorm", "household")


@dataclass(frozen=True, slots=True)
class Group:
    """A group within a dimension and who belongs to it, (n,)."""

    dimension: Text
    name: Text
    member: Booleans


def groups_of(table: TrialTable) -> tuple[Group, ...]:
    """Return the predeclared groups of an emulated trial: age, duration and household."""
    age = _numbers(table, "age")
    months = 12 * np.expm1(_numbers(table, "log_duration"))
    single, parent = (_level(table, each) for each in (Household.SINGLE, Household.SINGLE_PARENT))
    return (
        Group(AGE, Text("jonger dan 27", "under 27"), age < 27),
        Group(AGE, Text("27 tot en met 49", "27 to 49"), (age >= 27) & (age < 50)),
        Group(AGE, Text("50 en ouder", "50 and over"), age >= 50),
        Group(DURATION, Text("korter dan twee jaar", "less than two years"), months < 23.5),
        Group(DURATION, Text("twee jaar of langer", "two years or more"), months >= 23.5),
        Group(HOUSEHOLD, Text("alleenstaand", "single"), single),
        Group(HOUSEHOLD, Text("alleenstaande ouder", "single parent"), parent),
        Group(HOUSEHOLD, Text("paar of anders", "couple or other"), ~single & ~parent),
    )


def group_results(
    table: TrialTable, outcome: str, estimand: Estimand, least: int
) -> tuple[tuple[GroupResult, ...], Text | None]:
    """Return the effect in every group and a sentence on whether groups differ.

    Effects are regression-adjusted; the sentence is None when fewer than two groups of
    any dimension can be shown. Whether groups differ is tested for all dimensions
    together (Bonferroni).
    """
    results: list[GroupResult] = []
    tests: list[tuple[Text, float]] = []
    groups = groups_of(table)
    for dimension in dict.fromkeys(group.dimension for group in groups):
        mine = [group for group in groups if group.dimension == dimension]
        effects = [_effect(table, g.member, outcome, estimand, least) for g in mine]
        pooled = _pooled(effects, _spread(table, outcome))
        if pooled is not None:
            tests.append((dimension, pooled.p_value))
        results += _results(table, mine, effects, pooled)
    return tuple(results), _difference(tests)


def _results(
    table: TrialTable, groups: list[Group], effects: list[Effect | None], pooled: Pooled | None
) -> Iterator[GroupResult]:
    shown = 0
    for group, effect in zip(groups, effects, strict=True):
        drawn = None
        if effect is not None and pooled is not None:
            drawn = pooled.interval(shown)
        shown += effect is not None
        counts = [people(table, group.member & (table.arm == k)) for k in (1, 0)]
        yield GroupResult(group.dimension, group.name, counts[0], counts[1], effect, drawn)


def _effect(
    whole: TrialTable, member: Booleans, outcome: str, estimand: Estimand, least: int
) -> Effect | None:
    if min(people(whole, member & (whole.arm == k)) for k in (0, 1)) < least:
        return None
    table = whole.rows(member)
    measured = table.outcome(outcome)
    if smallest_class(table, measured) < least:
        return None
    comparison = comparison_of(table, measured)
    if comparison is None:
        return None
    found = adjusted(comparison, estimand)
    return comparison.effect(
        found.estimate, Method.REGRESSION_ADJUSTED, estimand, found.comparison_mean, 0.95
    )


def _pooled(effects: list[Effect | None], spread: float) -> Pooled | None:
    shown = [e for e in effects if e is not None and e.standard_error > 0]
    if len(shown) < 2 or len(shown) < sum(e is not None for e in effects) or spread == 0:
        return None
    estimates = np.array([e.estimate for e in shown])
    errors = np.array([e.standard_error for e in shown])
    return pool(estimates, errors, _BELIEVED_SPREAD * spread)


def _difference(tests: list[tuple[Text, float]]) -> Text | None:
    if not tests:
        return None
    differing = [dimension for dimension, p in tests if p * len(tests) < DIFFER_P]
    if not differing:
        return Text(
            "Dat het voor de ene groep anders werkt dan voor de andere, is niet aangetoond.",
            "That it works differently for one group than for another has not been shown.",
        )
    return say(
        "Het effect verschilt waarschijnlijk naar {what}.",
        "The effect probably differs by {what}.",
        what=join(differing, ", "),
    )


def _spread(table: TrialTable, outcome: str) -> float:
    return float(np.nanstd(table.outcome(outcome).values))


def _numbers(table: TrialTable, name: str) -> Floats:
    for covariate in table.covariates:
        if covariate.name == name and isinstance(covariate, NumericCovariate):
            return covariate.values
    raise ValueError(f"an emulated trial has the number {name!r} among its covariates")


def _level(table: TrialTable, household: Household) -> Booleans:
    for covariate in table.covariates:
        if covariate.name == "household" and isinstance(covariate, CategoricalCovariate):
            return np.asarray(covariate.codes == covariate.levels.index(household.label.nl))
    raise ValueError("an emulated trial has the household among its covariates")
