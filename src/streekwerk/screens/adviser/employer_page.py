"""What every page about one employer shares: who may see it, the name in sight, the tabs."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from streekwerk.accounts import audit
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.partners import queries
from streekwerk.partners.models import Employer
from streekwerk.partners.permissions import ADVISERS, READERS, may_advise
from streekwerk.screens.adviser.extension import added_tabs
from streekwerk.screens.partner_file.frame import Frame, Page

NAMESPACE = "adviser"


def frame_of(request: SignedInRequest, employer: Employer) -> Frame:
    """Return the frame around an employer's file for who works for the region."""
    tabs = (
        ("employer", _("Overzicht")),
        ("drives", _("Drijfveren en mogelijkheden")),
        ("agenda", _("Agenda")),
        ("agreements", _("Afspraken")),
        *added_tabs(),
        ("timeline", _("Tijdlijn")),
    )
    writes = may_advise(request.user, employer) and employer.closed_on is None
    args = (employer.public_id,)
    return Frame(employer, "adviser/of_employer.html", NAMESPACE, args, tabs, writes, own=False)


def for_employer(page: Page, /, *, writes: bool = False) -> Callable[..., HttpResponseBase]:
    """Open a page to whoever works with the employers of its region; others find nothing.

    A page with ``writes`` is for advisers; a closed file is opened again first.
    """

    @for_roles(*(ADVISERS if writes else READERS))
    @wraps(page)
    def opened(request: SignedInRequest, /, public_id: uuid.UUID, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 - what the address holds
        employer = queries.employer_for(request.user, public_id)
        if employer is None:
            raise Http404
        audit.looked_at_employer(request.user, employer, f"adviser:{_page(request)}")
        frame = frame_of(request, employer)
        if writes and not frame.writes:
            raise Http404
        return page(request, frame, **kwargs)

    return require_http_methods(["GET", "POST"])(opened)


def _page(request: HttpRequest) -> str:
    return request.resolver_match.url_name or "" if request.resolver_match else ""
