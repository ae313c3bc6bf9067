"""A caseload at once gives each person what they would get alone."""

from datetime import date
from time import perf_counter

import numpy as np
import pytest
from benchmarks.rights import made_up_caseload

from streekwerk.rights import (
    CATALOGUE,
    Case,
    Municipality,
    Truth,
    check_caseload,
    evaluate,
    national_parameters,
    rule,
)

DAY = date(2026, 7, 1)


@pytest.mark.parametrize("day", [date(2024, 6, 1), date(2025, 6, 1), DAY, date(2027, 2, 1)])
def test_a_person_in_a_caseload_gets_the_same_answers_as_alone(day: date) -> None:
    size = 40
    columns = made_up_caseload(size, np.random.default_rng(3))
    parameters = national_parameters()
    ahead = Municipality(ahead_of_law=True)
    together = check_caseload(day, columns, CATALOGUE, parameters, ahead)
    for place in range(size):
        answers = {key: float(column[place]) for key, column in columns.items()}
        alone = evaluate(Case(day, answers, parameters, ahead), CATALOGUE)
        for column, answer in zip(together, alone, strict=True):
            assert column.truths[place] == answer.truth
            for figure in answer.figures:
                found = column.figures[figure.outcome.key][place]
                expected = np.nan if figure.value is None else figure.value
                assert found == pytest.approx(expected, nan_ok=True)


def test_chunks_join_without_a_seam() -> None:
    columns = made_up_caseload(20_000, np.random.default_rng(5))
    rules = [rule("beschut-werk"), rule("loonkostensubsidie")]
    whole = check_caseload(DAY, columns, rules, national_parameters())
    part = {key: column[8_000:8_500] for key, column in columns.items()}
    piece = check_caseload(DAY, part, rules, national_parameters())
    for one, other in zip(whole, piece, strict=True):
        np.testing.assert_array_equal(one.truths[8_000:8_500], other.truths)
        for key, values in other.figures.items():
            np.testing.assert_array_equal(one.figures[key][8_000:8_500], values)


def test_missed_entitlements_are_found() -> None:
    columns = {"doelgroep_lks": np.array([1.0, 1.0, 0.0, np.nan])}
    (found,) = check_caseload(DAY, columns, [rule("begeleiding-werkplek")], national_parameters())
    assert found.count(Truth.YES) == 2
    assert found.count(Truth.UNKNOWN) == 1
    assert list(found.missed(np.array([True, False, False, False]))) == [1]


def test_an_empty_caseload_and_an_abolished_rule() -> None:
    nobody = {"doelgroep_lks": np.array([])}
    (found,) = check_caseload(DAY, nobody, [rule("begeleiding-werkplek")], national_parameters())
    assert found.truths.size == 0
    one = {"gemiddeld_uurloon": np.array([14.5])}
    (found,) = check_caseload(DAY, one, [rule("lage-inkomensvoordeel")], national_parameters())
    assert list(found.truths) == [Truth.NO]


def test_a_hundred_thousand_people_are_checked_well_within_ten_seconds() -> None:
    columns = made_up_caseload(100_000, np.random.default_rng(7))
    begin = perf_counter()
    result = check_caseload(DAY, columns, CATALOGUE, national_parameters())
    assert perf_counter() - begin < 10
    assert all(column.truths.size == 100_000 for column in result)


def test_columns_of_different_length_are_refused() -> None:
    columns = {"doelgroep_lks": np.zeros(2), "wajong": np.zeros(3)}
    with pytest.raises(ValueError, match="niet even lang"):
        check_caseload(DAY, columns, CATALOGUE, national_parameters())
