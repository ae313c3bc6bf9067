"""One person: the overview with one next thing, the timeline, handing over."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.cycle import phases, things
from streekwerk.people import queries
from streekwerk.people.actions.files import assign as assign_to
from streekwerk.people.models import Person
from streekwerk.people.permissions import may_assign
from streekwerk.people.queries.guidance import guidance_of, state_of
from streekwerk.people.refusals import NOT_A_CASEWORKER_HERE, Refused
from streekwerk.people.timeline import EventKind, timeline
from streekwerk.screens.caseworker.person_page import context, for_person
from streekwerk.screens.caseworker.words import place_of, who_words
from streekwerk.screens.design.navigation import Step
from streekwerk.screens.design.templatetags.design import reader_language

LATEST = 5
EVENTS_ON_A_PAGE = 40
# What somebody who opens the file wants to know at a glance, where it is known.
GLANCE = (
    "phone",
    "contact_by",
    "contact_help",
    "hours_available",
    "available_from",
    "transport",
    "education_level",
    "last_work",
    "good_at",
)


@require_GET
@for_person
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show wishes first, the one next thing, what is agreed, and what is still to ask."""
    language = reader_language()
    file = queries.file_of(request.user, person)
    guidance = guidance_of(person)
    state = state_of(guidance, file)
    first, *others = things(state)
    steps = [Step(phase.words.in_language(language), mark) for phase, mark in phases(state)]
    whole = {
        "file": file,
        "wish": file["wish_work"],
        "next": first,
        "next_url": place_of(first, person),
        "others": [(each, place_of(each, person)) for each in others],
        "phases": steps,
        "guidance": guidance,
        "planned": [(step, who_words(step)) for step in guidance.planned],
        "glance": [file[key] for key in GLANCE if key in file and file[key].is_known],
        "to_ask": [each for each in file.values() if each.is_to_ask],
        "events": timeline(request.user, person)[:LATEST],
        "may_assign": may_assign(request.user, person),
        "colleagues": queries.caseworkers_of(request.user),
        "today": state.today,
    }
    return render(request, "caseworker/person.html", context(request, person, "person", **whole))


@require_GET
@for_person
def timeline_page(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show everything that happened, newest first."""
    kind = request.GET.get("soort", "")
    events = timeline(request.user, person)
    kinds = [each for each in EventKind if any(event.kind is each for event in events)]
    shown = [event for event in events if kind in {"", event.kind.value}]
    page = Paginator(shown, EVENTS_ON_A_PAGE).get_page(request.GET.get("page"))
    whole = context(request, person, "timeline", page_obj=page, kinds=kinds, kind=kind)
    return render(request, "caseworker/timeline.html", whole)


@require_POST
@for_person
def assign(request: SignedInRequest, person: Person) -> HttpResponse:
    """Let a colleague guide this person from now on."""
    colleague = (
        queries.caseworkers_of(request.user)
        .filter(username=request.POST.get("caseworker", ""))
        .first()
    )
    try:
        _hand_over(request, person, colleague)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
        return redirect("caseworker:person", person.public_id)
    said = _("%(person)s wordt nu begeleid door %(colleague)s.")
    messages.success(request, said % {"person": person, "colleague": colleague})
    return redirect("caseworker:caseload")


def _hand_over(request: SignedInRequest, person: Person, colleague: User | None) -> None:
    if colleague is None:
        raise Refused(NOT_A_CASEWORKER_HERE)
    assign_to(request.user, person, colleague)
