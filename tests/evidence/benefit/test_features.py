"""What the effect may differ by: refused names, unknown values, the edge of the data."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from tests.evidence.benefit import people

from streekwerk.evidence.benefit.features import (
    TYPICAL,
    Feature,
    FeatureValues,
    columns_of,
    feature_values,
    filled,
    inside,
    supports,
)
from streekwerk.evidence.benefit.sample import sample_of
from streekwerk.evidence.simulate.municipality import confounded_binary
from streekwerk.evidence.trial.table import CategoricalCovariate, NumericCovariate
from streekwerk.vocabulary.language import Text
from streekwerk.vocabulary.protected import ProtectedFeatureError

T = Text("x", "x")


@pytest.mark.parametrize("name", ["geboorteland", "nationality", "Achternaam", "postcode4"])
def test_a_protected_feature_is_refused_by_name(name: str) -> None:
    whole = people.sample(60)
    bad = FeatureValues(Feature(name, T), whole.features[0].values)
    with pytest.raises(ProtectedFeatureError, match=name):
        replace(whole, features=(*whole.features, bad))


def test_a_protected_feature_is_refused_by_its_label_too() -> None:
    whole = people.sample(60)
    bad = FeatureValues(Feature("q7", Text("Nationaliteit", "Q7")), whole.features[0].values)
    with pytest.raises(ProtectedFeatureError):
        replace(whole, features=(bad,))


def test_a_protected_covariate_of_a_trial_is_never_a_feature() -> None:
    trial = confounded_binary(80, np.random.default_rng(1)).trial
    covariate = NumericCovariate("herkomst", T, np.arange(80.0))
    with_it = replace(trial, covariates=(*trial.covariates, covariate))
    with pytest.raises(ProtectedFeatureError):
        sample_of(with_it, "work", ("x1", "herkomst"))
    with pytest.raises(KeyError, match="'x99'"):
        sample_of(trial, "work", ("x99",))


def test_a_feature_is_named_once() -> None:
    whole = people.sample(60)
    with pytest.raises(ValueError, match="named once"):
        replace(whole, features=(whole.features[0], whole.features[0]))


def test_covariates_become_features_with_unknown_as_nan() -> None:
    number = NumericCovariate("a", T, np.array([1.0, np.nan]))
    category = CategoricalCovariate("b", T, ("p", "q"), np.array([1, -1]))
    a, b = feature_values([number, category], ["a", "b"])
    assert a.feature.levels == ()
    assert b.feature.levels == ("p", "q")
    assert b.values[0] == 1
    assert math.isnan(b.values[1])


def test_columns_are_the_number_or_one_for_each_level() -> None:
    values = np.array([[30.0, 5.0, 2.0]])
    columns = columns_of([people.AGE, people.MONTHS, people.HOUSEHOLD], values)
    assert columns.tolist() == [[30, 5, 0, 0, 1, 0]]


def test_support_is_where_both_arms_had_people() -> None:
    whole = people.sample(600)
    treated = whole.comparison.treated
    age, _, household = supports(whole.features, treated, 10, np.random.default_rng(0))
    assert 18 < age.low < 20
    assert 62 < age.high < 64
    assert household.levels_seen == ("alleen", "met kind", "paar")
    assert household.holds(household.number("paar"))
    assert not household.holds(household.number("anders"))
    assert not household.holds(household.number("in een klooster"))
    assert not age.holds(80.0)
    assert age.holds(math.nan)


def test_typical_values_follow_the_distribution_and_are_nobodys_row() -> None:
    whole = people.sample(600)
    known = supports(whole.features, whole.comparison.treated, 10, np.random.default_rng(0))
    ages = np.array(known[0].typical)
    assert ages.size == TYPICAL
    assert abs(ages.mean() - whole.features[0].values.mean()) < 0.3
    assert sorted(ages) != list(ages)
    assert not np.isin(ages, whole.features[0].values).any()
    shares = np.bincount(np.array(known[2].typical, dtype=int), minlength=3) / TYPICAL
    true = np.bincount(whole.features[2].values.astype(int), minlength=3) / 600
    assert np.abs(shares - true).max() <= 1 / TYPICAL


def test_unknown_values_are_drawn_from_the_known_so_that_nothing_is_learnt_of_them() -> None:
    whole = people.blanked(people.sample(600), 1, 3)
    values = filled(whole.features, np.random.default_rng(0))
    assert np.isfinite(values).all()
    blank = np.isnan(whole.features[1].values)
    assert np.isin(values[blank, 1], whole.features[1].values[~blank]).all()
    assert abs(values[blank, 1].mean() - values[~blank, 1].mean()) < 4


def test_rows_outside_are_told() -> None:
    whole = people.sample(300)
    known = supports(whole.features, whole.comparison.treated, 10, np.random.default_rng(0))
    rows = np.array([[40.0, 20.0, 0.0], [15.0, 20.0, 0.0], [40.0, 20.0, 3.0], [np.nan] * 3])
    assert inside(known, rows).tolist() == [True, False, False, True]


@pytest.mark.parametrize(("feature", "value"), [("age", "veertig"), ("household", 2)])
def test_a_value_of_the_wrong_kind_is_an_error(feature: str, value: object) -> None:
    whole = people.sample(300)
    known = supports(whole.features, whole.comparison.treated, 10, np.random.default_rng(0))
    chosen = next(each for each in known if each.feature.name == feature)
    with pytest.raises(TypeError, match=feature):
        chosen.number(value)
