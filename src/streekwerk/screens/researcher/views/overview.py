"""The list of evaluations, and the way into each."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.learning import queries
from streekwerk.learning.permissions import READERS, may_evaluate
from streekwerk.screens.researcher import flow


@require_GET
@for_roles(*READERS)
def evaluations(request: SignedInRequest) -> HttpResponse:
    """List the evaluations of the reader's municipality, newest first."""
    context = {
        "evaluations": queries.overview(request.user),
        "may_evaluate": may_evaluate(request.user),
    }
    return render(request, "researcher/evaluations.html", context)


@require_GET
@for_roles(*READERS)
def evaluation(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Go to where this evaluation is worked on now."""
    return redirect(flow.page_now(flow.find(request, public_id)))
