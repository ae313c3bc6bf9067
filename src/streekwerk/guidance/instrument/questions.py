"""The questions by key, and the version of the whole.

Change a question and it is another instrument: raise :data:`VERSION`, so that lines over
time never join answers to different questions.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from streekwerk.guidance.instrument.mechanism import Mechanism, Question
from streekwerk.guidance.instrument.mechanisms import MECHANISMS

VERSION = "1"
MOST_QUESTIONS = 15
BY_KEY: Mapping[str, Mechanism] = MappingProxyType({each.key: each for each in MECHANISMS})
QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {question.key: question for each in MECHANISMS for question in each.questions}
)
