"""Terms counted by hand with a calendar, against what the articles say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.guidance.remedies import (
    Matter,
    a_month_after,
    after_correction,
    after_objection,
    after_question,
    easter_sunday,
    holidays,
    last_day_to_object,
    working_day,
)

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    # Published dates of Easter.
    [(2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5),
     (2038, 4, 25)],
)  # fmt: skip
def test_easter_is_when_it_was(year: int, month: int, day: int) -> None:
    assert easter_sunday(year) == date(year, month, day)


def test_the_holidays_of_2026() -> None:
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


def test_kings_day_is_on_saturday_when_the_birthday_is_a_sunday() -> None:
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


def test_six_weeks_to_object_and_six_more_to_decide() -> None:
    # Made known on Monday 1 June: the six weeks begin on the 2nd and end on Monday 13 July;
    # the answer comes within six weeks from the 14th, so on Monday 24 August at the latest.
    found = after_objection(Matter.DECISION, date(2026, 6, 3), date(2026, 6, 1))
    assert (found.object_by, found.by) == (date(2026, 7, 13), date(2026, 8, 24))
    assert [each.citation.nl for each in found.sources][-1] == "Awb art. 7:10"
    assert found.contested is not None


def test_a_term_that_ends_on_a_holiday_lasts_until_the_next_working_day() -> None:
    # 23 February + 42 days is Easter Monday 2026; 13 March + 42 is Friday 24 April.
    assert last_day_to_object(date(2026, 2, 23)) == date(2026, 4, 7)
    assert last_day_to_object(date(2026, 3, 13)) == date(2026, 4, 24)
    # Good Friday, Easter weekend and Easter Monday together.
    assert working_day(date(2026, 4, 3)) == date(2026, 4, 7)


def test_a_late_objection_is_still_answered_six_weeks_later() -> None:
    found = after_objection(Matter.DECISION, date(2026, 9, 1), date(2026, 6, 1))
    assert found.by == date(2026, 10, 13)


def test_data_within_a_month_and_a_complaint_within_six_weeks() -> None:
    assert after_correction(date(2026, 1, 31)).by == date(2026, 2, 28)
    assert after_objection(Matter.DATA, date(2026, 12, 15)).by == date(2027, 1, 15)
    complaint = after_objection(Matter.COMPLAINT, date(2026, 6, 1))
    assert complaint.by == date(2026, 7, 13)
    assert "Awb art. 9:11" in {each.citation.nl for each in complaint.sources}


def test_where_no_law_names_a_term_none_is_named() -> None:
    for found in (
        after_question(date(2026, 6, 1)),
        after_objection(Matter.ADVICE, date(2026, 6, 1)),
        after_objection(Matter.OTHER, date(2026, 6, 1)),
    ):
        assert found.sources == ()
        assert found.by == date(2026, 7, 13)


@given(DAYS)
def test_no_term_ends_on_a_day_off_or_too_early(day: date) -> None:
    last = last_day_to_object(day)
    assert last >= day + timedelta(weeks=6)
    assert last.weekday() < 5
    assert last not in holidays(last.year)
    # Never more than the longest row of days off: Good Friday to Easter Monday, or Christmas.
    assert last <= day + timedelta(weeks=6, days=5)


@given(DAYS)
def test_a_month_later_is_in_the_next_month(day: date) -> None:
    later = a_month_after(day)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == 1
    assert later.day <= day.day
