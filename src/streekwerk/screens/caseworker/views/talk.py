"""The conversation itself, on a tablet between two people: one theme at a time."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.conversation import (
    AGREEMENTS,
    EVERY_PART,
    NEWS,
    THEMES,
    WISHES,
    Channel,
    ConversationKind,
    parts_of,
)
from streekwerk.guidance.cycle import Thing, next_thing
from streekwerk.guidance.instrument.questions import BY_KEY
from streekwerk.people import queries
from streekwerk.people.actions import conversations
from streekwerk.people.models import Conversation, Person
from streekwerk.people.queries.guidance import (
    conversation_of,
    guidance_of,
    open_conversation,
    state_of,
)
from streekwerk.people.refusals import Refused
from streekwerk.screens.caseworker.forms.plans import BeginForm
from streekwerk.screens.caseworker.person_page import context, for_person
from streekwerk.screens.caseworker.talking import Part, make_part
from streekwerk.screens.design.templatetags.design import reader_language

# What a conversation is most likely for, by the next thing; the caseworker chooses.
LIKELY: dict[Thing, ConversationKind] = {
    Thing.MEET: ConversationKind.INTAKE,
    Thing.ASK_WISHES: ConversationKind.INTAKE,
    Thing.DIAGNOSE: ConversationKind.DIAGNOSIS,
    Thing.ASK_AGAIN: ConversationKind.DIAGNOSIS,
    Thing.SET_GOAL: ConversationKind.PLAN,
    Thing.SEE_OPTIONS: ConversationKind.PLAN,
    Thing.AGREE_STEP: ConversationKind.PLAN,
    Thing.LOOK_BACK: ConversationKind.EVALUATION,
}


@require_http_methods(["GET", "POST"])
@for_person
def begin(request: SignedInRequest, person: Person) -> HttpResponse:
    """Begin a conversation, or go on with the one that is open."""
    if found := open_conversation(person):
        return redirect("caseworker:conversation", person.public_id, found.public_id)
    form = BeginForm(request.POST or None, initial={"kind": _likely(request, person).value})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        kind, channel = ConversationKind(given["kind"]), Channel(given["channel"])
        try:
            made = conversations.begin(request.user, person, kind, channel=channel)
        except Refused as refused:
            messages.error(request, refused.words.in_language(reader_language()))
            return redirect("caseworker:person", person.public_id)
        return redirect("caseworker:talk", person.public_id, made.public_id, parts_of(kind)[0])
    whole = context(request, person, "person", form=form)
    return render(request, "caseworker/begin.html", whole)


def _likely(request: SignedInRequest, person: Person) -> ConversationKind:
    state = state_of(guidance_of(person), queries.file_of(request.user, person))
    return LIKELY.get(next_thing(state).thing, ConversationKind.PROGRESS)


@require_GET
@for_person
def whole(request: SignedInRequest, person: Person, talk_id: uuid.UUID) -> HttpResponse:
    """Show a conversation that was rounded off; go on with one that was not."""
    found = _found(person, talk_id)
    if found.is_open:
        part = _go_on(found)
        return redirect("caseworker:talk", person.public_id, talk_id, part)
    notes = [(_part_words(each.theme), each.text) for each in found.notes.all()]
    shown = context(request, person, "timeline", conversation=found, notes=notes)
    return render(request, "caseworker/conversation.html", shown)


def _found(person: Person, talk_id: uuid.UUID) -> Conversation:
    found = conversation_of(person, talk_id)
    if found is None:
        raise Http404
    return found


def _go_on(found: Conversation) -> str:
    """Return the part after the last one in which something was noted or answered."""
    parts = parts_of(found.kind_now)
    begun = {note.theme for note in found.notes.all()}
    if asked := getattr(found, "round", None):
        answered = {answer.question for answer in asked.answers.all()}
        begun |= {key for key in THEMES if answered & {q.key for q in BY_KEY[key].questions}}
    last = max((place for place, part in enumerate(parts) if part in begun), default=-1)
    return parts[min(last + 1, len(parts) - 1)]


def _part_words(part: str) -> str:
    if part in BY_KEY:
        return BY_KEY[part].name.in_language(reader_language())
    return {WISHES: _("Wat u wilt"), NEWS: _("Hoe het gaat"), AGREEMENTS: _("Afspraken")}.get(
        part, part
    )


@dataclass(frozen=True, slots=True)
class Where:
    """Where in the conversation we are; what comes before and after."""

    place: int
    total: int
    before: str
    after: str


def _where(found: Conversation, part: str) -> Where:
    parts = parts_of(found.kind_now)
    if part not in parts:
        # A part beside the route: from there back to the agreements.
        return Where(0, len(parts), "", AGREEMENTS)
    place = parts.index(part)
    after = parts[place + 1] if place + 1 < len(parts) else ""
    return Where(place + 1, len(parts), parts[place - 1] if place else "", after)


@require_http_methods(["GET", "POST"])
@for_person
def part(request: SignedInRequest, person: Person, talk_id: uuid.UUID, part: str) -> HttpResponse:
    """Show one part of the conversation; every answer is kept as it is given."""
    found = _found(person, talk_id)
    if part not in EVERY_PART:
        raise Http404
    if not found.is_open:
        return redirect("caseworker:conversation", person.public_id, talk_id)
    shown, where = make_part(request, found, part), _where(found, part)
    if request.method == "POST" and shown.form.is_valid():
        try:
            shown.keep()
        except Refused as refused:
            messages.error(request, refused.words.in_language(reader_language()))
            return redirect("caseworker:talk", person.public_id, talk_id, part)
        return _kept(request, found, shown, where)
    return render(request, "caseworker/talk.html", _page(request, found, shown, where))


def _kept(request: SignedInRequest, found: Conversation, shown: Part, where: Where) -> HttpResponse:
    if request.htmx and "next" not in request.POST:  # type: ignore[attr-defined]  # its middleware
        return render(request, "caseworker/saved.html", {"now": timezone.localtime()})
    if "step" in request.POST:
        return redirect("caseworker:talk", found.person.public_id, found.public_id, shown.key)
    onward = where.after or shown.key
    return redirect("caseworker:talk", found.person.public_id, found.public_id, onward)


def _page(
    request: SignedInRequest, found: Conversation, shown: Part, where: Where
) -> dict[str, object]:
    route = parts_of(found.kind_now)
    return context(
        request,
        found.person,
        "",
        conversation=found,
        part=shown,
        where=where,
        last_time="vorige" in request.GET,
        others=[(key, _part_words(key), key == shown.key) for key in EVERY_PART],
        in_route=route,
        soon=timezone.localdate() + timedelta(days=7),
    )


@require_POST
@for_person
def round_off(request: SignedInRequest, person: Person, talk_id: uuid.UUID) -> HttpResponse:
    """Round off the conversation; answers and notes stay as they are."""
    found = _found(person, talk_id)
    try:
        shown = make_part(request, found, AGREEMENTS)
        if shown.form.is_valid():
            shown.keep()
        conversations.round_off(request.user, found)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
    else:
        messages.success(request, _("Het gesprek is afgerond en bewaard."))
    return redirect("caseworker:person", person.public_id)
