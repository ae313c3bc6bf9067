"""What somebody decides by pressing a button: each a POST, each an action."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.learning.actions import opening
from streekwerk.learning.models import Evaluation
from streekwerk.learning.refusals import Refused
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.researcher import flow


@require_POST
@for_roles(Role.RESEARCHER)
def open_outcome(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Break the seal."""
    return _decide(request, public_id, opening.open_outcome)


@require_POST
@for_roles(Role.RESEARCHER)
def try_again(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Compute once more what failed."""
    return _decide(request, public_id, opening.try_again)


@require_POST
@for_roles(Role.RESEARCHER)
def save(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Save the result for the own municipality."""
    told = _("Bewaard. Uw collega’s zien deze evaluatie nu bij “Wat werkt”.")
    return _decide(request, public_id, opening.save, told)


@require_POST
@for_roles(Role.RESEARCHER)
def ask_publication(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask a colleague to make the result public."""
    told = _("Publicatie is gevraagd. Een outputcontroleur van uw gemeente beslist.")
    return _decide(request, public_id, opening.ask_publication, told)


@require_POST
@for_roles(Role.DISCLOSURE_OFFICER)
def approve_publication(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Make the result public."""
    told = _("Gepubliceerd. Iedereen kan deze evaluatie nu lezen bij “Wat werkt”.")
    return _decide(request, public_id, opening.approve_publication, told)


def _decide(
    request: SignedInRequest,
    public_id: uuid.UUID,
    action: Callable[[User, Evaluation], None],
    told: str = "",
) -> HttpResponse:
    evaluation = flow.find(request, public_id)
    try:
        action(request.user, evaluation)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
    else:
        if told:
            messages.success(request, told)
    evaluation.refresh_from_db(fields=["state"])
    return redirect(flow.page_now(evaluation))
