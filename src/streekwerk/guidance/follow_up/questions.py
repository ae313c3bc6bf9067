"""What is asked at a follow-up. Every question has "I do not know", and any may be left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from streekwerk.guidance.choices import Choice
from streekwerk.vocabulary.language import Text

MOST_HOURS = 80


class Question(Choice):
    """One question, put to the jobseeker."""

    WORKING = "working", "Hebt u nu betaald werk?", "Do you have paid work now?"
    HOURS = "hours", "Hoeveel uur per week werkt u?", "How many hours a week do you work?"
    SAME_JOB = "same_job", "Is dat nog hetzelfde werk?", "Is that still the same work?"
    CONTENT = "content", "Bent u tevreden met hoe het nu is?", "Are you content with how it is now?"


class Working(Choice):
    """Whether somebody has paid work."""

    YES = "yes", "ja", "yes"
    NO = "no", "nee", "no"
    UNKNOWN = "unknown", "weet ik niet", "I do not know"


class Hours(Choice):
    """Hours a week, in the steps people speak in; a number can be given instead."""

    H8 = "8", "8 uur", "8 hours"
    H16 = "16", "16 uur", "16 hours"
    H24 = "24", "24 uur", "24 hours"
    H32 = "32", "32 uur", "32 hours"
    H40 = "40", "40 uur", "40 hours"
    UNKNOWN = "unknown", "weet ik niet", "I do not know"


class SameJob(Choice):
    """Whether it is the work somebody began with."""

    FIRST = "first", "dit is mijn eerste werk sinds toen", "this is my first work since"
    SAME = "same", "ja, hetzelfde werk", "yes, the same work"
    OTHER = "other", "nee, ander werk", "no, other work"
    UNKNOWN = "unknown", "weet ik niet", "I do not know"


class Content(Choice):
    """Whether somebody is content with how things are."""

    YES = "yes", "ja", "yes"
    PARTLY = "partly", "gedeeltelijk", "partly"
    NO = "no", "nee", "no"
    UNKNOWN = "unknown", "weet ik niet", "I do not know"


CHOICES: Mapping[Question, type[Choice]] = MappingProxyType(
    {
        Question.WORKING: Working,
        Question.HOURS: Hours,
        Question.SAME_JOB: SameJob,
        Question.CONTENT: Content,
    }
)
ONLY_WITH_WORK = frozenset({Question.HOURS, Question.SAME_JOB})
_HOURS = Text("uur", "hours")


class NotAnAnswerError(ValueError):
    """An answer that does not go with its question."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: a key of the question's choices, or for hours any whole number."""

    question: Question
    answer: str

    def __post_init__(self) -> None:
        if not self._is_choice and self.hours is None:
            raise NotAnAnswerError(f"{self.answer!r} is no answer to {self.question.value!r}")

    @property
    def _is_choice(self) -> bool:
        keys = CHOICES[self.question].keys()
        return self.answer in keys

    @property
    def hours(self) -> int | None:
        """Return the hours a week, where this says so."""
        if self.question is not Question.HOURS or not self.answer.isdecimal():
            return None
        hours = int(self.answer)
        return hours if 1 <= hours <= MOST_HOURS else None

    @property
    def words(self) -> Text:
        """Say the answer."""
        if self._is_choice:
            return CHOICES[self.question](self.answer).words
        return Text(f"{self.hours} {_HOURS.nl}", f"{self.hours} {_HOURS.en}")


def questions_for(working: str | None) -> tuple[Question, ...]:
    """Return what is asked, given the answer on work: about the work only where there is some."""
    if working is None:
        return (Question.WORKING,)
    others = (each for each in Question if each is not Question.WORKING)
    has_work = working == Working.YES.value
    return (Question.WORKING, *(q for q in others if has_work or q not in ONLY_WITH_WORK))
