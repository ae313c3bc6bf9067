"""Decide in one screen; see and print a decision; object and answer."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts import audit
from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.objections import answer_objection, object_to
from streekwerk.people.models import (
    AdviceRecord,
    Decision,
    ObjectionKind,
    Person,
    Preference,
    Reason,
)
from streekwerk.people.queries.decisions import (
    decision_of,
    latest_advice,
    latest_decision,
    objection_of,
    objections_of,
    works_with_advice,
)
from streekwerk.people.queries.requests import latest_preference
from streekwerk.people.refusals import Refused
from streekwerk.reports.plan import decision_pdf, plan_pdf
from streekwerk.screens.caseworker.options.choosing import Choosing
from streekwerk.screens.caseworker.options.forms import AnswerForm, DecisionForm, ObjectionForm
from streekwerk.screens.caseworker.options.paper import decision_content, plan_content
from streekwerk.screens.caseworker.person_page import context, for_person
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import LANGUAGES, Language


@require_http_methods(["GET", "POST"])
@for_person
def choose(request: SignedInRequest, person: Person) -> HttpResponse:
    """Decide: every option costs the same clicks, and a reason may stay empty."""
    advice = _advice(request, person)
    choosing = Choosing.of(person, advice, reader_language())
    said = latest_preference(person)
    form = DecisionForm(choosing.names, request.POST or None, initial=_said(said))
    if request.method == "POST" and form.is_valid():
        try:
            made = decide(request.user, person, _chosen(form, choosing, request), advice)
        except Refused as refused:
            form.add_error(None, refused.words.in_language(reader_language()))
        else:
            messages.success(request, _("De keuze is vastgelegd en de stappen staan in het plan."))
            return redirect("caseworker:decision", person.public_id, made.public_id)
    named = dict(choosing.names).get(said.option) if said else None
    whole = {"form": form, "choosing": choosing, "advice": advice, "said": said, "named": named}
    return render(request, "options/decide.html", context(request, person, "options", **whole))


def _said(preference: Preference | None) -> dict[str, str]:
    """Return what the jobseeker said at home, so that nobody has to say or type it again."""
    if preference is None:
        return {}
    return {"wish": preference.option, "wish_words": preference.words}


def _advice(request: SignedInRequest, person: Person) -> AdviceRecord | None:
    if not works_with_advice(person.municipality_id):
        return None
    # What is decided on is what was shown: the stored advice, not a newer one.
    return latest_advice(person) or show_advice(request.user, person)


def _chosen(form: DecisionForm, choosing: Choosing, request: SignedInRequest) -> Chosen:
    given = form.cleaned_data
    return Chosen(
        options=tuple(key for key, _name in choosing.names if key in given["options"]),
        together=given["together"] == "yes",
        offers=choosing.offers_in(request.POST),
        words=given["words"],
        wish=given["wish"],
        wish_words=given["wish_words"],
        view=given["view"],
        view_words=given["view_words"],
        reason=Reason(given["reason"]) if given["reason"] else None,
        reason_words=given["reason_words"],
    )


@require_GET
@for_person
def one(request: SignedInRequest, person: Person, decision_id: uuid.UUID) -> HttpResponse:
    """Show what was decided, by whom and on what."""
    decision = _decision(person, decision_id)
    objections = [o for o in objections_of(person) if o.decision_id == decision.pk]
    whole = context(
        request,
        person,
        "options",
        decision=decision,
        content=decision_content(decision, reader_language()),
        counts=latest_decision(person) == decision,
        objections=objections,
    )
    return render(request, "options/decision.html", whole)


@require_GET
@for_person
def record_on_paper(
    request: SignedInRequest, person: Person, decision_id: uuid.UUID
) -> HttpResponse:
    """Return the record of a decision as a PDF."""
    decision = _decision(person, decision_id)
    language = _language(request)
    audit.record(request.user, "decision.printed", decision)
    return _pdf(decision_pdf(decision_content(decision, language)), _("besluit"))


@require_GET
@for_person
def plan_on_paper(request: SignedInRequest, person: Person) -> HttpResponse:
    """Return the plan for the jobseeker as a PDF."""
    language = _language(request)
    audit.record(request.user, "plan.printed", person)
    return _pdf(plan_pdf(plan_content(request.user, person, language)), _("plan"))


def _language(request: SignedInRequest) -> Language:
    asked = request.GET.get("taal", "")
    return next((each for each in LANGUAGES if each == asked), reader_language())


def _pdf(content: bytes, name: str) -> HttpResponse:
    # No name of a person in the address or in the name of the file.
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


@require_http_methods(["GET", "POST"])
@for_person
def objection(request: SignedInRequest, person: Person) -> HttpResponse:
    """Say that something is not right: data, options or choice."""
    form = ObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        object_to(
            request.user,
            person,
            ObjectionKind(form.cleaned_data["kind"]),
            form.cleaned_data["words"],
            advice=latest_advice(person),
            decision=latest_decision(person),
        )
        messages.success(request, _("Bewaard. Er komt antwoord op."))
        return redirect("caseworker:options", person.public_id)
    whole = context(request, person, "options", form=form, objections=list(objections_of(person)))
    return render(request, "options/objection.html", whole)


@require_http_methods(["GET", "POST"])
@for_person
def answer_one(request: SignedInRequest, person: Person, objection_id: uuid.UUID) -> HttpResponse:
    """Answer an objection; advice is made again and the old stays."""
    found = objection_of(person, objection_id)
    if found is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_objection(request.user, found, form.cleaned_data["words"])
        except Refused as refused:
            form.add_error(None, refused.words.in_language(reader_language()))
        else:
            messages.success(request, _("Beantwoord. De mogelijkheden zijn opnieuw bekeken."))
            return redirect("caseworker:options", person.public_id)
    whole = context(request, person, "options", form=form, objection=found)
    return render(request, "options/answer.html", whole)


def _decision(person: Person, decision_id: uuid.UUID) -> Decision:
    found = decision_of(person, decision_id)
    if found is None:
        raise Http404
    return found
