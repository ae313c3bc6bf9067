"""What is known of a person: the whole file, asking what is missing, correcting one field."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.file.field import Theme
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.people import queries
from streekwerk.people.actions.files import record
from streekwerk.people.models import Person
from streekwerk.people.permissions import may_edit_field
from streekwerk.people.queries.facts import said
from streekwerk.people.queries.registered import differing
from streekwerk.people.refusals import Refused
from streekwerk.screens.caseworker.forms.facts import FieldForm, FieldsForm, cleaned
from streekwerk.screens.caseworker.person_page import context, for_person
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
@for_person
def file(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show every field by theme, wishes first, with where each value comes from."""
    fields = queries.file_of(request.user, person).values()
    other = differing(person, fields)
    themes = [
        (theme, [(each, other.get(each.field.key)) for each in fields if each.field.theme is theme])
        for theme in Theme
        if any(each.field.theme is theme for each in fields)
    ]
    known = sum(each.is_known for each in fields)
    to_ask = sum(each.is_to_ask for each in fields)
    whole = context(
        request, person, "file", themes=themes, known=known, total=len(fields), to_ask=to_ask
    )
    return render(request, "caseworker/file.html", whole)


@require_http_methods(["GET", "POST"])
@for_person
def ask(request: SignedInRequest, person: Person) -> HttpResponse:
    """Ask together what is not known yet; whatever stays open stays open."""
    fields = queries.file_of(request.user, person)
    open_ones = [each.field for each in fields.values() if each.is_to_ask]
    form = FieldsForm(open_ones, {}, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.changed_values()
        for key, value in given.items():
            record(request.user, person, key, value)
        if given:
            messages.success(request, _("Bewaard."))
        return redirect("caseworker:person", person.public_id)
    whole = context(request, person, "file", form=form)
    return render(request, "caseworker/ask.html", whole)


@require_http_methods(["GET", "POST"])
@for_person
def field(request: SignedInRequest, person: Person, key: str) -> HttpResponse:
    """Correct one field, with its source; what was there stays below."""
    try:
        now = queries.history_of(request.user, person, key)
    except ValueError:
        now = None
    if now is None or not may_edit_field(request.user, now.field):
        raise Http404
    form = FieldForm(now.field, now.value, request.POST or None)
    if request.method == "POST" and form.is_valid() and _kept(request, person, key, form):
        return redirect("caseworker:file", person.public_id)
    language = reader_language()
    whole = context(
        request,
        person,
        "file",
        now=now,
        form=form,
        history=[(fact, said(now.field, fact)) for fact in now.facts],
        register=differing(person, [now]).get(key),
        breadcrumb=[
            Link(_("Gegevens"), _address(person)),
            Link(now.field.label.in_language(language)),
        ],
    )
    return render(request, "caseworker/field.html", whole)


def _address(person: Person) -> str:
    return reverse("caseworker:file", args=[person.public_id])


def _kept(request: SignedInRequest, person: Person, key: str, form: FieldForm) -> bool:
    given = form.cleaned_data
    state = FactState(given["state"])
    try:
        record(
            request.user,
            person,
            key,
            cleaned(form, "value") if state is FactState.KNOWN else None,
            state=state,
            source=FactSource(given["source"]),
            known_on=given["known_on"],
            note=given["note"],
        )
    except Refused as refused:
        form.add_error(None, refused.words.in_language(reader_language()))
        return False
    messages.success(request, _("Bewaard. Wat er stond, blijft als geschiedenis bewaard."))
    return True
