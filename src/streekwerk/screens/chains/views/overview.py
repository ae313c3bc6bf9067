"""What was proposed, and how it stands."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.partners.permissions import READERS
from streekwerk.screens.chains import bench
from streekwerk.work.queries.chains import proposals

ON_A_PAGE = 20


@require_GET
@for_roles(*READERS)
def overview(request: SignedInRequest) -> HttpResponse:
    """Show the proposals of the region, newest first."""
    page = Paginator(proposals(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return bench.page(request, "overview.html", "overview", page_obj=page)
