"""The options as the caseworker saw them, what one would choose oneself, and the choices made."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts import audit
from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.advice import Advice, Option
from streekwerk.advice.features import FEATURES
from streekwerk.people.actions.decisions import see_stored_advice
from streekwerk.people.actions.replies import agree as agree_with
from streekwerk.people.actions.replies import prefer
from streekwerk.people.actions.requests import ask_new_advice
from streekwerk.people.models import AdviceRecord, Decision, Person
from streekwerk.people.queries.decisions import (
    decision_of,
    decisions_of,
    given,
    latest_advice,
    objections_of,
    works_with_advice,
)
from streekwerk.people.queries.requests import agreement_with, latest_preference
from streekwerk.people.refusals import Refused
from streekwerk.reports.plan import decision_pdf
from streekwerk.screens.caseworker.options.paper import decision_content
from streekwerk.screens.caseworker.options.shown import (
    general_questions,
    shown_option,
    shown_options,
)
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.jobseeker.forms import PreferenceForm
from streekwerk.screens.jobseeker.own_page import context, own, said
from streekwerk.screens.jobseeker.views.plan import pdf
from streekwerk.vocabulary.language import Text


@require_GET
@own
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show the stored advice, the same as the caseworker saw it, and the choices."""
    record = latest_advice(person)
    advice = given(record) if record else None
    if record is not None:
        _note_seen(request, person, record)
    preference = latest_preference(person)
    whole = {
        "on": works_with_advice(person.municipality_id),
        "record": record,
        "advice": advice,
        "options": shown_options(advice, reader_language()) if advice else (),
        "questions": _questions(advice) if advice else [],
        "preference": preference,
        "preferred": _name_of(preference.advice, preference.option) if preference else None,
        "decisions": list(decisions_of(person)),
    }
    return render(request, "jobseeker/options.html", context(request, person, "options", **whole))


def _questions(advice: Advice) -> list[tuple[str, Text]]:
    """Return what is still to ask of the person: the field to answer in, and the words."""
    found = [(FEATURES.get(each.question.key), each.question) for each in general_questions(advice)]
    return [
        (feature.source, question.text)
        for feature, question in found
        if feature and not question.for_professional
    ]


def _note_seen(request: SignedInRequest, person: Person, record: AdviceRecord) -> None:
    if person.closed_on is None:
        see_stored_advice(request.user, record)


def _name_of(record: AdviceRecord, key: str) -> object:
    return next((each.name for each in given(record).options if each.key == key), key)


def _stored(person: Person) -> tuple[AdviceRecord, Advice]:
    record = latest_advice(person)
    if record is None:
        raise Http404
    return record, given(record)


@require_http_methods(["GET", "POST"])
@own
def option(request: SignedInRequest, person: Person, key: str) -> HttpResponse:
    """Show one option: what it is, what it probably does, whether it may; and say "I want this"."""
    record, advice = _stored(person)
    found = _option(advice, key)
    form = PreferenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            prefer(request.user, person, record, key, form.cleaned_data["words"])
        except Refused as refused:
            said(request, refused)
        else:
            messages.success(request, _("Bewaard. Uw klantmanager ziet wat u wilt."))
        return redirect("jobseeker:options")
    shown = shown_option(found, reader_language())
    whole = {"record": record, "shown": shown, "form": form}
    return render(request, "jobseeker/option.html", context(request, person, "options", **whole))


def _option(advice: Advice, key: str) -> Option:
    for one in advice.options:
        if one.key == key:
            return one
    raise Http404


@require_POST
@own
def again(request: SignedInRequest, person: Person) -> HttpResponse:
    """Ask to look at the options again."""
    words = request.POST.get("words", "").strip() or _("Wilt u opnieuw kijken?")
    try:
        made = ask_new_advice(request.user, person, words)
    except Refused as refused:
        said(request, refused)
        return redirect("jobseeker:options")
    return redirect("jobseeker:request", made.public_id)


@require_http_methods(["GET", "POST"])
@own
def decision(request: SignedInRequest, person: Person, decision_id: uuid.UUID) -> HttpResponse:
    """Show a choice, and say to agree with it; disagreeing is one click as well."""
    found = _decision(person, decision_id)
    if request.method == "POST":
        agree_with(request.user, found)
        messages.success(request, _("Bewaard. U bent het eens met deze keuze."))
        return redirect("jobseeker:decision", decision_id)
    whole = {
        "decision": found,
        "content": decision_content(found, reader_language()),
        "agreement": agreement_with(found),
        "objections": [o for o in objections_of(person) if o.decision_id == found.pk],
        "counts": not hasattr(found, "replaced_by"),
    }
    return render(request, "jobseeker/decision.html", context(request, person, "options", **whole))


@require_GET
@own
def decision_on_paper(
    request: SignedInRequest, person: Person, decision_id: uuid.UUID
) -> HttpResponse:
    """Return the record of a choice as a PDF."""
    found = _decision(person, decision_id)
    audit.record(request.user, "decision.printed", found)
    return pdf(decision_pdf(decision_content(found, reader_language())), _("besluit"))


def _decision(person: Person, decision_id: uuid.UUID) -> Decision:
    found = decision_of(person, decision_id)
    if found is None:
        raise Http404
    return found
