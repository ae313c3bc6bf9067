"""What somebody decides by pressing a button: each a POST, each an action."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.deliveries import refusals
from streekwerk.deliveries.actions import deciding
from streekwerk.deliveries.models import Delivery
from streekwerk.screens.deliveries import finding
from streekwerk.screens.design.templatetags.design import reader_language


@require_POST
@for_roles(Role.RESEARCHER)
def accept(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Let the whole delivery count."""
    told = _("Aangenomen. Alle regels tellen nu mee.")
    return _decide(request, public_id, deciding.accept, told)


@require_POST
@for_roles(Role.RESEARCHER)
def refuse(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take nothing of the delivery."""
    told = _("Geweigerd. Van dit bestand is niets bewaard, alleen het rapport.")
    return _decide(request, public_id, deciding.refuse, told)


@require_POST
@for_roles(Role.RESEARCHER)
def withdraw(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Undo an accepted delivery."""
    told = _("Ongedaan gemaakt. De regels tellen niet meer mee; u kunt ze terugzetten.")
    return _decide(request, public_id, deciding.withdraw, told)


@require_POST
@for_roles(Role.RESEARCHER)
def restore(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Put an undone delivery back."""
    return _decide(
        request, public_id, deciding.restore, _("Teruggezet. De regels tellen weer mee.")
    )


@require_POST
@for_roles(Role.RESEARCHER)
def accept_all(request: SignedInRequest) -> HttpResponse:
    """Accept everything in which no error was found."""
    count = deciding.accept_all_without_errors(request.user)
    told = ngettext("%(n)s levering aangenomen.", "%(n)s leveringen aangenomen.", count)
    messages.success(request, told % {"n": count})
    return redirect("deliveries:overview")


def _decide(
    request: SignedInRequest,
    public_id: uuid.UUID,
    action: Callable[[User, Delivery], None],
    told: str,
) -> HttpResponse:
    delivery = finding.find(request, public_id)
    try:
        action(request.user, delivery)
    except refusals.Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
    else:
        messages.success(request, told)
    return redirect("deliveries:report", public_id)
