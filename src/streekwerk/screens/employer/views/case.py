"""What the chosen design costs and brings, with the workbook and the report of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.matching.cases import Account, Outcome, workbook
from streekwerk.partners.models import Employer
from streekwerk.reports.case import case_pdf
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.case_shown import CaseShown
from streekwerk.screens.employer.employer_page import context, for_employer, is_own
from streekwerk.screens.employer.forms.case import CaseForm
from streekwerk.screens.employer.shown import Asked, DesignShown
from streekwerk.screens.employer.views.files import EXCEL
from streekwerk.work.actions.cases import work_out_case
from streekwerk.work.casework import Assumptions, summary
from streekwerk.work.models import Case
from streekwerk.work.queries.cases import OtherOutcomeError, again, case_for
from streekwerk.work.queries.overview import case_of, choice_of
from streekwerk.work.refusals import Refused


@require_http_methods(["GET", "POST"])
@for_employer
def case(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Ask a few figures, work the chosen design out, and show it: words, picture, table."""
    choice = choice_of(employer)
    if choice is None:
        return render(request, "employer/case.html", context(request, employer, "case"))
    now = case_of(choice)
    form = CaseForm(Assumptions.of(now.inputs["assumed"]) if now else None, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            work_out_case(request.user, employer, form.assumptions())
        except Refused as refused:
            form.add_error(None, refused.words.in_language(reader_language()))
        else:
            messages.success(request, _("Uitgerekend. Alles wat erin ging, staat eronder."))
            return redirect("employer:case", employer.public_id)
    whole = context(
        request,
        employer,
        "case",
        choice=choice,
        form=form,
        design=DesignShown.of(Asked(choice.design.set), choice.design),
        case=now,
        shown=_shown(request, now) if now else None,
        everybody=_everybody(request),
    )
    return render(request, "employer/case.html", whole)


def _shown(request: SignedInRequest, now: Case) -> CaseShown:
    if not _everybody(request):
        return CaseShown(now.result)
    try:
        return CaseShown(summary(again(now)))
    except OtherOutcomeError:
        messages.error(request, _older())
        return CaseShown(now.result)


def _everybody(request: SignedInRequest) -> bool:
    """Whether the region asks what it means for all; the employer's copy tells of itself only."""
    return not is_own(request) and request.GET.get("voor") == "iedereen"


@require_GET
@for_employer
def excel(request: SignedInRequest, employer: Employer, case_id: uuid.UUID) -> HttpResponse:
    """Return a case as a workbook with live formulas."""
    return _file(
        request,
        _case(employer, case_id),
        lambda outcome: workbook(outcome, reader_language()),
        (EXCEL, "attachment", "xlsx"),
    )


@require_GET
@for_employer
def pdf(request: SignedInRequest, employer: Employer, case_id: uuid.UUID) -> HttpResponse:
    """Return a case as a report on paper."""
    found = _case(employer, case_id)
    day = date_format(timezone.localtime(found.made_at), "j F Y")
    return _file(
        request,
        found,
        lambda outcome: case_pdf(outcome, employer.name, day, reader_language()),
        ("application/pdf", "inline", "pdf"),
    )


def _file(
    request: SignedInRequest,
    found: Case,
    made: Callable[[Outcome], bytes],
    kind: tuple[str, str, str],
) -> HttpResponse:
    try:
        outcome = again(found)
    except OtherOutcomeError:
        messages.error(request, _older())
        return redirect("employer:case", found.employer.public_id)
    seen = outcome if _everybody(request) else outcome.seen_by(Account.EMPLOYER)
    content_type, shown, ending = kind
    answer = HttpResponse(made(seen), content_type=content_type)
    answer["Content-Disposition"] = f'{shown}; filename="{_("kosten-en-baten")}.{ending}"'
    return answer


def _older() -> str:
    return _(
        "Deze berekening is gemaakt met een eerdere versie van Streekwerk. Reken haar opnieuw "
        "uit; wat er stond, blijft bewaard."
    )


def _case(employer: Employer, public_id: uuid.UUID) -> Case:
    found = case_for(employer, public_id)
    if found is None:
        raise Http404
    return found
