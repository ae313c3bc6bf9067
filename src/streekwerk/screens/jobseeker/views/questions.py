"""The questions on how things stand, answered alone: the same ones as in the conversation."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.follow_up.questions import CHOICES, NotAnAnswerError, Question, Reply
from streekwerk.guidance.instrument.answers import Answer
from streekwerk.guidance.instrument.development import Asked, development
from streekwerk.guidance.instrument.development import said as answer_words
from streekwerk.guidance.instrument.mechanism import Mechanism
from streekwerk.guidance.instrument.mechanisms import MECHANISMS
from streekwerk.guidance.instrument.questions import BY_KEY
from streekwerk.people.actions import diagnosis
from streekwerk.people.actions.outcomes import answer_follow_up
from streekwerk.people.models import Person
from streekwerk.people.queries.follow_ups import FollowUp, follow_up_of
from streekwerk.people.queries.guidance import asked, open_round, rounds_of
from streekwerk.people.refusals import Refused
from streekwerk.screens.caseworker.forms.answers import AnswersForm
from streekwerk.screens.jobseeker.own_page import context, own, said
from streekwerk.vocabulary.language import Text


@require_GET
@own
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show the subjects, what was answered now, and what was answered before."""
    under_way = open_round(person)
    given = asked(under_way).answers if under_way else {}
    subjects = [(each, _answered(each, given)) for each in MECHANISMS]
    rounds = [asked(each) for each in rounds_of(person)]
    whole = {
        "subjects": subjects,
        "first_open": next((each.key for each, done in subjects if not done), ""),
        "under_way": bool(given),
        "lines": _lines(rounds) if rounds else [],
        "last_on": rounds[-1].on if rounds else None,
    }
    return render(request, "jobseeker/questions.html", context(request, person, "plan", **whole))


def _answered(subject: Mechanism, given: Mapping[str, Answer]) -> bool:
    return any(question.key in given for question in subject.questions)


def _lines(rounds: list[Asked]) -> list[tuple[Text, Text, list[tuple[Text, Text, str]]]]:
    return [
        (
            line.mechanism.name,
            line.change.words,
            [(q.words, answer_words(q, a), a.words) for q, a in line.latest if a is not None],
        )
        for line in development(rounds)
        if any(answer is not None for _question, answer in line.latest)
    ]


@require_http_methods(["GET", "POST"])
@own
def subject(request: SignedInRequest, person: Person, theme: str) -> HttpResponse:
    """Ask the questions of one subject; each may stay open."""
    if theme not in BY_KEY:
        raise Http404
    under_way = open_round(person)
    given = asked(under_way).answers if under_way else {}
    form = AnswersForm(BY_KEY[theme], given, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _keep(request, person, form, given)
        except Refused as refused:
            said(request, refused)
        return _onward(theme)
    place = list(BY_KEY).index(theme) + 1
    whole = context(
        request,
        person,
        "plan",
        form=form,
        subject=BY_KEY[theme],
        place=place,
        total=len(BY_KEY),
        before=list(BY_KEY)[place - 2] if place > 1 else "",
        no_answers={},
    )
    return render(request, "jobseeker/subject.html", whole)


def _keep(
    request: SignedInRequest, person: Person, form: AnswersForm, given: Mapping[str, Answer]
) -> None:
    answers = [each for each in form.answers() if each != given.get(each.question)]
    if answers:
        asking = diagnosis.begin(request.user, person)
        for answer in answers:
            diagnosis.answer(request.user, asking, answer)


def _onward(theme: str) -> HttpResponse:
    keys = list(BY_KEY)
    after = keys.index(theme) + 1
    if after < len(keys):
        return redirect("jobseeker:subject", keys[after])
    return redirect("jobseeker:questions")


@require_POST
@own
def finish(request: SignedInRequest, person: Person) -> HttpResponse:
    """Finish: the answers stay as they are, and the caseworker sees them."""
    under_way = open_round(person)
    if under_way is not None:
        try:
            diagnosis.finish(request.user, under_way)
        except Refused as refused:
            said(request, refused)
            return redirect("jobseeker:questions")
        messages.success(request, _("Uw antwoorden zijn bewaard. Dank u wel."))
    return redirect("jobseeker:start")


@require_http_methods(["GET", "POST"])
@own
def later(request: SignedInRequest, person: Person) -> HttpResponse:
    """Ask how it went after a choice, one question at a time, each answered with one click."""
    found = follow_up_of(person)
    if request.method == "POST" and found is not None:
        try:
            question = Question(request.POST.get("question", ""))
            reply = Reply(question, request.POST.get("answer", ""))
        except (ValueError, NotAnAnswerError):
            return redirect("jobseeker:later")
        answer_follow_up(request.user, person, reply)
        return redirect("jobseeker:later")
    return render(
        request, "jobseeker/later.html", context(request, person, "plan", **_later(found))
    )


def _later(found: FollowUp | None) -> dict[str, object]:
    question = found.next_question if found else None
    return {
        "found": found,
        "question": question,
        "choices": list(CHOICES[question]) if question else [],
        "answers": [(each, found.answer(each)) for each in found.questions] if found else [],
    }
