"""Disagree, complain, ask for help; a receipt with what happens next, and the answers."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.remedies import (
    Matter,
    Remedy,
    after_objection,
    after_request,
)
from streekwerk.people.actions.objections import object_to
from streekwerk.people.actions.requests import ask_erasure, ask_help
from streekwerk.people.models import (
    Decision,
    JobseekerRequest,
    Objection,
    ObjectionKind,
    Person,
)
from streekwerk.people.queries.decisions import (
    decision_of,
    latest_advice,
    latest_decision,
    objection_of,
    objections_of,
)
from streekwerk.people.queries.requests import request_of, requests_of
from streekwerk.people.refusals import Refused
from streekwerk.screens.jobseeker.forms import ErasureForm, HelpForm, ObjectionForm
from streekwerk.screens.jobseeker.own_page import context, own, said


@require_GET
@own
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show what was asked and said, with the answers."""
    whole = {
        "objections": list(objections_of(person)),
        "requests": list(requests_of(person)),
    }
    return render(request, "jobseeker/asked.html", context(request, person, "rights", **whole))


@require_http_methods(["GET", "POST"])
@own
def disagree(request: SignedInRequest, person: Person) -> HttpResponse:
    """Say "ik ben het er niet mee eens": in own words, kept, and answered."""
    about = _about(request, person)
    form = ObjectionForm(request.POST or None, initial={"kind": "decision" if about else ""})
    if request.method == "POST" and form.is_valid():
        kind = ObjectionKind(form.cleaned_data["kind"])
        of_decision = kind is ObjectionKind.DECISION
        try:
            made = object_to(
                request.user,
                person,
                kind,
                form.cleaned_data["words"],
                advice=latest_advice(person) if kind is ObjectionKind.ADVICE else None,
                decision=(about or latest_decision(person)) if of_decision else None,
            )
        except Refused as refused:
            said(request, refused)
            return redirect("jobseeker:asked")
        return redirect("jobseeker:receipt", made.public_id)
    whole = {"form": form, "decision": about}
    return render(request, "jobseeker/disagree.html", context(request, person, "rights", **whole))


def _about(request: SignedInRequest, person: Person) -> Decision | None:
    """Return the choice that was being looked at, when one was named and it is the own."""
    try:
        return decision_of(person, uuid.UUID(request.GET.get("keuze", "")))
    except ValueError:
        return None


@require_GET
@own
def receipt(request: SignedInRequest, person: Person, objection_id: uuid.UUID) -> HttpResponse:
    """Confirm what was received (Awb art. 6:14 and 9:6), and say what happens next and by when."""
    found = objection_of(person, objection_id)
    if found is None:
        raise Http404
    whole = {"objection": found, "remedy": _remedy(found), "answer": getattr(found, "answer", None)}
    return render(request, "jobseeker/receipt.html", context(request, person, "rights", **whole))


def _remedy(objection: Objection) -> Remedy:
    decided_on = objection.decision.decided_on if objection.decision else None
    return after_objection(Matter(objection.kind), objection.made_on, decided_on)


@require_http_methods(["GET", "POST"])
@own
def ask(request: SignedInRequest, person: Person) -> HttpResponse:
    """Ask for help with anything."""
    form = HelpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = ask_help(request.user, person, form.cleaned_data["words"])
        return redirect("jobseeker:request", made.public_id)
    return render(request, "jobseeker/ask.html", context(request, person, "start", form=form))


@require_http_methods(["GET", "POST"])
@own
def erase(request: SignedInRequest, person: Person) -> HttpResponse:
    """Ask to erase everything; what that means stands beside it."""
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = ask_erasure(request.user, person, form.cleaned_data["words"])
        except Refused as refused:
            said(request, refused)
            return redirect("jobseeker:asked")
        return redirect("jobseeker:request", made.public_id)
    return render(request, "jobseeker/erase.html", context(request, person, "rights", form=form))


@require_GET
@own
def one_request(request: SignedInRequest, person: Person, request_id: uuid.UUID) -> HttpResponse:
    """Confirm what was asked, and show the answer when there is one."""
    found = request_of(person, request_id)
    if found is None:
        raise Http404
    whole = {
        "asked": found,
        "remedy": _after(found),
        "answer": getattr(found, "answer", None),
    }
    return render(request, "jobseeker/request.html", context(request, person, "rights", **whole))


def _after(asked: JobseekerRequest) -> Remedy:
    return after_request(asked.kind_now.value, asked.made_on)
