"""How a question can be answered: with a point of its scale, or in two ways without."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.guidance.choices import Choice

LOWEST, HIGHEST = 1, 5


class AnswerKind(Choice):
    """A point of the scale, or one of two answers that are as good as any."""

    LEVEL = "level", "een antwoord", "an answer"
    UNKNOWN = "unknown", "weet ik nog niet", "I do not know yet"
    DECLINED = "declined", "wil ik niet zeggen", "I would rather not say"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one question.

    Attributes
    ----------
    question
        Key of the question.
    kind
        LEVEL has a ``level`` from 1 to 5 (5 is where most goes well); the others have none.
    words
        What the person said, in their own words; may be empty.
    """

    question: str
    kind: AnswerKind
    level: int | None = None
    words: str = ""

    def __post_init__(self) -> None:
        if (self.level is not None) != (self.kind is AnswerKind.LEVEL):
            raise ValueError(f"{self.question}: a level goes with an answer on the scale only")
        if self.level is not None and not LOWEST <= self.level <= HIGHEST:
            raise ValueError(f"{self.question}: a level is 1 to 5, got {self.level}")
