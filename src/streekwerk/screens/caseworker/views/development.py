"""How the answers developed, question by question."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.charts.figure import Figure
from streekwerk.charts.levels import LevelAt, Levels, levels
from streekwerk.guidance.file.field import said_day
from streekwerk.guidance.instrument.development import (
    Asked,
    MechanismLine,
    QuestionLine,
    development,
    said,
    to_talk_about,
)
from streekwerk.people.models import Person
from streekwerk.people.queries.guidance import asked, open_round, rounds_of
from streekwerk.screens.caseworker.person_page import context, for_person
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
@for_person
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show each mechanism in words, then the lines, then what can be talked about."""
    rounds = [asked(each) for each in rounds_of(person)]
    lines = development(rounds)
    first = {line.mechanism.key for line in to_talk_about(lines)}
    # Who was never asked anything has no lines to draw.
    shown = [
        (line, line.mechanism.key in first, [_picture(each, rounds) for each in line.lines])
        for line in (lines if rounds else ())
    ]
    whole = context(
        request,
        person,
        "development",
        rounds=rounds,
        lines=shown,
        words=_own_words(lines),
        under_way=open_round(person),
    )
    return render(request, "caseworker/development.html", whole)


def _picture(line: QuestionLine, rounds: list[Asked]) -> Figure:
    question = line.question
    answers = tuple(
        LevelAt(
            each.on,
            said_day(each.on),
            each.level(question.key),
            said(question, each.answers.get(question.key)),
        )
        for each in rounds
    )
    plot = Levels(question.words, answers, question.points[0], question.points[-1])
    return levels(plot, reader_language())


def _own_words(lines: tuple[MechanismLine, ...]) -> dict[str, list[str]]:
    """Return what was said in own words the last time, by mechanism."""
    return {
        line.mechanism.key: [answer.words for _, answer in line.latest if answer and answer.words]
        for line in lines
    }
