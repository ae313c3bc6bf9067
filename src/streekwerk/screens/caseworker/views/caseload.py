"""The caseworker's own people; finding a colleague's, and why."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import SignedInRequest, for_roles, has_role
from streekwerk.people import queries
from streekwerk.people.actions.access import open_with_reason
from streekwerk.people.models import Person
from streekwerk.people.permissions import WORKERS
from streekwerk.people.queries.caseload import BY_NAME, opened_by
from streekwerk.people.queries.facts import wishes_of
from streekwerk.people.queries.register import number_without_file
from streekwerk.people.refusals import Refused
from streekwerk.people.signals import SIGNALS, signals_of
from streekwerk.screens.caseworker.forms.intake import CaseloadFilter, FindForm, ReasonForm
from streekwerk.screens.design.templatetags.design import reader_language

ON_A_PAGE = 50


@require_GET
@for_roles(*WORKERS)
def overview(request: SignedInRequest) -> HttpResponse:
    """Show the people this caseworker guides, with reasons to look; in a neutral order."""
    user = request.user
    form = CaseloadFilter(_colleagues(user), request.GET or None)
    chosen = form.chosen()
    page = Paginator(_people(user, chosen), ON_A_PAGE).get_page(request.GET.get("page"))
    people = list(page.object_list)
    reasons, wishes = signals_of(people), wishes_of(people)
    context = {
        "form": form,
        "filtered": bool(chosen),
        "page_obj": page,
        "rows": [(each, reasons[each.pk], wishes.get(each.pk, "")) for each in people],
        "of_team": has_role(user, Role.TEAM_MANAGER),
        "opened": opened_by(user),
        "without_file": number_without_file(user),
        "today": timezone.localdate(),
    }
    return render(request, "caseworker/caseload.html", context)


def _colleagues(user: User) -> list[tuple[str, str]]:
    if not has_role(user, Role.TEAM_MANAGER):
        return []
    return [(str(each.public_id), str(each)) for each in queries.caseworkers_of(user)]


def _people(user: User, chosen: dict[str, str]) -> QuerySet[Person]:
    whose = None
    if chosen.get("van"):
        whose = queries.caseworkers_of(user).filter(public_id=chosen["van"]).first()
    people = queries.caseload(
        user, of=whose, search=chosen.get("naam", ""), order=chosen.get("volgorde", BY_NAME)
    )
    if reason := SIGNALS.get(chosen.get("reden", "")):
        people = people.filter(reason.holds(timezone.localdate()))
    return people


@require_GET
@for_roles(*WORKERS)
def find(request: SignedInRequest) -> HttpResponse:
    """Find somebody in the municipality by name: name and caseworker, no more."""
    form = FindForm(request.GET or None)
    name = form.cleaned_data["naam"] if form.is_valid() else ""
    found = queries.everybody_findable(request.user, name)[: ON_A_PAGE + 1]
    context = {"form": form, "name": name, "found": found, "most": ON_A_PAGE}
    return render(request, "caseworker/find.html", context)


@require_http_methods(["GET", "POST"])
@for_roles(*WORKERS)
def reason(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask why a colleague's file is needed, and open it."""
    person = queries.person_to_find(request.user, public_id)
    if person is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            open_with_reason(request.user, person, form.cleaned_data["reason"])
        except Refused as refused:
            messages.error(request, refused.words.in_language(reader_language()))
        else:
            return redirect("caseworker:person", public_id)
    return render(request, "caseworker/reason.html", {"person": person, "form": form})
