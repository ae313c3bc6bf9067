"""The calendar of deliveries, the drop zone, and what waits."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.deliveries import queries, refusals
from streekwerk.deliveries.actions import receiving
from streekwerk.deliveries.models import State
from streekwerk.deliveries.permissions import READERS, may_deliver, may_see_region
from streekwerk.screens.deliveries import months
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
@for_roles(*READERS)
def deliveries(request: SignedInRequest) -> HttpResponse:
    """Show what is there per month and kind, and what asks for attention."""
    if may_see_region(request.user):
        return _region(request)
    waiting = list(queries.to_do(request.user))
    checking = [d for d in waiting if d.state == State.RECEIVED]
    to_decide = [d for d in waiting if d.state == State.CHECKED]
    reporters = queries.reporters_for(request.user)
    context = {
        "calendar": months.by_year(queries.calendar(request.user), reporters),
        "names": months.names_of_months(),
        "checking": checking,
        "first": checking[0] if checking else None,
        "to_decide": to_decide,
        "to_explain": [d for d in waiting if d.state == State.UNMAPPED],
        "clean": sum(not d.errors for d in to_decide),
        "unreadable": queries.unreadable(request.user, 5),
        "facts": queries.other_sources(request.user),
        "may_deliver": may_deliver(request.user) and bool(reporters),
        "refresh_seconds": 5 if checking else None,
    }
    return render(request, "deliveries/overview.html", context)


def _region(request: SignedInRequest) -> HttpResponse:
    cells = queries.calendar(request.user)
    years = months.years_of(cells)
    asked = request.GET.get("jaar", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else next(iter(years), 0)
    reporters = queries.reporters_for(request.user)
    context = {
        "calendar": months.by_municipality(cells, reporters, year) if years else None,
        "names": months.names_of_months(),
        "years": [
            Link(str(each), f"{reverse('deliveries:overview')}?jaar={each}", each == year)
            for each in years
        ],
        "year": year,
        "together": [r for r in reporters if r.in_region_since],
    }
    return render(request, "deliveries/region.html", context)


@require_POST
@for_roles(Role.RESEARCHER)
def deliver(request: SignedInRequest) -> HttpResponse:
    """Take in one or many files; a file that is known already changes nothing."""
    files = request.FILES.getlist("files")
    if not files:
        messages.error(request, refusals.NO_FILE.in_language(reader_language()))
        return redirect("deliveries:overview")
    new = known = 0
    for file in files:
        try:
            receipt = receiving.receive(request.user, file.name or "", file.chunks())
        except (refusals.Refused, refusals.NoRoom) as refused:
            return _refused(request, file.name or "", refused)
        new, known = new + (not receipt.known), known + receipt.known
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"new": new, "known": known})
    _tell(request, new, known)
    return redirect("deliveries:overview")


def _refused(
    request: SignedInRequest, name: str, refused: refusals.Refused | refusals.NoRoom
) -> HttpResponse:
    words = f"{name}: {refused.words.in_language(reader_language())}"
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"refused": words}, status=422)
    messages.error(request, words)
    return redirect("deliveries:overview")


def _tell(request: SignedInRequest, new: int, known: int) -> None:
    if new:
        told = ngettext("%(n)s bestand ontvangen.", "%(n)s bestanden ontvangen.", new)
        messages.success(request, told % {"n": new})
    if known:
        told = ngettext(
            "%(n)s bestand was er al; daaraan is niets veranderd.",
            "%(n)s bestanden waren er al; daaraan is niets veranderd.",
            known,
        )
        messages.info(request, told % {"n": known})


@require_GET
@for_roles(*READERS)
def busy(request: SignedInRequest) -> HttpResponse:
    """Answer how far the checking is; when it is over, show the page anew."""
    checking = list(queries.to_do(request.user).filter(state=State.RECEIVED))
    if not checking:
        return HttpResponseClientRefresh()
    context: dict[str, Any] = {"checking": checking, "first": checking[0]}
    return render(request, "deliveries/busy.html", context)
