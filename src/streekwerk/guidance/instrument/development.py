"""How answers change over time: question by question, in words. Nothing is added up.

An answer is a place on a scale of words, not an amount: the step from 1 to 2 is not the
step from 4 to 5. So there is no mean, no total and no comparison with anybody else. What
can be said honestly is which answers moved up, down or not, and that is what is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from streekwerk.guidance.choices import Choice
from streekwerk.guidance.instrument.answers import Answer, AnswerKind
from streekwerk.guidance.instrument.mechanism import Mechanism, Question
from streekwerk.guidance.instrument.mechanisms import MECHANISMS
from streekwerk.vocabulary.language import Text

# The two lowest points of a scale of five.
LOW = 2


class Change(Choice):
    """What happened to the answers since the round before in which both were given."""

    UP = "up", "gaat beter dan de vorige keer", "goes better than last time"
    DOWN = "down", "gaat lastiger dan de vorige keer", "is harder than last time"
    SAME = "same", "is hetzelfde als de vorige keer", "is the same as last time"
    MIXED = "mixed", "deels beter, deels lastiger", "partly better, partly harder"
    FIRST = "first", "voor het eerst gevraagd", "asked for the first time"
    UNKNOWN = "unknown", "nog niet te zeggen", "cannot be said yet"


@dataclass(frozen=True, slots=True)
class Asked:
    """One round: the day, and the answers by question."""

    on: date
    answers: Mapping[str, Answer]

    def level(self, question: str) -> int | None:
        """Return the level given, None when there was none."""
        given = self.answers.get(question)
        return None if given is None else given.level


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question over the rounds; None where it was not answered on the scale."""

    question: Question
    levels: tuple[int | None, ...]

    @property
    def change(self) -> Change:
        """Compare the last round with the last one before it that was answered."""
        if not self.levels or self.levels[-1] is None:
            return Change.UNKNOWN
        before = [level for level in self.levels[:-1] if level is not None]
        if not before:
            return Change.FIRST
        difference = self.levels[-1] - before[-1]
        return Change.UP if difference > 0 else Change.DOWN if difference < 0 else Change.SAME


@dataclass(frozen=True, slots=True)
class MechanismLine:
    """One mechanism over the rounds."""

    mechanism: Mechanism
    days: tuple[date, ...]
    lines: tuple[QuestionLine, ...]
    latest: tuple[tuple[Question, Answer | None], ...]

    @property
    def change(self) -> Change:
        """Say in one word what happened to the answers of this mechanism together."""
        found = {line.change for line in self.lines}
        if Change.UP in found and Change.DOWN in found:
            return Change.MIXED
        for each in (Change.UP, Change.DOWN, Change.SAME, Change.FIRST):
            if each in found:
                return each
        return Change.UNKNOWN

    @property
    def words(self) -> Text:
        """Return the mechanism with what changed, as a sentence."""
        change = self.change.words
        return Text(
            f"{self.mechanism.name.nl}: {change.nl}.", f"{self.mechanism.name.en}: {change.en}."
        )


def development(rounds: Sequence[Asked]) -> tuple[MechanismLine, ...]:
    """Return one line per mechanism over ``rounds`` (oldest first)."""
    days = tuple(each.on for each in rounds)
    return tuple(
        MechanismLine(
            mechanism,
            days,
            tuple(
                QuestionLine(question, tuple(each.level(question.key) for each in rounds))
                for question in mechanism.questions
            ),
            tuple(
                (question, rounds[-1].answers.get(question.key) if rounds else None)
                for question in mechanism.questions
            ),
        )
        for mechanism in MECHANISMS
    )


def said(question: Question, answer: Answer | None) -> Text:
    """Return an answer in the words of its scale."""
    if answer is None:
        return Text("niet gevraagd", "not asked")
    if answer.kind is AnswerKind.LEVEL and answer.level is not None:
        return question.at(answer.level)
    return answer.kind.words


def to_talk_about(lines: Sequence[MechanismLine]) -> tuple[MechanismLine, ...]:
    """Return the mechanisms to talk about first, in the order of the conversation.

    Those in which an answer in the last round stood at one of the two lowest points, or
    went down. All others stay there to talk about: this opens a conversation, it closes none.
    """
    return tuple(line for line in lines if _stands_out(line))


def _stands_out(line: MechanismLine) -> bool:
    low = any(
        answer is not None and answer.level is not None and answer.level <= LOW
        for _, answer in line.latest
    )
    return low or any(each.change is Change.DOWN for each in line.lines)
