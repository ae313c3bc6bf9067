"""The administrator's screen: codes, where the key is kept, and computing with the region."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from streekwerk.accounts.models import AuditEntry, Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles, require
from streekwerk.deliveries import municipality_queries as queries
from streekwerk.deliveries import refusals
from streekwerk.deliveries.actions import municipalities
from streekwerk.deliveries.keys import KeyPlace
from streekwerk.deliveries.models import Reporter
from streekwerk.deliveries.permissions import may_administer
from streekwerk.screens.design.templatetags.design import reader_language


@dataclass(frozen=True, slots=True)
class Place:
    """One code on the page."""

    reporter: Reporter
    key: KeyPlace
    where: str
    history: list[AuditEntry]


@require_http_methods(["GET", "POST"])
@for_roles(Role.ADMINISTRATOR)
def set_up(request: SignedInRequest) -> HttpResponse:
    """Show how the municipality is set up; add a code."""
    require(may_administer(request.user))
    code = str(request.POST.get("code", "")).strip()
    problem = ""
    if request.method == "POST":
        problem = _add(request, code)
        if not problem:
            messages.success(request, _("Ingesteld. Leg nu een kopie van de sleutel in de kluis."))
            return redirect("deliveries:set-up")
    places = [
        Place(one.reporter, one.key, _where(one.key), one.history)
        for one in queries.set_up_of(request.user)
    ]
    context = {"places": places, "code": code, "problem": problem}
    return render(request, "deliveries/set_up.html", context, status=422 if problem else 200)


@require_POST
@for_roles(Role.ADMINISTRATOR)
def join(request: SignedInRequest, code: str) -> HttpResponse:
    """Compute with the region from now on."""
    municipalities.join_region(request.user, _find(request, code))
    messages.success(request, _("Vastgelegd: uw gemeente rekent mee met de regio."))
    return redirect("deliveries:set-up")


@require_POST
@for_roles(Role.ADMINISTRATOR)
def leave(request: SignedInRequest, code: str) -> HttpResponse:
    """Stop computing with the region."""
    municipalities.leave_region(request.user, _find(request, code))
    messages.success(request, _("Vastgelegd: uw gemeente rekent niet meer mee met de regio."))
    return redirect("deliveries:set-up")


def _add(request: SignedInRequest, code: str) -> str:
    """Set a code up; return what is wrong, or nothing."""
    try:
        municipalities.set_up_reporter(request.user, code)
    except ValidationError:
        return _("Een gemeentecode heeft vier cijfers, zoals 0344.")
    except refusals.Refused as refused:
        return refused.words.in_language(reader_language())
    except (PermissionDenied, IntegrityError):
        return _("Deze gemeentecode is al van een andere gemeente in Streekwerk.")
    return ""


def _find(request: SignedInRequest, code: str) -> Reporter:
    found = queries.reporters_of(request.user).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def _where(key: KeyPlace) -> str:
    if key.variable:
        return _("Uw systeembeheer levert de sleutel aan als omgevingsvariabele %(name)s.") % {
            "name": key.name
        }
    return _(
        "De sleutel hoort op de server in het bestand %(name)s, in de gegevensmap van Streekwerk."
    ) % {"name": key.name}
