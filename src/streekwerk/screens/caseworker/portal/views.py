"""Invite somebody to the own file; read and answer what they ask."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.entry.actions import sending
from streekwerk.accounts.entry.permissions import mail_is_sent
from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.file.source import FactSource
from streekwerk.guidance.remedies import after_request
from streekwerk.people import queries
from streekwerk.people.actions.invitations import invite_person
from streekwerk.people.actions.requests import NewValue
from streekwerk.people.actions.requests import answer as answer_request
from streekwerk.people.fields import field_of
from streekwerk.people.models import JobseekerRequest, Person, RequestKind
from streekwerk.people.models.request import REGISTER
from streekwerk.people.queries.facts import FieldNow
from streekwerk.people.queries.requests import request_of, requests_of
from streekwerk.people.refusals import Refused
from streekwerk.screens.caseworker.forms.facts import cleaned
from streekwerk.screens.caseworker.person_page import context, for_person
from streekwerk.screens.caseworker.portal.forms import (
    AnswerForm,
    CorrectionAnswerForm,
    ErasureAnswerForm,
    InviteForm,
)
from streekwerk.screens.design.templatetags.design import reader_language


@never_cache
@require_http_methods(["GET", "POST"])
@for_person
def invite(request: SignedInRequest, person: Person) -> HttpResponse:
    """Invite the person to an account; the link is shown now and never again."""
    form = InviteForm(request.POST or None)
    whole = {"form": form, "mails": mail_is_sent()}
    if request.method == "POST" and form.is_valid():
        try:
            made = invite_person(request.user, person, form.cleaned_data["email"])
        except Refused as refused:
            messages.error(request, refused.words.in_language(reader_language()))
            return redirect("caseworker:person", person.public_id)
        address = sending.link(request, made)
        asked = bool(form.cleaned_data["email"]) and mail_is_sent()
        if asked and sending.by_mail(made, address):
            messages.success(request, _("De uitnodiging is gemaild."))
            return redirect("caseworker:person", person.public_id)
        whole |= {"link": address, "failed": asked}
    return render(request, "portal/invite.html", context(request, person, "person", **whole))


@require_GET
@for_person
def requests(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show what the person asked: what waits first, longest waiting on top."""
    found = list(requests_of(person))
    waiting = [(each, _by(each)) for each in reversed(found) if each.is_open]
    answered = [each for each in found if not each.is_open]
    whole = context(request, person, "person", waiting=waiting, answered=answered)
    return render(request, "portal/requests.html", whole)


def _by(asked: JobseekerRequest) -> object:
    return after_request(asked.kind_now.value, asked.made_on).by


@require_http_methods(["GET", "POST"])
@for_person
def answer(request: SignedInRequest, person: Person, request_id: uuid.UUID) -> HttpResponse:
    """Answer a request. A correction is made or refused; what stood stays."""
    asked = request_of(person, request_id)
    if asked is None:
        raise Http404
    if not asked.is_open:
        return redirect("caseworker:requests", person.public_id)
    now = _field(request, person, asked)
    form = _form(request, asked, now)
    if request.method == "POST" and form.is_valid() and _answered(request, asked, form):
        messages.success(request, _("Beantwoord. De werkzoekende kan het lezen."))
        return redirect("caseworker:requests", person.public_id)
    whole = context(request, person, "person", asked=asked, form=form, now=now, by=_by(asked))
    return render(request, "portal/answer.html", whole)


def _field(request: SignedInRequest, person: Person, asked: JobseekerRequest) -> FieldNow | None:
    if not asked.field or asked.field == REGISTER:
        return None
    return queries.history_of(request.user, person, asked.field)


def _form(request: SignedInRequest, asked: JobseekerRequest, now: FieldNow | None) -> AnswerForm:
    data = request.POST or None
    if asked.kind_now is RequestKind.ERASURE:
        return ErasureAnswerForm(data)
    if asked.kind_now is not RequestKind.CORRECTION:
        return AnswerForm(data)
    about = None if asked.field == REGISTER else field_of(asked.field)
    return CorrectionAnswerForm(about, now.value if now else None, data)


def _answered(request: SignedInRequest, asked: JobseekerRequest, form: AnswerForm) -> bool:
    granted = form.is_granted
    new = None
    if granted and "value" in form.fields:
        new = NewValue(cleaned(form, "value"), source=FactSource(form.cleaned_data["source"]))
    try:
        answer_request(request.user, asked, form.cleaned_data["words"], granted=granted, new=new)
    except Refused as refused:
        form.add_error(None, refused.words.in_language(reader_language()))
        return False
    return True
