"""The first page: what is there, and the one thing to do next."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.partners import queries
from streekwerk.partners.models import Employer
from streekwerk.screens.employer.employer_page import context, for_employer
from streekwerk.screens.employer.next_step import next_step
from streekwerk.screens.employer.stages import flow_of
from streekwerk.work.queries.overview import overview_of


@require_GET
@for_roles(Role.EMPLOYER)
def own(request: SignedInRequest) -> HttpResponse:
    """Bring somebody of an employer to the own pages."""
    employer = queries.own_employer(request.user)
    if employer is None:
        raise Http404
    return redirect("employer:start", employer.public_id)


@require_GET
@for_employer
def start(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Show what is next and how far it is."""
    overview = overview_of(employer)
    whole = context(
        request,
        employer,
        "start",
        overview=overview,
        next=next_step(employer, overview),
        flow=flow_of(employer, overview.steps),
    )
    return render(request, "employer/start.html", whole)
