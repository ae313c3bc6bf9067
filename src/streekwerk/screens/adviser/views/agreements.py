"""All agreements of the region, on screen and as a file."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.partners.permissions import READERS
from streekwerk.partners.queries.lists import agreements_for, coming_up
from streekwerk.screens.adviser import bench, export
from streekwerk.screens.design.templatetags.design import reader_language

ON_A_PAGE = 50
ALL, SOON = "alle", "binnenkort"


@require_GET
@for_roles(*READERS)
def overview(request: SignedInRequest) -> HttpResponse:
    """Show what comes up first, or every agreement, those that ended included."""
    which = ALL if request.GET.get("welke") == ALL else SOON
    user = request.user
    found = agreements_for(user, open_only=False) if which == ALL else coming_up(user)
    ordered = found.order_by(
        F("ended_on").asc(nulls_first=True), F("look_on").asc(nulls_last=True), "pk"
    )
    page = Paginator(ordered, ON_A_PAGE).get_page(request.GET.get("page"))
    return bench.page(
        request,
        "agreements.html",
        "all-agreements",
        page_obj=page,
        which=which,
        today=timezone.localdate(),
    )


@require_GET
@for_roles(*READERS)
def as_file(request: SignedInRequest, kind: str) -> HttpResponse:
    """Give every agreement as a workbook or as a file with commas."""
    found = agreements_for(request.user, open_only=False).prefetch_related("evaluations")
    rows = export.rows(found, reader_language())
    made, media = (
        (export.workbook(rows), export.WORKBOOK)
        if kind == "xlsx"
        else (export.commas(rows), export.COMMAS)
    )
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="afspraken.{kind}"'
    return answer
