"""What is known, from whom and since when; correct it at once, or ask for a correction."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.file.catalogue import of_theme
from streekwerk.guidance.file.field import Theme
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.people import queries
from streekwerk.people.actions.files import record
from streekwerk.people.actions.requests import ask_correction
from streekwerk.people.models import JobseekerRequest, Person
from streekwerk.people.models.request import REGISTER
from streekwerk.people.permissions import may_edit_field
from streekwerk.people.queries.facts import FieldNow
from streekwerk.people.queries.facts import said as fact_words
from streekwerk.people.queries.requests import register_of, requests_of
from streekwerk.people.refusals import Refused
from streekwerk.registers.codes.bus import BenefitLaw
from streekwerk.screens.caseworker.forms.facts import FieldsForm, cleaned
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.jobseeker.forms import CorrectionForm, OwnFieldForm
from streekwerk.screens.jobseeker.own_page import context, own, said


@require_GET
@own
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show every field, wishes first, with its source, its day and what it is for."""
    fields = list(queries.file_of(request.user, person).values())
    asked = _open_corrections(person)
    themes = [
        (theme, [(each, each.field.key in asked) for each in fields if each.field.theme is theme])
        for theme in Theme
    ]
    register = register_of(request.user, person)
    whole = {
        "themes": [(theme, own_fields) for theme, own_fields in themes if own_fields],
        "to_ask": sum(each.is_to_ask for each in fields),
        "register": register,
        "laws": [(each, BenefitLaw(each.law).label) for each in register.benefits],
        "register_asked": REGISTER in asked,
    }
    return render(request, "jobseeker/details.html", context(request, person, "details", **whole))


def _open_corrections(person: Person) -> dict[str, JobseekerRequest]:
    return {each.field: each for each in requests_of(person) if each.is_open and each.field}


@require_http_methods(["GET", "POST"])
@own
def wishes(request: SignedInRequest, person: Person) -> HttpResponse:
    """Say what you want, in your own words."""
    file = queries.file_of(request.user, person)
    values = {each.key: file[each.key].value for each in of_theme(Theme.WISHES)}
    form = FieldsForm(of_theme(Theme.WISHES), values, request.POST or None)
    if request.method == "POST" and form.is_valid() and _kept(request, person, form):
        return redirect("jobseeker:start")
    return render(request, "jobseeker/wishes.html", context(request, person, "details", form=form))


@require_http_methods(["GET", "POST"])
@own
def complete(request: SignedInRequest, person: Person) -> HttpResponse:
    """Fill in what is not known yet; whatever stays empty stays open, and counts for nothing."""
    file = queries.file_of(request.user, person).values()
    open_ones = [
        each.field for each in file if each.is_to_ask and may_edit_field(request.user, each.field)
    ]
    form = FieldsForm(open_ones, {}, request.POST or None)
    if request.method == "POST" and form.is_valid() and _kept(request, person, form):
        return redirect("jobseeker:details")
    return render(
        request, "jobseeker/complete.html", context(request, person, "details", form=form)
    )


def _kept(request: SignedInRequest, person: Person, form: FieldsForm) -> bool:
    try:
        for key, value in form.changed_values().items():
            record(request.user, person, key, value)
    except Refused as refused:
        form.add_error(None, refused.words.in_language(reader_language()))
        return False
    messages.success(request, _("Bewaard. Dank u wel."))
    return True


@require_http_methods(["GET", "POST"])
@own
def field(request: SignedInRequest, person: Person, key: str) -> HttpResponse:
    """Change one field oneself; where the municipality recorded it, ask for a correction."""
    now = _field(request, person, key)
    if not _is_ours(request, now):
        return redirect("jobseeker:correction", key)
    form = OwnFieldForm(now.field, now.value, request.POST or None)
    if request.method == "POST" and form.is_valid() and _recorded(request, person, key, form):
        return redirect("jobseeker:details")
    history = [(fact, fact_words(now.field, fact)) for fact in now.facts]
    whole = context(request, person, "details", now=now, form=form, history=history)
    return render(request, "jobseeker/field.html", whole)


def _field(request: SignedInRequest, person: Person, key: str) -> FieldNow:
    try:
        now = queries.history_of(request.user, person, key)
    except (ValueError, KeyError):
        now = None
    if now is None:
        raise Http404
    return now


def _is_ours(request: SignedInRequest, now: FieldNow) -> bool:
    told = now.fact is None or now.fact.source_now is FactSource.JOBSEEKER
    return told and may_edit_field(request.user, now.field)


def _recorded(request: SignedInRequest, person: Person, key: str, form: OwnFieldForm) -> bool:
    state = FactState(form.cleaned_data["state"])
    value = cleaned(form, "value") if state is FactState.KNOWN else None
    try:
        record(request.user, person, key, value, state=state)
    except Refused as refused:
        form.add_error(None, refused.words.in_language(reader_language()))
        return False
    messages.success(request, _("Bewaard. Wat er stond, blijft als geschiedenis bewaard."))
    return True


@require_http_methods(["GET", "POST"])
@own
def correction(request: SignedInRequest, person: Person, key: str) -> HttpResponse:
    """Ask to correct what the municipality recorded; the caseworker decides, the old stays."""
    now = None if key == REGISTER else _field(request, person, key)
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = ask_correction(request.user, person, key, form.cleaned_data["words"])
        except Refused as refused:
            said(request, refused)
            return redirect("jobseeker:asked")
        return redirect("jobseeker:request", made.public_id)
    history = [(fact, fact_words(now.field, fact)) for fact in now.facts] if now else []
    whole = context(request, person, "details", now=now, form=form, history=history)
    return render(request, "jobseeker/correction.html", whole)
