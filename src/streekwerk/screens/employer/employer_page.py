"""What every page about one employer's work shares: who may see it, the name in sight, tabs.

An employer's own account and the adviser of the region use the same pages; the employer is
always in the address, and the address opens for nobody else.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk.accounts import audit
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.partners import queries
from streekwerk.partners.models import Employer
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.work.permissions import WORKERS
from streekwerk.work.refusals import Refused

View = Callable[..., HttpResponse]


def for_employer(view: View) -> Callable[..., HttpResponseBase]:
    """Open a view to the employer itself and to the advisers of its region.

    To everybody else the employer does not exist.
    """

    @for_roles(*WORKERS)
    @wraps(view)
    def opened(request: SignedInRequest, /, public_id: uuid.UUID, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 - what the address holds
        employer = queries.employer_for(request.user, public_id)
        if employer is None:
            raise Http404
        audit.looked_at_employer(request.user, employer, f"employer:{_page(request)}")
        return view(request, employer, **kwargs)

    return opened


def _page(request: HttpRequest) -> str:
    return request.resolver_match.url_name or "" if request.resolver_match else ""


def context(request: SignedInRequest, employer: Employer, here: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any template value
    """Return what the templates of an employer's pages need; ``here`` is the current tab."""
    tabs = (
        (_("Overzicht"), "start"),
        (_("Werk"), "work"),
        (_("Herontwerp"), "redesign"),
        (_("Wat het oplevert"), "case"),
        (_("Stappen"), "method"),
    )
    links = [Link(label, address(name, employer), current=name == here) for label, name in tabs]
    return {"employer": employer, "employer_tabs": links, "is_own": is_own(request), **more}


def is_own(request: SignedInRequest) -> bool:
    """Whether somebody of the employer looks, and not an adviser."""
    return request.user.role == "employer"


def address(name: str, employer: Employer, *more: object) -> str:
    """Return the address of a page about ``employer``."""
    return reverse(f"employer:{name}", args=[employer.public_id, *more])


def done(request: SignedInRequest, action: Callable[[], object], words: str = "") -> bool:
    """Do ``action`` and say ``words``; say why when it was refused, and return False."""
    try:
        action()
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
        return False
    if words:
        messages.success(request, words)
    return True
