"""Measures that overlap, are never closed or end before they begin, worked out by hand."""

from __future__ import annotations

from tests.evidence.cohort.handmade import Register

from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.settings import CohortSettings


def register() -> Register:
    return Register().keep_delivering(12).benefit("ana", list(range(13)), since=-1)


def test_a_closed_measure_is_in_force_up_to_the_month_of_its_end() -> None:
    r = register().measure("ana", "42", 2, end=5, seen=(2, 5))
    build_cohort(r.connection)
    assert r.episodes("ana") == [("42", 2, 5, "registered")]


def test_duplicates_and_overlaps_of_one_type_are_one_measure() -> None:
    r = register().measure("ana", "42", 2, end=5, seen=(2, 5))
    r.measure("ana", "42", 2, end=5, seen=(2, 5), key="copy")
    r.measure("ana", "42", 4, end=8, seen=(4, 8))
    r.measure("ana", "40", 4, end=6, seen=(4, 6))
    report = build_cohort(r.connection)
    assert r.episodes("ana") == [("42", 2, 8, "registered"), ("40", 4, 6, "registered")]
    assert report.total("measure_merged") == 2


def test_one_after_the_other_are_two_measures_unless_the_first_goes_on() -> None:
    r = register().measure("ana", "42", 2, end=4, seen=(2, 4))
    r.measure("ana", "42", 5, end=7, seen=(5, 7))
    r.measure("ana", "40", 2, end=4, seen=(2, 4), end_reason="1")
    r.measure("ana", "40", 5, end=7, seen=(5, 7), end_reason="2")
    build_cohort(r.connection)
    assert r.episodes("ana") == [
        ("40", 2, 7, "registered"),
        ("42", 2, 4, "registered"),
        ("42", 5, 7, "registered"),
    ]


def test_a_measure_that_disappears_ends_where_it_was_last_seen() -> None:
    r = register().measure("ana", "42", 2, seen=(2, 6)).measure("bo", "40", 1, seen=(1, 12))
    report = build_cohort(r.connection)
    assert r.episodes("ana") == [("42", 2, 6, "disappeared")]
    assert report.total("measure_disappeared") == 1


def test_a_measure_left_open_lasts_as_long_as_others_of_its_type() -> None:
    r = register()
    for number in range(3):
        r.measure("ana", "42", -10 - number, end=3, seen=(0, 3), key=str(number))
    r.benefit("bo", list(range(13)), since=-9).measure("bo", "42", -8, seen=(0, 12))
    r.benefit("cas", list(range(13)), since=-9).measure("cas", "40", -8, seen=(0, 12))
    r.benefit("dee", list(range(13)), since=-9).measure("dee", "40", 8, seen=(8, 12))
    report = build_cohort(r.connection, CohortSettings(longest_quantile=1, longest_at_least=6))
    # The longest closed 42 ran from month -12 to 3: sixteen months; 40 was never closed.
    assert r.episodes("bo") == [("42", -8, 7, "never_closed")]
    assert r.episodes("cas") == [("40", -8, -3, "never_closed")]
    assert r.episodes("dee") == [("40", 8, None, "running")]
    assert report.total("measure_never_closed") == 2


def test_nonsense_is_counted_and_does_no_harm() -> None:
    r = register().measure("ana", "42", 5, end=2, seen=(5, 6)).measure("ana", "40", None)
    report = build_cohort(r.connection)
    assert r.episodes("ana") == [("42", 5, 5, "end_before_start")]
    assert report.total("measure_end_before_start") == 1
    assert report.total("measure_without_start") == 1
