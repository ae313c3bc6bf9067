"""What every page of the portal shares: whose it is, and the five parts."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.people.models import Person
from streekwerk.people.queries.requests import own_person
from streekwerk.people.refusals import Refused
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language

View = Callable[..., HttpResponse]


def own(view: View) -> Callable[..., HttpResponseBase]:
    """Open a view to a jobseeker, about the own file and no other; it has no id in the address."""

    @for_roles(Role.JOBSEEKER)
    @wraps(view)
    def opened(request: SignedInRequest, /, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 - what the address holds
        person = own_person(request.user)
        if person is None:
            return render(request, "jobseeker/no_file.html")
        return view(request, person, **kwargs)

    return opened


def context(request: HttpRequest, person: Person, here: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any template value
    """Return what the templates need; ``here`` is the part that is open."""
    parts = (
        (_("Begin"), "start"),
        (_("Mijn plan"), "plan"),
        (_("Mogelijkheden"), "options"),
        (_("Mijn gegevens"), "details"),
        (_("Mijn rechten"), "rights"),
    )
    links = [
        Link(label, reverse(f"jobseeker:{name}"), current=name == here) for label, name in parts
    ]
    return {"person": person, "subnavigation": links, **more}


def said(request: HttpRequest, refused: Refused) -> None:
    """Tell why something could not be done."""
    messages.error(request, refused.words.in_language(reader_language()))
