"""The design report, the wait, and the result."""

from __future__ import annotations

import json
import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET
from django_htmx.http import HttpResponseClientRedirect

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.learning import queries
from streekwerk.learning.models import Evaluation, RunKind
from streekwerk.learning.permissions import READERS, may_approve, may_change
from streekwerk.reports.evaluation import as_html, as_pdf
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.findings.designs import designs_on_page
from streekwerk.screens.findings.results import result_page
from streekwerk.screens.researcher import flow


@require_GET
@for_roles(*READERS)
def design(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show whether the comparison is fair, before any outcome is opened."""
    evaluation = flow.find(request, public_id)
    if evaluation.specification is None:
        return redirect(flow.page_now(evaluation))
    context = _frame(request, evaluation, "design")
    report = queries.design_of(evaluation)
    if report is None:
        context |= _waiting(evaluation, RunKind.DESIGN)
        return render(request, "researcher/waiting.html", context)
    specification = TrialSpecification.from_mapping(evaluation.specification)
    context |= {
        "designs": designs_on_page(report, specification.arm_labels, reader_language()),
    }
    return render(request, "researcher/design.html", context)


@require_GET
@for_roles(*READERS)
def result(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show what came out, once it was opened and computed."""
    evaluation = flow.find(request, public_id)
    if not evaluation.is_opened:
        return redirect(flow.page_now(evaluation))
    context = _frame(request, evaluation, "result")
    if evaluation.result is None:
        context |= _waiting(evaluation, RunKind.EFFECTS)
        return render(request, "researcher/waiting.html", context)
    return render(request, "researcher/result.html", context | result_page(evaluation))


@require_GET
@for_roles(*READERS)
def progress(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Answer how far the computation is; when it is over, send the reader on."""
    evaluation = flow.find(request, public_id)
    run = queries.latest_run(evaluation)
    if run is None or not run.is_unfinished:
        return HttpResponseClientRedirect(flow.page_now(evaluation))
    return render(request, "researcher/progress.html", {"evaluation": evaluation, "run": run})


@require_GET
@for_roles(*READERS)
def download(request: SignedInRequest, public_id: uuid.UUID, form: str) -> HttpResponse:
    """Hand over the result as JSON, HTML or PDF."""
    evaluation = flow.find(request, public_id)
    found = queries.result_of(evaluation)
    if found is None:
        raise Http404
    language = reader_language()
    match form:
        case "json":
            written = json.dumps(evaluation.result, ensure_ascii=False, indent=2)
            response = HttpResponse(written, content_type="application/json")
        case "html":
            response = HttpResponse(as_html(found, language))
        case "pdf":
            response = HttpResponse(as_pdf(found, language), content_type="application/pdf")
        case _:
            raise Http404
    response["Content-Disposition"] = f'attachment; filename="evaluatie-{public_id}.{form}"'
    return response


def _frame(request: SignedInRequest, evaluation: Evaluation, step: str) -> dict[str, object]:
    return {
        "evaluation": evaluation,
        "steps": flow.steps(evaluation, step),
        "breadcrumb": flow.trail(evaluation),
        "may_change": may_change(request.user, evaluation),
        "may_approve": may_approve(request.user, evaluation),
    }


def _waiting(evaluation: Evaluation, kind: RunKind) -> dict[str, object]:
    run = flow.unfinished(evaluation, kind)
    busy = run is not None and run.is_unfinished
    return {"run": run, "refresh_seconds": 3 if busy else None}
