"""The questions as they are, and what is said of answers over time."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.guidance.conversation import (
    AGREEMENTS,
    EVERY_PART,
    ConversationKind,
    parts_of,
)
from streekwerk.guidance.instrument.answers import Answer, AnswerKind
from streekwerk.guidance.instrument.development import (
    Asked,
    Change,
    development,
    said,
    to_talk_about,
)
from streekwerk.guidance.instrument.mechanisms import MECHANISMS
from streekwerk.guidance.instrument.questions import MOST_QUESTIONS, QUESTIONS

DAY = dt.date(2026, 1, 1)


def asked(n: int, **levels: int | None) -> Asked:
    """Return round number ``n`` with these levels; None is "I do not know yet"."""
    answers = {
        key: Answer(key, AnswerKind.LEVEL, level) if level else Answer(key, AnswerKind.UNKNOWN)
        for key, level in levels.items()
    }
    return Asked(DAY + dt.timedelta(days=30 * n), answers)


def test_the_seven_mechanisms_fit_in_a_short_conversation() -> None:
    assert [each.key for each in MECHANISMS] == [
        *("confidence", "motivation", "support", "health", "search", "skills", "practical"),
    ]
    assert len(QUESTIONS) <= MOST_QUESTIONS
    for each in MECHANISMS:
        assert each.questions
        assert each.talk_about
        assert each.based_on


def test_every_point_of_every_scale_has_its_own_words_in_both_languages() -> None:
    for question in QUESTIONS.values():
        assert len({point.nl for point in question.points}) == 5
        assert len({point.en for point in question.points}) == 5


def test_questions_speak_to_the_person_shortly_and_without_marks() -> None:
    for question in QUESTIONS.values():
        assert "!" not in question.words.nl
        assert re.search(r"\b(u|uw)\b", question.words.nl, re.IGNORECASE)
        assert max(len(s.split()) for s in re.split(r"[.?]", question.words.nl)) <= 16


def test_only_the_question_of_statistics_netherlands_is_taken_over_word_for_word() -> None:
    verbatim = [each for each in QUESTIONS.values() if each.verbatim]
    assert [each.words.nl for each in verbatim] == ["Hoe is over het algemeen uw gezondheid?"]
    assert [point.nl for point in verbatim[0].points] == [
        *("zeer slecht", "slecht", "gaat wel", "goed", "zeer goed"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((2, 3), (3, 3), Change.UP),
        ((2, 3), (2, 2), Change.DOWN),
        ((2, 3), (3, 2), Change.MIXED),
        ((2, 3), (2, 3), Change.SAME),
        ((None, None), (2, 3), Change.FIRST),
        ((2, 3), (None, None), Change.UNKNOWN),
        ((2, None), (3, 1), Change.UP),
    ],
)
def test_change_in_words_by_hand(
    before: tuple[int | None, int | None], after: tuple[int | None, int | None], expected: Change
) -> None:
    keys = ("confidence_find", "confidence_setback")
    rounds = [
        asked(n, **dict(zip(keys, given, strict=True))) for n, given in enumerate((before, after))
    ]
    assert development(rounds)[0].change is expected


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(sorted(QUESTIONS)), st.one_of(st.none(), st.integers(1, 5))
        ),
        max_size=5,
    )
)
def test_nothing_is_added_up(rounds: list[dict[str, int | None]]) -> None:
    given_rounds = [asked(n, **levels) for n, levels in enumerate(rounds)]
    lines = development(given_rounds)
    assert [line.mechanism for line in lines] == list(MECHANISMS)
    for line in lines:
        for each in line.lines:
            # What is drawn is what was answered: no other number exists.
            assert [*each.levels] == [r.level(each.question.key) for r in given_rounds]
        for question, answer in line.latest:
            assert said(question, answer) in {
                *question.points,
                *(kind.words for kind in AnswerKind),
                said(question, None),
            }
    assert to_talk_about(lines) == tuple(each for each in lines if each in to_talk_about(lines))


def test_what_stands_out_is_low_or_went_down_in_the_order_of_the_conversation() -> None:
    rounds = [
        asked(0, skills_know=5, confidence_find=4, support_talk=3),
        asked(1, skills_know=4, confidence_find=2, support_talk=3),
    ]
    found = [each.mechanism.key for each in to_talk_about(development(rounds))]
    assert found == ["confidence", "skills"]


@pytest.mark.parametrize("level", [0, 6])
def test_a_level_is_one_of_five(level: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        Answer("search_do", AnswerKind.LEVEL, level)


def test_an_answer_has_a_level_exactly_when_it_is_on_the_scale() -> None:
    with pytest.raises(ValueError, match="scale"):
        Answer("search_do", AnswerKind.DECLINED, 3)
    with pytest.raises(ValueError, match="scale"):
        Answer("search_do", AnswerKind.LEVEL)


@pytest.mark.parametrize("kind", list(ConversationKind))
def test_every_conversation_ends_with_what_was_agreed(kind: ConversationKind) -> None:
    parts = parts_of(kind)
    assert parts[-1] == AGREEMENTS
    assert set(parts) <= set(EVERY_PART)
    assert len(set(parts)) == len(parts)
