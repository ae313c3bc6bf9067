"""The employer's own way into the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.partners import queries
from streekwerk.partners.models import Employer
from streekwerk.partners.permissions import may_fill_in
from streekwerk.partners.queries.files_now import contacts_of
from streekwerk.screens.partner_file.frame import Frame, Page

NAMESPACE = "own-file"


def own_frame(request: SignedInRequest, employer: Employer) -> Frame:
    """Return the frame around the employer's own file."""
    tabs = (
        ("employer", _("Ons dossier")),
        ("drives", _("Drijfveren en mogelijkheden")),
        ("agenda", _("Agenda")),
        ("agreements", _("Afspraken")),
    )
    writes = may_fill_in(request.user, employer)
    return Frame(employer, "partner_file/own.html", NAMESPACE, (), tabs, writes, own=True)


def opened(page: Page, /, *, writes: bool = False) -> Callable[..., HttpResponseBase]:
    """Open a page to an employer, about itself; an account without an employer has none."""

    @for_roles(Role.EMPLOYER)
    @wraps(page)
    def own(request: SignedInRequest, /, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 - what the address holds
        employer = queries.own_employer(request.user)
        if employer is None:
            raise Http404
        frame = own_frame(request, employer)
        if writes and not frame.writes:
            raise Http404
        return page(request, frame, **kwargs)

    return require_http_methods(["GET", "POST"])(own)


def _overview(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Show what the region knows of us, and who we speak to."""
    contacts = contacts_of(request.user, frame.employer)
    return frame.page(request, "own_overview.html", "employer", contacts=contacts)


overview = require_GET(opened(_overview))
