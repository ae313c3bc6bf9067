"""Begin a file: by hand, or for somebody in the register."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.people.actions.files import Intake, open_file
from streekwerk.people.permissions import WORKERS
from streekwerk.people.queries.register import (
    WithoutFile,
    one_without_file,
    pseudonyms_of,
    without_file,
)
from streekwerk.people.refusals import ALREADY_THERE, Refused
from streekwerk.screens.caseworker.forms.intake import IntakeForm
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language

ON_A_PAGE = 50


@require_GET
@for_roles(*WORKERS)
def register(request: SignedInRequest) -> HttpResponse:
    """Show who is on a benefit in the newest month and has no file yet."""
    page = Paginator(without_file(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "breadcrumb": [_home(), Link(_("In de registratie"))]}
    return render(request, "caseworker/register.html", context)


@require_http_methods(["GET", "POST"])
@for_roles(*WORKERS)
def new(request: SignedInRequest) -> HttpResponse:
    """Open a file. From the register the row comes along in the form, not in the address."""
    row = _row(request)
    begun = request.method == "POST" and "begin" not in request.POST
    form = IntakeForm(request.POST if begun else None, from_register=row is not None)
    if begun and form.is_valid():
        try:
            person = open_file(request.user, _intake(request.user, form, row))
        except Refused as refused:
            form.add_error(None, refused.words.in_language(reader_language()))
        else:
            messages.success(request, _("Het dossier is geopend."))
            return redirect("caseworker:person", person.public_id)
    context = {"form": form, "row": row, "breadcrumb": [_home(), Link(_("Nieuw dossier"))]}
    return render(request, "caseworker/intake.html", context)


def _home() -> Link:
    return Link(_("Mijn mensen"), reverse("caseworker:caseload"))


def _row(request: SignedInRequest) -> WithoutFile | None:
    try:
        pseudonym = uuid.UUID(request.POST.get("register", ""))
    except ValueError:
        return None
    return one_without_file(request.user, pseudonym)


def _intake(user: User, form: IntakeForm, row: WithoutFile | None) -> Intake:
    given = form.cleaned_data
    pseudonym, month = (row.pseudonym, row.birth_month) if row else (None, None)
    if given.get("bsn"):
        made = pseudonyms_of(user, given["bsn"])
        rows = [found for each in made if (found := one_without_file(user, each))]
        pseudonym, month = (rows[0].pseudonym, rows[0].birth_month) if rows else (made[0], None)
    if pseudonym is None and row is None and form.data.get("register"):
        raise Refused(ALREADY_THERE)
    return Intake(
        given["first_name"],
        given["last_name"],
        given["birth_date"],
        pseudonym,
        month,
        form.values(),
    )
