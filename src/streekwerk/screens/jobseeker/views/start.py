"""The start: what you want, the one next thing, and what comes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.file.source import FactState
from streekwerk.guidance.plan.steps import Who
from streekwerk.people import queries
from streekwerk.people.models import Decision, Person, Step
from streekwerk.people.queries.decisions import (
    latest_advice,
    latest_decision,
    objections_of,
    works_with_advice,
)
from streekwerk.people.queries.follow_ups import follow_up_of
from streekwerk.people.queries.guidance import Guidance, guidance_of
from streekwerk.people.queries.requests import agreement_with, latest_preference, requests_of
from streekwerk.people.timeline import timeline
from streekwerk.screens.caseworker.words import who_words
from streekwerk.screens.jobseeker.next_thing import Ask, State, next_thing
from streekwerk.screens.jobseeker.own_page import context, own


@require_GET
@own
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show the own wish, one next thing, the goal and the steps that come."""
    file = queries.file_of(request.user, person)
    found = _read(person, wish_known=file["wish_work"].state is not FactState.NOT_YET)
    asked = next_thing(found.state)
    whole = {
        "wish": file["wish_work"],
        "next": asked,
        "next_url": _address(asked, found),
        "guidance": found.guidance,
        "planned": [(step, who_words(step)) for step in found.guidance.planned],
        "to_ask": sum(each.is_to_ask for each in file.values()),
        "waiting": [each for each in requests_of(person) if each.is_open],
        "today": found.state.today,
    }
    return render(request, "jobseeker/start.html", context(request, person, "start", **whole))


class _Found(NamedTuple):
    state: State
    guidance: Guidance
    step: Step | None
    decision: Decision | None


def _read(person: Person, *, wish_known: bool) -> _Found:
    guidance = guidance_of(person)
    own_step = next((s for s in guidance.planned if s.who == Who.JOBSEEKER.value), None)
    decision = latest_decision(person)
    state = State(
        today=timezone.localdate(),
        wish_known=wish_known,
        own_step=own_step.what if own_step else "",
        own_step_due=own_step.due if own_step else None,
        answered_on=_answered_on(person),
        undecided_on=decision.decided_on if decision and not _said_of(decision) else None,
        asked_on=guidance.last_round.asked_on if guidance.last_round else None,
        follow_up=_follow_up_due(person),
        has_advice=works_with_advice(person.municipality_id) and latest_advice(person) is not None,
        preferred=latest_preference(person) is not None,
    )
    return _Found(state, guidance, own_step, decision)


def _follow_up_due(person: Person) -> bool:
    found = follow_up_of(person)
    return found is not None and found.next_question is not None


def _said_of(decision: Decision) -> bool:
    return agreement_with(decision) is not None or decision.objections.exists()


def _answered_on(person: Person) -> date | None:
    given = [each.answer.answered_on for each in requests_of(person) if not each.is_open]
    given += [o.answer.answered_on for o in objections_of(person) if hasattr(o, "answer")]
    return max(given, default=None)


def _address(asked: Ask, found: _Found) -> str:
    if asked.address == "step" and found.step is not None:
        return reverse("jobseeker:step", args=[found.step.public_id])
    if asked.address == "choice" and found.decision is not None:
        return reverse("jobseeker:decision", args=[found.decision.public_id])
    return reverse(f"jobseeker:{asked.address}")


@require_GET
@own
def story(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show everything that happened, newest first."""
    events = timeline(request.user, person)
    return render(request, "jobseeker/story.html", context(request, person, "plan", events=events))
