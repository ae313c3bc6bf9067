"""From a file to a specified comparison."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.evidence.trial.problems import TrialError
from streekwerk.learning.actions import preparing as actions
from streekwerk.learning.models import MeasureKind, OutcomeKind
from streekwerk.learning.parts import Part, columns_with
from streekwerk.learning.refusals import Refused
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.researcher import flow, problems
from streekwerk.screens.researcher.comparison import ComparisonForm
from streekwerk.screens.researcher.forms import PartsForm, UploadForm

form_page = require_http_methods(["GET", "POST"])


@form_page
@for_roles(Role.RESEARCHER)
def upload(request: SignedInRequest) -> HttpResponse:
    """Take in a file."""
    form = UploadForm(request.POST or None, request.FILES or None)
    context = {"form": form, "steps": flow.steps(None, "upload")}
    context["breadcrumb"] = flow.trail(title=_("Nieuwe evaluatie"))
    if request.method == "POST" and form.is_valid():
        try:
            evaluation = actions.upload(request.user, *form.content())
        except TrialError as error:
            context["problems"] = problems.on_page(error)
        except Refused as refused:
            form.add_error("file", refused.words.in_language(reader_language()))
        else:
            return redirect("researcher:parts", evaluation.public_id)
    return render(request, "researcher/upload.html", context, status=_status(form, context))


@form_page
@for_roles(Role.RESEARCHER)
def parts(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Choose which column plays which part."""
    evaluation = flow.find(request, public_id)
    if evaluation.is_opened:
        return redirect(flow.page_now(evaluation))
    form = PartsForm(evaluation, request.POST or None)
    if form.is_valid():
        actions.assign_parts(request.user, evaluation, form.parts())
        return redirect("researcher:comparison", evaluation.public_id)
    context = {
        "evaluation": evaluation,
        "form": form,
        "steps": flow.steps(evaluation, "parts"),
        "breadcrumb": flow.trail(evaluation),
    }
    return render(request, "researcher/parts.html", context, status=_status(form, context))


@form_page
@for_roles(Role.RESEARCHER)
def comparison(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say who is compared with whom; then the design is judged."""
    evaluation = flow.find(request, public_id)
    if evaluation.is_opened:
        return redirect(flow.page_now(evaluation))
    if not columns_with(evaluation.parts, Part.ARM) or not columns_with(
        evaluation.parts, Part.OUTCOME
    ):
        return redirect("researcher:parts", evaluation.public_id)
    form = ComparisonForm(evaluation, request.POST or None)
    context = {
        "evaluation": evaluation,
        "form": form,
        "steps": flow.steps(evaluation, "comparison"),
        "breadcrumb": flow.trail(evaluation),
    }
    if form.is_valid() and (specification := form.specification()):
        try:
            actions.specify(
                request.user,
                evaluation,
                specification,
                MeasureKind(form.cleaned_data["measure_kind"]),
                OutcomeKind(form.cleaned_data["outcome_kind"]),
            )
        except TrialError as error:
            context["problems"] = problems.on_page(error)
        else:
            return redirect("researcher:design", evaluation.public_id)
    return render(request, "researcher/comparison.html", context, status=_status(form, context))


def _status(form: UploadForm | PartsForm | ComparisonForm, context: dict[str, object]) -> int:
    """Answer 422 to what cannot be taken in, so that a program sees it too."""
    return 422 if form.errors or "problems" in context else 200
