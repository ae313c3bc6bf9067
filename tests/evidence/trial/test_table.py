"""The trial table: what it refuses, how it is cut, and how its covariates become numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from streekwerk.evidence.trial.table import (
    Arm,
    Assignment,
    CategoricalCovariate,
    NumericCovariate,
    Outcome,
    Scale,
    TrialTable,
    column_label,
    covariate_columns,
    covariate_matrix,
)
from streekwerk.vocabulary.language import Text

AGE = NumericCovariate(
    "leeftijd", Text("leeftijd", "age"), np.array([20.0, 30.0, np.nan, 40.0, 30.0, 30.0])
)
SCHOOL = CategoricalCovariate(
    "school", Text("opleiding", "schooling"), ("hoog", "laag"), np.array([0, 1, 1, -1, 1, 1])
)


def trial(**changes: object) -> TrialTable:
    made = TrialTable(
        title=Text("t", "t"),
        assignment=Assignment.RANDOMISED,
        arms=tuple(Arm(code, Text(code, code)) for code in ("0", "a", "b")),
        arm=np.array([0, 1, 2, 0, 1, 2]),
        person=np.array(list("uvwxyz")),
        covariates=(AGE, SCHOOL),
        outcomes=(Outcome("y", Text("y", "y"), Scale.NUMERIC, np.arange(6.0)),),
    )
    return replace(made, **changes)


def test_a_comparison_with_the_first_arm_keeps_only_its_people() -> None:
    pair = trial().two_arms(2)

    assert [arm.code for arm in pair.arms] == ["0", "b"]
    assert pair.arm.tolist() == [0, 1, 0, 1]
    assert pair.person.tolist() == ["u", "w", "x", "z"]
    assert pair.outcomes[0].values.tolist() == [0, 2, 3, 5]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"arms": trial().arms[:1], "arm": np.zeros(6, dtype=int)}, "two or more arms"),
        ({"arm": np.array([0, 1, 3, 0, 1, 2])}, "index outside arms"),
        ({"arm": np.array([0, 1, 1, 0, 1, 1])}, "arms without a person: b"),
        ({"person": np.array(["u"])}, r"person has shape \(1,\), expected \(6,\)"),
        ({"weights": np.array([1, 1, 1, 1, 1, -1.0])}, "finite and"),
    ],
)
def test_what_cannot_be_a_trial_is_refused(changes: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        trial(**changes)


def test_an_unknown_outcome_is_named_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="no outcome 'q'; known: y"):
        trial().outcome("q")


def test_blanks_become_the_mean_with_an_indicator_and_nobody_is_dropped() -> None:
    (age, values), (unknown, blank) = covariate_columns(AGE)

    assert (age, unknown) == ("leeftijd", "leeftijd onbekend")
    assert values.tolist() == [20, 30, 30, 40, 30, 30]
    assert blank.tolist() == [0, 0, 1, 0, 0, 0]


def test_the_most_frequent_level_is_the_one_left_out() -> None:
    names = [name for name, _ in covariate_columns(SCHOOL)]

    assert names == ["school: hoog", "school onbekend"]


def test_columns_are_told_by_the_name_people_use() -> None:
    assert column_label(AGE, "leeftijd") == Text("leeftijd", "age")
    assert column_label(AGE, "leeftijd onbekend") == Text("leeftijd onbekend", "age unknown")
    assert column_label(SCHOOL, "school: hoog") == Text("opleiding: hoog", "schooling: hoog")


def test_the_matrix_is_standardised_and_without_constant_columns() -> None:
    constant = NumericCovariate("c", Text("c", "c"), np.full(6, 7.0))
    matrix, names = covariate_matrix((AGE, SCHOOL, constant), 6)

    assert names == ("leeftijd", "leeftijd onbekend", "school: hoog", "school onbekend")
    np.testing.assert_allclose(matrix.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(matrix.std(axis=0), 1)


def test_the_fingerprint_sees_every_column_and_its_place() -> None:
    swapped = replace(AGE, values=AGE.values[::-1].copy())
    prints = {
        trial().fingerprint(),
        trial(arm=np.array([0, 1, 2, 0, 2, 1])).fingerprint(),
        trial(covariates=(swapped, SCHOOL)).fingerprint(),
        trial(weights=np.ones(6)).fingerprint(),
        trial(assignment=Assignment.OBSERVATIONAL).fingerprint(),
    }

    assert len(prints) == 5
