"""The start page: the loop in one picture; and the doors into it."""

from __future__ import annotations

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts import actions, queries
from streekwerk.accounts.models import Role
from streekwerk.learning.cards import Verdict, all_cards, counts
from streekwerk.learning.permissions import READERS
from streekwerk.partners import queries as partners
from streekwerk.partners.permissions import READERS as EMPLOYER_READERS
from streekwerk.people.permissions import READERS as TABLE
from streekwerk.rights import CATALOGUE
from streekwerk.screens.home.doors import LATER, Place, doors_at


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Show the loop: each place with its doors and a live figure, and what is not there yet."""
    cards = all_cards(request.user)
    tally = counts(cards)
    context = {
        "known": len(cards),
        "helped": tally[Verdict.HELPED],
        "unknown": tally[Verdict.UNKNOWN] + tally[Verdict.NO_INTERVAL] + tally[Verdict.UNFAIR],
        "newest": cards[:3],
        "rules": len(CATALOGUE),
        "region_employers": partners.number_known(request.user),
        **{place.value: doors_at(place, request.user) for place in Place},
        "later": {place.value: words for place, words in LATER.items()},
    }
    return render(request, "home/home.html", context)


@require_http_methods(["GET", "POST"])
def who_are_you(request: HttpRequest) -> HttpResponse:
    """Let a visitor of the demo region play one of its people; nothing of the kind elsewhere."""
    if not settings.DEMO:
        raise Http404
    roles = (*READERS, *TABLE, *EMPLOYER_READERS, Role.EMPLOYER, Role.ADMINISTRATOR)
    people = queries.demo_people().filter(role__in=roles)
    if request.method == "POST":
        person = get_object_or_404(people, public_id=request.POST.get("person"))
        actions.become_demo_person(request, person)
        return redirect(_safe_next(request, reverse("home")))
    context = {
        "caseworkers": people.filter(role=Role.CASEWORKER),
        "team_managers": people.filter(role=Role.TEAM_MANAGER),
        "jobseekers": people.filter(role=Role.JOBSEEKER),
        "advisers": people.filter(role=Role.EMPLOYER_ADVISER),
        "employers": people.filter(role=Role.EMPLOYER),
        "researchers": people.filter(role=Role.RESEARCHER),
        "coordinators": people.filter(role=Role.REGION_COORDINATOR),
        "administrators": people.filter(role=Role.ADMINISTRATOR),
        "officers": people.filter(role=Role.DISCLOSURE_OFFICER),
        "next": request.GET.get("next", ""),
    }
    return render(request, "home/who_are_you.html", context)


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the language and go back to where the reader was."""
    try:
        actions.choose_language(request, request.POST.get("language", ""))
    except ValueError:
        return HttpResponseBadRequest()
    return redirect(_safe_next(request, reverse("home")))


@require_GET
def healthy(request: HttpRequest) -> HttpResponse:
    """Answer whether the application and its database work; for whoever watches over them."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return HttpResponse("ok", content_type="text/plain")


def _safe_next(request: HttpRequest, otherwise: str) -> str:
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own else otherwise
