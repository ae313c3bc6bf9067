"""The offers of a municipality, for the team manager and for trainers; and the switch."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles, has_role
from streekwerk.advice import MEASURES
from streekwerk.people.actions.objections import switch_advice
from streekwerk.people.actions.offers import add_offer, change_offer, close_offer
from streekwerk.people.models import Offer
from streekwerk.people.offer_permissions import KEEPERS, OFFER_READERS, may_keep_offers
from streekwerk.people.queries.decisions import switches_of, works_with_advice
from streekwerk.people.queries.offers import offer_for, offers_with_taken
from streekwerk.people.refusals import Refused
from streekwerk.screens.caseworker.options.forms import OfferForm, SwitchForm
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Text

SWITCHERS = (Role.TEAM_MANAGER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list; ``left`` is None where there is no limit."""

    offer: Offer
    measure: Text
    left: int | None
    may_change: bool


def _row(request: SignedInRequest, offer: Offer, taken: int) -> Row:
    left = None if offer.places is None else max(offer.places - taken, 0)
    name = MEASURES[offer.measure].name
    return Row(offer, name, left, may_keep_offers(request.user, offer))


@require_GET
@for_roles(*OFFER_READERS)
def overview(request: SignedInRequest) -> HttpResponse:
    """Show what is on offer, with the places that are left."""
    rows = [_row(request, offer, taken) for offer, taken in offers_with_taken(request.user)]
    whole = {
        "open": [row for row in rows if row.offer.closed_on is None],
        "closed": [row for row in rows if row.offer.closed_on is not None],
        "may_add": may_keep_offers(request.user),
        "may_switch": has_role(request.user, *SWITCHERS),
    }
    return render(request, "options/offers.html", whole)


@require_http_methods(["GET", "POST"])
@for_roles(*KEEPERS)
def new(request: SignedInRequest) -> HttpResponse:
    """Add an offer."""
    form = OfferForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_offer(request.user, form.cleaned_data)
        messages.success(request, _("Het aanbod staat erbij."))
        return redirect("offers:overview")
    return render(request, "options/offer.html", {"form": form})


@require_http_methods(["GET", "POST"])
@for_roles(*KEEPERS)
def change(request: SignedInRequest, offer_id: uuid.UUID) -> HttpResponse:
    """Change an offer."""
    offer = _offer(request, offer_id)
    form = OfferForm(request.POST or None, instance=offer)
    if request.method == "POST" and form.is_valid():
        # The form has put its values in ``offer``: start from what is kept.
        change_offer(request.user, _offer(request, offer_id), form.cleaned_data)
        messages.success(request, _("Bewaard."))
        return redirect("offers:overview")
    return render(request, "options/offer.html", {"form": form, "offer": offer})


@require_POST
@for_roles(*KEEPERS)
def close(request: SignedInRequest, offer_id: uuid.UUID) -> HttpResponse:
    """Take an offer out of what can be chosen, or put it back."""
    offer = _offer(request, offer_id)
    close_offer(request.user, offer, closed=offer.closed_on is None)
    messages.success(request, _("Bewaard."))
    return redirect("offers:overview")


@require_http_methods(["GET", "POST"])
@for_roles(*SWITCHERS)
def switch(request: SignedInRequest) -> HttpResponse:
    """Work with advice, or without; with a reason, kept."""
    municipality = request.user.municipality
    if municipality is None:
        raise PermissionDenied
    on = works_with_advice(municipality.pk)
    form = SwitchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            switch_advice(request.user, on=not on, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.add_error("reason", refused.words.in_language(reader_language()))
        else:
            return redirect("offers:switch")
    whole = {"on": on, "form": form, "switches": switches_of(municipality.pk)}
    return render(request, "options/switch.html", whole)


def _offer(request: SignedInRequest, offer_id: uuid.UUID) -> Offer:
    found = offer_for(request.user, offer_id)
    if found is None:
        raise Http404
    return found
