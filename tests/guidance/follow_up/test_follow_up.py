from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.guidance.follow_up.moments import (
    MONTHS,
    moment_on,
    moments,
    months_after,
    next_moment,
)
from streekwerk.guidance.follow_up.questions import (
    CHOICES,
    NotAnAnswerError,
    Question,
    Reply,
    Working,
    questions_for,
)
from streekwerk.guidance.follow_up.register import Spell, according_to_files, contradiction

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(DAYS, st.integers(-60, 60))
def test_months_go_back_and_forth(day: date, months: int) -> None:
    moved = months_after(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or moved.day >= 28


def test_months_by_hand() -> None:
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2026, 3, 31), -1) == date(2026, 2, 28)


@given(DAYS, st.integers(0, 1_200))
def test_at_most_one_moment_at_a_time_and_no_gap_between(anchor: date, days: int) -> None:
    today = anchor + timedelta(days=days)
    holds = [each for each in moments(anchor) if each.on <= today < each.until]
    assert len(holds) <= 1
    first, last = moments(anchor)[0].on, moments(anchor)[-1].until
    assert (moment_on(anchor, today) is None) == (today < first or today >= last)
    coming = next_moment(anchor, today)
    assert coming is None or coming.on > today


def test_the_moments_are_those_of_the_method() -> None:
    assert [each.months for each in moments(date(2026, 1, 15))] == [3, 6, 12, 24] == list(MONTHS)


def test_every_question_has_do_not_know() -> None:
    for question, choices in CHOICES.items():
        assert Reply(question, "unknown").words == choices("unknown").words


def test_hours_are_a_choice_or_a_number() -> None:
    assert Reply(Question.HOURS, "20").hours == 20
    assert Reply(Question.HOURS, "unknown").hours is None
    for wrong in ("0", "81", "-4", "veel", ""):
        with pytest.raises(NotAnAnswerError):
            Reply(Question.HOURS, wrong)


def test_the_work_is_asked_about_only_where_there_is_some() -> None:
    assert questions_for(None) == (Question.WORKING,)
    assert questions_for("no") == questions_for("unknown") == (Question.WORKING, Question.CONTENT)
    assert set(questions_for("yes")) == set(Question)


DAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("spells", "working"),
    [
        ([], Working.UNKNOWN),
        ([Spell(date(2024, 1, 1), None, False, date(2026, 6, 1))], Working.NO),
        # The files end before the day: they cannot know.
        ([Spell(date(2024, 1, 1), None, False, date(2026, 5, 1))], Working.UNKNOWN),
        ([Spell(date(2024, 1, 1), date(2026, 3, 1), True, date(2026, 3, 1))], Working.YES),
        ([Spell(date(2024, 1, 1), date(2026, 3, 1), False, date(2026, 3, 1))], Working.UNKNOWN),
        # Ended after the day: still running then.
        ([Spell(date(2024, 1, 1), date(2026, 8, 1), True, date(2026, 8, 1))], Working.NO),
        # Work, and a new benefit after it.
        (
            [
                Spell(date(2024, 1, 1), date(2025, 3, 1), True, date(2025, 3, 1)),
                Spell(date(2026, 1, 1), None, False, date(2026, 7, 1)),
            ],
            Working.NO,
        ),
    ],
)
def test_what_the_files_say(spells: list[Spell], working: Working) -> None:
    assert according_to_files(spells, DAY).working is working


def test_a_difference_is_told_both_ways_and_silence_is_none() -> None:
    ended = according_to_files(
        [Spell(date(2024, 1, 1), date(2026, 3, 1), True, date(2026, 3, 1))], DAY
    )
    runs = according_to_files([Spell(date(2024, 1, 1), None, False, date(2026, 6, 1))], DAY)
    assert contradiction(Working.NO, ended) is not None
    assert contradiction(Working.YES, runs) is not None
    for said in (None, Working.UNKNOWN, Working.YES):
        assert contradiction(said, ended) is None
    assert contradiction(Working.YES, according_to_files([], DAY)) is None
