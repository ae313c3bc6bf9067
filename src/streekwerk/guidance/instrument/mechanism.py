"""A working mechanism: something that helps or hinders on the way to work, and can change.

What is asked about it is Streekwerk's own wording. ``based_on`` names published scales
about the same thing, so that a reader can see where the thought comes from; the questions
here are not those scales, have no norms, and say nothing about a chance of work.
"""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.guidance.instrument.answers import HIGHEST
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Reference:
    """A publication; ``url`` is a page where it can be found, "" where none was seen."""

    citation: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with words at each of its five points.

    ``points`` go from where least goes well (1) to where most goes well (5).
    ``verbatim`` is true where wording and answers are those of a published question.
    """

    key: str
    words: Text
    points: tuple[Text, Text, Text, Text, Text]
    verbatim: bool = False

    def at(self, level: int) -> Text:
        """Return the words of a level, 1 to 5."""
        if not 1 <= level <= HIGHEST:
            raise ValueError(f"{self.key}: a level is 1 to {HIGHEST}, got {level}")
        return self.points[level - 1]


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One mechanism with its questions.

    Attributes
    ----------
    key : name in the code and in addresses.
    name : as a heading.
    opening : how the conversation about it opens, to the jobseeker.
    about : what it is, for the caseworker and for whoever reads along.
    talk_about : what can be talked about, whatever the answers are; suggestions, no advice.
    based_on : published work on the same mechanism.
    """

    key: str
    name: Text
    opening: Text
    about: Text
    questions: tuple[Question, ...]
    talk_about: tuple[Text, ...]
    based_on: tuple[Reference, ...]
