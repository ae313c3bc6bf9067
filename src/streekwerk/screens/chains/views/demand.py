"""Work by week of one employer: by form, or in Excel. For the employer and the advisers."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable
from functools import wraps
from io import BytesIO
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts import audit
from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.matching.chains.demand import Demand, Place
from streekwerk.matching.inventory_file import WorkbookError
from streekwerk.matching.inventory_file.weeks import read_demand, write_demand
from streekwerk.partners import queries
from streekwerk.partners.models import Employer
from streekwerk.registers.refusal import RefusedError
from streekwerk.screens.chains import bench
from streekwerk.screens.chains.forms import DemandForm, FileForm
from streekwerk.screens.chains.shown import year_of
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.work.actions.demand import end_demand, save_demand, take_in
from streekwerk.work.models import WeeklyDemand
from streekwerk.work.permissions import WORKERS
from streekwerk.work.queries.demand import demand_of, one_demand, titled
from streekwerk.work.refusals import Refused

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
View = Callable[..., HttpResponse]


def for_employer(view: View) -> Callable[..., HttpResponseBase]:
    """Open a view to the employer itself and the advisers of its region; others find nothing."""

    @for_roles(*WORKERS)
    @wraps(view)
    def opened(request: SignedInRequest, /, public_id: uuid.UUID, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 - what the address holds
        employer = queries.employer_for(request.user, public_id)
        if employer is None:
            raise Http404
        audit.looked_at_employer(request.user, employer, "chains:demand")
        return view(request, employer, **kwargs)

    return opened


@require_GET
@for_roles(Role.EMPLOYER)
def own(request: SignedInRequest) -> HttpResponse:
    """Bring somebody of an employer to the own work."""
    employer = queries.own_employer(request.user)
    if employer is None:
        raise Http404
    return redirect("chains:demand", employer.public_id)


@require_GET
@for_employer
def overview(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Show the work by week."""
    rows = demand_of(request.user, employer)
    lanes = [(row.title, row.half_hours) for row in rows]
    figure = year_of(lanes) if lanes else None
    return _page(request, "demand.html", employer, rows=rows, year=figure)


@require_http_methods(["GET", "POST"])
@for_employer
def new(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Add work."""
    return _edit(request, employer, None)


@require_http_methods(["GET", "POST"])
@for_employer
def change(request: SignedInRequest, employer: Employer, demand_id: uuid.UUID) -> HttpResponse:
    """Change work."""
    return _edit(request, employer, _row(request, employer, demand_id))


def _edit(request: SignedInRequest, employer: Employer, row: WeeklyDemand | None) -> HttpResponse:
    form = DemandForm(row, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            save_demand(request.user, employer, form.values(), row)
        except Refused as refused:
            form.add_error(None, bench.said(refused.words))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("chains:demand", employer.public_id)
    return _page(request, "demand_form.html", employer, form=form, row=row)


@require_POST
@for_employer
def remove(request: SignedInRequest, employer: Employer, demand_id: uuid.UUID) -> HttpResponse:
    """Take work away."""
    row = _row(request, employer, demand_id)
    return bench.click(
        request,
        lambda: end_demand(request.user, row),
        _("Weggehaald. Voorstellen waar het in staat, veranderen niet."),
        "demand",
        employer.public_id,
    )


@require_GET
@for_employer
def template(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Return the work by week as a workbook, or one to fill in."""
    written = BytesIO()
    rows = [titled(row) for row in demand_of(request.user, employer)]
    write_demand(written, reader_language(), rows)
    answer = HttpResponse(written.getvalue(), content_type=EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="{_("werk-per-week")}.xlsx"'
    return answer


@require_http_methods(["GET", "POST"])
@for_employer
def upload(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Take a workbook in, whole; or say everything that is wrong with it."""
    form = FileForm(request.POST or None, request.FILES or None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            demands = _read(form.cleaned_data["file"], employer)
            take_in(request.user, employer, demands)
        except WorkbookError as wrong:
            problems = [bench.said(each.sentence) for each in wrong.problems]
        except RefusedError as refused:
            problems = [bench.said(refused.reason)]
        except Refused as refused:
            problems = [bench.said(refused.words)]
        else:
            messages.success(request, _("Alles is ingelezen. Kijk of het klopt."))
            return redirect("chains:demand", employer.public_id)
    status = 422 if problems else 200
    return _page(
        request, "demand_upload.html", employer, status=status, form=form, problems=problems
    )


def _page(
    request: SignedInRequest,
    template_name: str,
    employer: Employer,
    *,
    status: int = 200,
    **more: Any,  # noqa: ANN401 - any template value
) -> HttpResponse:
    return bench.page(
        request, template_name, "own-demand", status=status, employer=employer, **more
    )


def _row(request: SignedInRequest, employer: Employer, demand_id: uuid.UUID) -> WeeklyDemand:
    row = one_demand(request.user, employer, demand_id)
    if row is None:
        raise Http404
    return row


def _read(sent: UploadedFile[Any], employer: Employer) -> tuple[Demand, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weken.xlsx"
        with path.open("wb") as kept:
            for chunk in sent.chunks():
                kept.write(chunk)
        place = Place(employer.x_km or 0.0, employer.y_km or 0.0)
        return read_demand(path, str(employer.public_id), place)
