"""What came of a step, and how it goes afterwards: one question at a time, one click."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.follow_up.questions import (
    CHOICES,
    MOST_HOURS,
    NotAnAnswerError,
    Question,
    Reply,
)
from streekwerk.guidance.plan.outcomes import CameOf
from streekwerk.people.actions.outcomes import answer_follow_up, say_what_came_of
from streekwerk.people.models import Person
from streekwerk.people.queries.follow_ups import (
    FollowUp,
    coming,
    earlier_follow_ups,
    follow_up_of,
    outcomes_of,
)
from streekwerk.people.queries.guidance import step_of
from streekwerk.people.refusals import Refused
from streekwerk.screens.caseworker.person_page import context, for_person
from streekwerk.screens.design.templatetags.design import reader_language

MOST_WORDS = 2_000


@require_http_methods(["GET", "POST"])
@for_person
def step_outcome(request: SignedInRequest, person: Person, step_id: uuid.UUID) -> HttpResponse:
    """Ask what came of a step."""
    step = step_of(person, step_id)
    if step is None:
        raise Http404
    if request.method == "POST":
        try:
            outcome = CameOf(request.POST.get("outcome", ""))
        except ValueError:
            raise BadRequest from None
        try:
            words = request.POST.get("words", "")[:MOST_WORDS]
            say_what_came_of(request.user, step, outcome, words)
        except Refused as refused:
            messages.error(request, refused.words.in_language(reader_language()))
            return redirect("caseworker:step", person.public_id, step_id)
        messages.success(request, _("Bewaard."))
        return redirect("caseworker:plan", person.public_id)
    if step.state == "planned":
        return redirect("caseworker:step", person.public_id, step_id)
    told = outcomes_of(person).get(step.pk)
    whole = context(request, person, "plan", step=step, told=told, choices=list(CameOf))
    return render(request, "caseworker/step_outcome.html", whole)


@require_http_methods(["GET", "POST"])
@for_person
def follow_up(request: SignedInRequest, person: Person) -> HttpResponse:
    """Ask how it goes after a choice: the next question large, the others to change."""
    if request.method == "POST":
        _answer(request, person)
        return redirect("caseworker:follow-up", person.public_id)
    found = follow_up_of(person)
    asked = request.GET.get("vraag", "")
    now = _asked_now(found, asked)
    whole = context(
        request,
        person,
        "follow-up",
        found=found,
        now=now,
        choices=list(CHOICES[now]) if now else [],
        most_hours=MOST_HOURS if now is Question.HOURS else None,
        given=_given(found) if found else [],
        earlier=_earlier(person, found),
        coming=None if found else coming(person, timezone.localdate()),
    )
    return render(request, "caseworker/follow_up.html", whole)


def _asked_now(found: FollowUp | None, asked: str) -> Question | None:
    """Return the question that is asked: the one somebody wants to change, else the next."""
    if found is None:
        return None
    wanted = next((each for each in found.questions if each.value == asked), None)
    return wanted or found.next_question


def _given(found: FollowUp) -> list[tuple[Question, object, object]]:
    return [
        (q, answer, found.other_voice(q)) for q in found.questions if (answer := found.answer(q))
    ]


def _earlier(person: Person, found: FollowUp | None) -> list[tuple[FollowUp, object]]:
    """Return the moments that were answered before the one that is asked about."""
    return [
        (each, _given(each))
        for each in earlier_follow_ups(person)
        if found is None
        or (each.anchor.decision_id, each.anchor.plan_id, each.moment.months)
        != (found.anchor.decision_id, found.anchor.plan_id, found.moment.months)
    ]


def _answer(request: SignedInRequest, person: Person) -> None:
    answer = (request.POST.get("answer") or request.POST.get("number", "")).strip()
    try:
        reply = Reply(Question(request.POST.get("question", "")), answer)
    except NotAnAnswerError:
        messages.error(request, _("Vul een aantal uren in, van 1 tot en met 80."))
        return
    except ValueError:
        raise BadRequest from None
    try:
        answer_follow_up(request.user, person, reply)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
