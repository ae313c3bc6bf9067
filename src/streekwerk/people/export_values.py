"""How the values of single columns are said to the person they are about."""

from __future__ import annotations

from django.db import models

from streekwerk.advice.algorithms.v1 import words as advice_words
from streekwerk.advice.measures import MEASURES
from streekwerk.advice.result import STANDING
from streekwerk.guidance.choices import Choice
from streekwerk.guidance.conversation import NEWS, Channel
from streekwerk.guidance.follow_up.questions import Question
from streekwerk.guidance.instrument.answers import AnswerKind
from streekwerk.guidance.instrument.questions import BY_KEY, QUESTIONS
from streekwerk.guidance.plan.goals import PlanResult
from streekwerk.guidance.plan.steps import NotDoneReason, StepEvent, Who
from streekwerk.people.fields import field_of
from streekwerk.people.models import DiagnosisAnswer, Fact, FollowUpAnswer
from streekwerk.people.models.request import REGISTER
from streekwerk.people.queries.facts import said
from streekwerk.vocabulary.language import Text

# Columns with a key of one of these choices, by table and column.
CHOICES: dict[tuple[str, str], type[Choice]] = {
    ("Conversation", "channel"): Channel,
    ("DiagnosisAnswer", "kind"): AnswerKind,
    ("FollowUpAnswer", "question"): Question,
    ("Plan", "result"): PlanResult,
    ("Step", "reason"): NotDoneReason,
    ("Step", "who"): Who,
    ("StepEvent", "event"): StepEvent,
    ("StepEvent", "reason"): NotDoneReason,
}
_OPTIONS = frozenset({"measure", "option", "wish", "view"})
_STANDING = (advice_words.KNOW_MORE, advice_words.SOMETHING_ELSE, advice_words.NOT_NOW)
_NAMES = {code: each.name for code, each in MEASURES.items()} | dict(
    zip(STANDING, (name for name, _what in _STANDING), strict=True)
)
_NEWS = Text("Hoe het gaat", "How it goes")
_RECORDS = Text("De uitkeringsbestanden", "The benefit files")


def said_by_itself(row: models.Model, column: str, value: object) -> Text | None:
    """Return how a table says one of its own columns; None where nothing special is known."""
    if isinstance(row, Fact) and column in {"field", "value"}:
        about = field_of(row.field)
        return about.label if column == "field" else said(about, row)
    if isinstance(row, DiagnosisAnswer) and column in {"question", "level"}:
        question = QUESTIONS[row.question]
        return question.words if column == "question" else question.at(row.level or 1)
    if isinstance(row, FollowUpAnswer) and column == "answer":
        return row.reply.words
    return _of_column(type(row).__name__, column, str(value))


def _of_column(table: str, column: str, value: str) -> Text | None:
    choices = CHOICES.get((table, column))
    keys = choices.keys() if choices else ()
    if choices is not None and value in keys:
        return choices(value).words
    if column in _OPTIONS:
        return _NAMES.get(value)
    if column == "theme":
        return BY_KEY[value].name if value in BY_KEY else _NEWS if value == NEWS else None
    if column == "field":
        return _RECORDS if value == REGISTER else field_of(value).label
    return None
