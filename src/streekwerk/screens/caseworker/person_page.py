"""What every page about one person shares: who may see it, the name in sight, the tabs."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from streekwerk.accounts import audit
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.people import queries
from streekwerk.people.models import Person
from streekwerk.people.permissions import WORKERS
from streekwerk.screens.design.navigation import Link

View = Callable[..., HttpResponse]


def for_person(view: View) -> Callable[..., HttpResponseBase]:
    """Open a view to whoever may see the person's file.

    A colleague of the municipality is asked for a reason first; to everybody else the
    person does not exist.
    """

    @for_roles(*WORKERS)
    @wraps(view)
    def opened(request: SignedInRequest, /, public_id: uuid.UUID, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 - what the address holds
        person = queries.person_for(request.user, public_id)
        if person is not None:
            audit.looked(request.user, person, f"caseworker:{_page(request)}")
            return view(request, person, **kwargs)
        if request.method == "GET" and queries.person_to_find(request.user, public_id):
            return redirect("caseworker:reason", public_id)
        raise Http404

    return opened


def _page(request: HttpRequest) -> str:
    return request.resolver_match.url_name or "" if request.resolver_match else ""


def context(request: HttpRequest, person: Person, here: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any template value
    """Return what the templates of a person's pages need; ``here`` is the current tab."""
    tabs = (
        (_("Overzicht"), "person"),
        (_("Gegevens"), "file"),
        (_("Ontwikkeling"), "development"),
        (_("Mogelijkheden"), "options"),
        (_("Plan"), "plan"),
        (_("Tijdlijn"), "timeline"),
    )
    links = [
        Link(label, url, current=name == here)
        for label, name in tabs
        if (url := address(name, person))
    ]
    return {"person": person, "person_tabs": links, **more}


def address(name: str, person: Person) -> str:
    """Return the address of a page about ``person``; "" while no such page exists."""
    try:
        return reverse(f"caseworker:{name}", args=[person.public_id])
    except NoReverseMatch:
        return ""
