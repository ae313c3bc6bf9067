"""``{% load caseworker %}``: the questions of the conversation, taken apart for the page."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.forms import BoundField

from streekwerk.guidance.instrument.answers import HIGHEST
from streekwerk.screens.caseworker.forms.answers import WORDS, AnswersForm

register = template.Library()


@dataclass(frozen=True, slots=True)
class Point:
    """One answer that can be chosen."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """One question on the page: its scale, the two other answers, own words, last time."""

    choice: BoundField
    words: BoundField
    points: list[Point]
    others: list[Point]
    last: tuple[str, str] | None


@register.filter
def questions(form: AnswersForm, before: dict[str, tuple[str, str]]) -> list[Asking]:
    """Return the questions of a mechanism's form in order."""
    return [_asking(form, question.key, before) for question in form.mechanism.questions]


def _asking(form: AnswersForm, key: str, before: dict[str, tuple[str, str]]) -> Asking:
    choice = form[key]
    chosen = str(choice.value() or "")
    pairs = form.fields[key].choices  # type: ignore[attr-defined]  # a ChoiceField
    points = [Point(value, label, value == chosen) for value, label in pairs]
    return Asking(choice, form[key + WORDS], points[:HIGHEST], points[HIGHEST:], before.get(key))
