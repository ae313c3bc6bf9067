"""Spells, exits and gaps, worked out by hand."""

from __future__ import annotations

import duckdb
import pytest
from tests.evidence.cohort.handmade import Register

from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.rules import RULES
from streekwerk.evidence.cohort.settings import CohortSettings


def test_a_spell_runs_from_its_start_date_to_the_month_of_its_end() -> None:
    register = Register().keep_delivering(8)
    register.benefit("ana", [0, 1, 2], since=-4, end=(2, "11"))
    build_cohort(register.connection)
    assert register.rows("ana") == [
        (0, 1, -4, None, False),
        (1, 1, -4, None, False),
        (2, 1, -4, "11", False),
    ]


def test_a_return_after_an_end_is_a_new_spell_even_after_one_month() -> None:
    register = Register().keep_delivering(8)
    register.benefit("ana", [0, 1], end=(1, "11")).benefit("ana", [3, 4], key="again")
    build_cohort(register.connection)
    assert register.rows("ana") == [
        (0, 1, 0, None, False),
        (1, 1, 0, "11", False),
        (3, 2, 3, None, False),
        (4, 2, 3, "gone", False),
    ]


def test_a_hole_of_one_month_without_an_end_is_bridged_and_counted() -> None:
    register = Register().keep_delivering(4)
    register.benefit("ana", [0, 1, 3, 4], since=-1)
    report = build_cohort(register.connection)
    assert register.rows("ana") == [
        (0, 1, -1, None, False),
        (1, 1, -1, None, False),
        (2, 1, -1, None, True),
        (3, 1, -1, None, False),
        (4, 1, -1, None, False),
    ]
    assert report.total("gap_bridged") == 1


def test_a_hole_of_two_months_is_an_exit_for_an_unknown_reason() -> None:
    register = Register().keep_delivering(5)
    register.benefit("ana", [0, 1, 4, 5], since=-1)
    report = build_cohort(register.connection)
    assert [(row[0], row[1], row[3]) for row in register.rows("ana")] == [
        (0, 1, None),
        (1, 1, "gone"),
        (4, 2, None),
        (5, 2, None),
    ]
    assert report.total("vanished") == 1
    # The start date lies before the first spell ended: the new spell begins where it is seen.
    assert [row[2] for row in register.rows("ana")] == [-1, -1, 4, 4]


def test_a_delivery_that_never_came_is_bridged_however_long_the_settings_allow_none() -> None:
    register = Register()
    register.benefit("ana", [0, 1, 4, 5], since=-1)  # nobody was delivered in months 2 and 3
    build_cohort(register.connection, CohortSettings(gap_months=0))
    assert [row[0] for row in register.rows("ana")] == [0, 1, 2, 3, 4, 5]
    assert [row[4] for row in register.rows("ana")] == [False, False, True, True, False, False]


def test_a_new_start_after_a_hole_is_never_bridged() -> None:
    register = Register().keep_delivering(4)
    register.benefit("ana", [0, 1]).benefit("ana", [3, 4], key="again")
    build_cohort(register.connection)
    assert [row[:4] for row in register.rows("ana")] == [
        (0, 1, 0, None),
        (1, 1, 0, "gone"),
        (3, 2, 3, None),
        (4, 2, 3, None),
    ]


def test_an_end_that_was_withdrawn_is_no_exit() -> None:
    register = Register().keep_delivering(3)
    register.benefit("ana", [0, 1, 2, 3], since=-1, end=(1, "98"))
    report = build_cohort(register.connection)
    assert [row[3] for row in register.rows("ana")] == [None] * 4
    assert report.total("end_withdrawn") == 1


def test_a_row_delivered_after_the_end_does_not_count() -> None:
    register = Register().keep_delivering(4)
    register.benefit("ana", [0, 1], end=(1, "11"))
    register.connection.execute(
        "INSERT INTO bus_benefit_month BY NAME SELECT * REPLACE (DATE '2021-03-01' AS period) "
        "FROM bus_benefit_month WHERE end_date IS NOT NULL"
    )
    report = build_cohort(register.connection)
    assert [(row[0], row[3]) for row in register.rows("ana")] == [(0, None), (1, "11")]
    assert report.total("delivered_after_end") == 1


def test_two_benefits_of_one_person_are_one_person_month() -> None:
    register = Register().keep_delivering(3)
    register.benefit("ana", [0, 1, 2], since=-1, end=(2, "11"))
    register.benefit("ana", [1, 2, 3], law="02", key="other")
    build_cohort(register.connection)
    assert [(row[0], row[3]) for row in register.rows("ana")] == [
        (0, None),
        (1, None),
        (2, None),
        (3, None),
    ]


def test_every_rule_that_is_counted_has_words() -> None:
    register = Register().keep_delivering(3)
    register.benefit("ana", [0, 1], end=(1, None)).measure("bo", "40", 0)
    report = build_cohort(register.connection)
    assert {each.rule for each in report.rules} <= set(RULES)
    assert report.total("end_reason_unknown") == 1
    assert report.total("measure_without_benefit") == 1
    assert all(each.words.nl and each.words.en for each in report.rules)
    with pytest.raises(ValueError, match="unknown rule"):
        report.total("nonsense")


def test_building_twice_changes_nothing() -> None:
    register = Register().keep_delivering(5)
    register.benefit("ana", [0, 1, 3], since=-1).measure("ana", "40", 1, end=3, seen=(1, 3))
    first = build_cohort(register.connection)
    before = register.rows("ana"), register.episodes("ana")
    assert build_cohort(register.connection) == first
    assert (register.rows("ana"), register.episodes("ana")) == before


def test_a_failed_build_leaves_the_earlier_cohort() -> None:
    register = Register().keep_delivering(5)
    register.benefit("ana", [0, 1, 2], since=-1)
    build_cohort(register.connection)
    before = register.rows("ana")

    def stop(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _with_another_municipality(register, stop)
    assert register.rows("ana") == before


def _with_another_municipality(register: Register, stop: object) -> None:
    register.municipality = "9902"
    register.benefit("bo", [0, 1])
    assert callable(stop)
    build_cohort(register.connection, progress=stop)


def test_what_is_missing_is_named() -> None:
    with duckdb.connect() as connection, pytest.raises(ValueError, match="bus_benefit_month"):
        build_cohort(connection)
    with pytest.raises(ValueError, match="no benefit was delivered"):
        build_cohort(Register().connection)
