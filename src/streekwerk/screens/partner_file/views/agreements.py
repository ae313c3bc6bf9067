"""Agreements: what was agreed, how it goes, and how both sides look back."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.actions.agreements import look_back, tell
from streekwerk.partners.choices import Again, AgreementState, Side
from streekwerk.partners.models import Agreement, Evaluation
from streekwerk.partners.queries.files_now import agreement_for, looks_back, side_of
from streekwerk.partners.queries.lists import agreements_of
from streekwerk.screens.partner_file.forms import LookBackForm, TellForm
from streekwerk.screens.partner_file.frame import Frame
from streekwerk.screens.partner_file.views.asking import done

HERE = "agreements"


def overview(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Show what runs, and what ended with whether both have looked back."""
    found = agreements_of(request.user, frame.employer)
    side = side_of(request.user, frame.employer)
    return frame.page(
        request,
        "agreements.html",
        HERE,
        running=[each for each in found if each.ended_on is None],
        ended=[(each, _still_to(each, side)) for each in found if each.ended_on is not None],
        today=timezone.localdate(),
    )


def one(request: SignedInRequest, frame: Frame, agreement_id: uuid.UUID) -> HttpResponse:
    """Show one agreement; say how it goes, or look back on it once it ended."""
    agreement = _agreement(request, frame, agreement_id)
    side = side_of(request.user, frame.employer)
    told = {each.side: each for each in agreement.evaluations.all()}
    shown = looks_back(request.user, agreement)
    form: TellForm | LookBackForm | None = None
    if frame.writes and agreement.ended_on is None:
        form = TellForm(request.POST or None, own=frame.own)
        if done(request, form, lambda: _tell(request, agreement, form), _("Bewaard.")):
            return redirect(frame.url("agreement", agreement.public_id))
    elif frame.writes and side is not None and len(told) < len(Side):
        form = LookBackForm(request.POST or None, initial=_initial(told.get(side.value)))
        if done(request, form, lambda: _look_back(request, agreement, form), _("Bewaard.")):
            return redirect(frame.url("agreement", agreement.public_id))
    return frame.page(
        request,
        "agreement.html",
        HERE,
        agreement=agreement,
        form=form,
        looks=shown,
        own_look=told.get(side.value) if side else None,
        waiting=len(told) < len(Side),
        other_told=bool(side and set(told) - {side.value}),
        events=sorted(agreement.events.all(), key=lambda each: -each.pk),
        today=timezone.localdate(),
    )


def _agreement(request: SignedInRequest, frame: Frame, agreement_id: uuid.UUID) -> Agreement:
    agreement = agreement_for(request.user, agreement_id)
    if agreement is None or agreement.employer_id != frame.employer.pk:
        raise Http404
    return agreement


def _still_to(agreement: Agreement, side: Side | None) -> bool:
    told = {each.side for each in agreement.evaluations.all()}
    return side is not None and side.value not in told


def _tell(request: SignedInRequest, agreement: Agreement, form: object) -> None:
    assert isinstance(form, TellForm)  # noqa: S101 - made just before; for the type checker
    given = form.cleaned_data
    state, look_on = AgreementState(given["state"]), given.get("look_on")
    tell(request.user, agreement, state, given["words"], look_on)


def _look_back(request: SignedInRequest, agreement: Agreement, form: object) -> None:
    assert isinstance(form, LookBackForm)  # noqa: S101 - made just before; for the type checker
    given = form.cleaned_data
    again = Again(given["again"])
    look_back(request.user, agreement, given["went_well"], given["went_badly"], again)


def _initial(found: Evaluation | None) -> dict[str, str]:
    if found is None:
        return {}
    return {name: getattr(found, name) for name in ("went_well", "went_badly", "again")}
