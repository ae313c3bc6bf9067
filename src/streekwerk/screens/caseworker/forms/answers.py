"""The questions of one mechanism as a form; every question may stay open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.guidance.instrument.answers import HIGHEST, Answer, AnswerKind
from streekwerk.guidance.instrument.mechanism import Mechanism, Question
from streekwerk.screens.design.templatetags.design import reader_language

WORDS = "_eigen"


class AnswersForm(forms.Form):
    """Radio buttons with words at every point, two ways not to answer, and own words."""

    def __init__(
        self,
        mechanism: Mechanism,
        given: Mapping[str, Answer],
        data: Any = None,  # noqa: ANN401 - Django's own
    ) -> None:
        super().__init__(data)
        self.mechanism = mechanism
        for question in mechanism.questions:
            answer = given.get(question.key)
            self.fields[question.key] = forms.ChoiceField(
                label=question.words.in_language(reader_language()),
                choices=_points(question),
                required=False,
                widget=forms.RadioSelect,
                initial=_chosen(answer),
            )
            self.fields[question.key + WORDS] = forms.CharField(
                label=_("In uw eigen woorden"),
                required=False,
                max_length=2000,
                initial=answer.words if answer else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def answers(self) -> list[Answer]:
        """Return what was answered; own words alone say "I do not know yet" on the scale."""
        found = []
        for question in self.mechanism.questions:
            chosen = self.cleaned_data.get(question.key, "")
            words = self.cleaned_data.get(question.key + WORDS, "")
            if chosen or words:
                found.append(_answer(question.key, chosen, words))
        return found


def _points(question: Question) -> list[tuple[str, str]]:
    language = reader_language()
    points = [
        (str(level), question.at(level).in_language(language)) for level in range(1, HIGHEST + 1)
    ]
    others = (AnswerKind.UNKNOWN, AnswerKind.DECLINED)
    return [*points, *((each.value, each.words.in_language(language)) for each in others)]


def _chosen(answer: Answer | None) -> str:
    if answer is None:
        return ""
    return str(answer.level) if answer.level is not None else answer.kind.value


def _answer(question: str, chosen: str, words: str) -> Answer:
    if chosen.isdigit():
        return Answer(question, AnswerKind.LEVEL, int(chosen), words)
    return Answer(question, AnswerKind(chosen or AnswerKind.UNKNOWN.value), None, words)
