"""Options: all of them, one of them, two or three side by side, and an older advice."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.advice import Advice, Option
from streekwerk.people.actions.decisions import see_stored_advice, show_advice
from streekwerk.people.models import AdviceRecord, Person
from streekwerk.people.queries.decisions import (
    advice_history,
    advice_of,
    given,
    latest_decision,
    objections_of,
    switches_of,
    works_with_advice,
)
from streekwerk.people.refusals import Refused
from streekwerk.screens.caseworker.options.answering import answer_question
from streekwerk.screens.caseworker.options.shown import (
    general_questions,
    shown_option,
    shown_options,
)
from streekwerk.screens.caseworker.person_page import context, for_person
from streekwerk.screens.design.templatetags.design import reader_language

MOST_BESIDE = 3


@require_GET
@for_person
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show every option in neutral order, what is still to ask, and what is closed."""
    if not works_with_advice(person.municipality_id):
        switch = switches_of(person.municipality_id).first()
        whole = context(request, person, "options", switch=switch, **_beside(person))
        return render(request, "options/without.html", whole)
    record = show_advice(request.user, person)
    advice = given(record)
    whole = context(
        request,
        person,
        "options",
        record=record,
        advice=advice,
        options=shown_options(advice, reader_language()),
        questions=general_questions(advice),
        **_beside(person),
    )
    return render(request, "options/overview.html", whole)


def _beside(person: Person) -> dict[str, object]:
    return {
        "decision": latest_decision(person),
        "objections": [each for each in objections_of(person) if not hasattr(each, "answer")],
        "history": advice_history(person)[:10],
    }


@require_GET
@for_person
def option(request: SignedInRequest, person: Person, key: str) -> HttpResponse:
    """Show one option: may you get it, what it probably does, how sure, when and where."""
    record, advice = _now(request, person)
    found = _option(advice, key)
    shown = shown_option(found, reader_language())
    whole = context(request, person, "options", record=record, advice=advice, shown=shown)
    return render(request, "options/option.html", whole)


@require_GET
@for_person
def compare(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show two or three options side by side, in the order of the advice."""
    record, advice = _now(request, person)
    asked = set(request.GET.getlist("o"))
    chosen = [each for each in advice.options if each.key in asked][:MOST_BESIDE]
    if len(chosen) < 2:
        messages.info(request, _("Kies twee of drie mogelijkheden om naast elkaar te zetten."))
        return redirect("caseworker:options", person.public_id)
    shown = [shown_option(each, reader_language()) for each in chosen]
    whole = context(request, person, "options", record=record, shown=shown)
    return render(request, "options/compare.html", whole)


@require_POST
@for_person
def answer(request: SignedInRequest, person: Person) -> HttpResponse:
    """Keep the answer to a question asked at the table, and show the advice again."""
    try:
        answer_question(request, person)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
    back = request.POST.get("back", "")
    if back:
        return redirect("caseworker:option", person.public_id, back)
    return redirect(reverse("caseworker:options", args=[person.public_id]) + "#vragen")


@require_GET
@for_person
def stored(request: SignedInRequest, person: Person, advice_id: uuid.UUID) -> HttpResponse:
    """Show an advice as it was given, however old, with what it was made from."""
    record = advice_of(person, advice_id)
    if record is None:
        raise Http404
    see_stored_advice(request.user, record)
    advice = given(record)
    whole = context(
        request,
        person,
        "options",
        record=record,
        advice=advice,
        request_asked=record.record.asked(),
        options=shown_options(advice, reader_language()),
        seen=record.seen.select_related("user"),
    )
    return render(request, "options/stored.html", whole)


def _now(request: SignedInRequest, person: Person) -> tuple[AdviceRecord, Advice]:
    try:
        record = show_advice(request.user, person)
    except Refused as refused:
        raise Http404 from refused
    return record, given(record)


def _option(advice: Advice, key: str) -> Option:
    for one in advice.options:
        if one.key == key:
            return one
    raise Http404
