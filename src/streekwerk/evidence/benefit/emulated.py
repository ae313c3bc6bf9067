"""From an emulated target trial to people to learn from, by the features advice may know.

Sequential trials hold people more than once: as a control in several months, and as
somebody who starts later. All rows are used, as on the card. Folds keep a person's rows
together, standard errors count people, and forests learn from a person's rows in an arm as
from one: each has one over their number as its weight. Taking one row of each person was
rejected: the first loses most starts, and a start where there is one looks ahead.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from streekwerk.evidence.benefit.features import Feature, FeatureValues
from streekwerk.evidence.benefit.groups import Condition, GroupRule
from streekwerk.evidence.benefit.sample import Anchor, Sample, sample_of
from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.trial.table import (
    CategoricalCovariate,
    Covariate,
    Floats,
    NumericCovariate,
    TrialTable,
)
from streekwerk.registers.codes import Household
from streekwerk.vocabulary.language import Text

SINGLE, SINGLE_PARENT, COUPLE_OR_OTHER = HOUSEHOLDS = ("single", "single_parent", "couple_or_other")
_YOUNG, _OLD, _LONG = 27.0, 50.0, 24.0
_AGES = (
    (Text("jonger dan 27", "under 27"), Condition("age", high=_YOUNG)),
    (Text("27 tot en met 49", "27 to 49"), Condition("age", low=_YOUNG, high=_OLD)),
    (Text("50 en ouder", "50 and over"), Condition("age", low=_OLD)),
)
_DURATIONS = (
    (
        Text("korter dan twee jaar uitkering", "less than two years on benefit"),
        Condition("months_on_benefit", high=_LONG),
    ),
    (
        Text("twee jaar of langer uitkering", "two years or more on benefit"),
        Condition("months_on_benefit", low=_LONG),
    ),
)

GROUPS = tuple(
    GroupRule(Text(f"{who.nl}, {long.nl}", f"{who.en}, {long.en}"), (age, duration))
    for who, age in _AGES
    for long, duration in _DURATIONS
)
"""Six groups, declared before anything was counted: the cards' ages by their durations."""


def emulated_sample(
    table: TrialTable,
    outcome: str,
    *,
    estimand: Estimand,
    anchor: Anchor | None,
    verdict: Light | None,
    most: int,
    rng: np.random.Generator,
) -> Sample | None:
    """Return the people of an emulated trial to learn from; None with nobody in an arm.

    ``most`` rows bound the time: beyond it a random part of the people is taken. Features
    are those that advice may know and the registers hold: ``age`` in completed years,
    ``months_on_benefit`` and ``household``.
    """
    pair = _part(replace(table, placebos=()), most, rng)
    if np.bincount(pair.arm, minlength=2).min() == 0:
        return None
    bare = sample_of(pair, outcome, (), estimand=estimand, anchor=anchor, verdict=verdict)
    if bare is None:
        return None
    measured = pair.outcome(outcome)
    seen = measured.observed if pair.weights is None else measured.observed & (pair.weights > 0)
    return replace(
        bare,
        features=_features(pair.rows(seen).covariates),
        precision=_once_an_arm(bare.comparison),
    )


def _part(table: TrialTable, most: int, rng: np.random.Generator) -> TrialTable:
    """Return the rows of as many random people as fit in ``most`` rows."""
    if table.n <= most or table.cluster is None:
        return table
    _, person, rows = np.unique(table.cluster, return_inverse=True, return_counts=True)
    order = rng.permutation(rows.size)
    fits = np.zeros(rows.size, dtype=np.bool_)
    fits[order] = np.cumsum(rows[order]) <= most
    return table.rows(fits[person])


def _once_an_arm(comparison: Comparison) -> Floats:
    """Return one over the number of rows that a person has in the arm, (n,)."""
    if comparison.cluster is None:
        return np.ones(comparison.n)
    keys = np.column_stack([comparison.cluster, comparison.treated.astype(np.int64)])
    _, place, rows = np.unique(keys, axis=0, return_inverse=True, return_counts=True)
    share: Floats = 1.0 / rows[place.ravel()]
    return share


def _features(covariates: tuple[Covariate, ...]) -> tuple[FeatureValues, ...]:
    months = 12 * np.expm1(_numbers(covariates, "log_duration"))
    return (
        FeatureValues(
            Feature("age", Text("leeftijd", "age")), np.floor(_numbers(covariates, "age"))
        ),
        FeatureValues(
            Feature("months_on_benefit", Text("uitkeringsduur", "time on benefit")),
            np.round(months),
        ),
        FeatureValues(
            Feature("household", Text("leefvorm", "household"), HOUSEHOLDS),
            _household(covariates),
        ),
    )


def _household(covariates: tuple[Covariate, ...]) -> Floats:
    """Return the household as advice knows it, (n,); NaN is unknown."""
    found = _named(covariates, "household")
    if not isinstance(found, CategoricalCovariate):
        raise TypeError("the household of an emulated trial is a category")
    kinds = {Household.SINGLE.label.nl: SINGLE, Household.SINGLE_PARENT.label.nl: SINGLE_PARENT}
    index = [HOUSEHOLDS.index(kinds.get(level, COUPLE_OR_OTHER)) for level in found.levels]
    return np.where(found.codes < 0, np.nan, np.array(index, dtype=np.float64)[found.codes])


def _numbers(covariates: tuple[Covariate, ...], name: str) -> Floats:
    found = _named(covariates, name)
    if not isinstance(found, NumericCovariate):
        raise TypeError(f"{name} of an emulated trial is a number")
    return found.values


def _named(covariates: tuple[Covariate, ...], name: str) -> Covariate:
    for covariate in covariates:
        if covariate.name == name:
            return covariate
    raise ValueError(f"an emulated trial has {name!r} among its covariates")
