"""Inviting colleagues: a link that works once, mailed or handed over."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.entry import permissions, queries
from streekwerk.accounts.entry.actions import (
    InvitationGoneError,
    Invited,
    invite,
    resend,
    sending,
    withdraw,
)
from streekwerk.accounts.entry.models import Invitation
from streekwerk.accounts.models import Municipality, Region, Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles, require
from streekwerk.screens.account.forms.access import InviteForm
from streekwerk.screens.account.section import section
from streekwerk.screens.design.navigation import Link

ADMINISTRATORS = permissions.ADMINISTRATORS


@require_GET
@for_roles(*ADMINISTRATORS)
def overview(request: SignedInRequest) -> HttpResponse:
    """List the invitations that nobody took yet."""
    require(permissions.may_administer(request.user))
    waiting = queries.invitations_for(request.user)
    context = section(request, "invitations") | {"invitations": waiting}
    return render(request, "account/invitations/list.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@for_roles(*ADMINISTRATORS)
def make(request: SignedInRequest) -> HttpResponse:
    """Invite somebody."""
    require(permissions.may_administer(request.user))
    own = request.user.municipality or request.user.region
    assert own is not None  # noqa: S101 - may_administer saw it; for the type checker
    places = queries.municipalities_to_invite_to(request.user)
    roles = permissions.roles_to_invite(request.user, own)
    if places is not None:
        roles |= {Role.ADMINISTRATOR}
    form = InviteForm(roles, places, request.POST or None, mailed=permissions.mail_is_sent())
    if form.is_valid():
        kept = form.cleaned_data
        role = Role(kept["role"])
        place: Municipality | Region | None = own
        if places is not None and role == Role.ADMINISTRATOR:
            place = kept["municipality"]
        if place is None:
            form.add_error("municipality", _("Kies de gemeente waar deze beheerder werkt."))
        else:
            names = {key: kept[key] for key in ("first_name", "last_name", "email")}
            return _hand_over(request, invite(request.user, role, place, **names))
    trail = (Link(_("Uitnodigingen"), reverse("account:invitations")), Link(_("Uitnodigen")))
    context = section(request, "invitations", *trail) | {"form": form, "place": own}
    answer = 422 if form.errors else 200
    return render(request, "account/invitations/make.html", context, status=answer)


@never_cache
@require_POST
@for_roles(*ADMINISTRATORS)
def again(request: SignedInRequest, invitation: uuid.UUID) -> HttpResponse:
    """Make a new link; the old one stops working."""
    try:
        made = resend(request.user, _found(request, invitation))
    except InvitationGoneError:
        messages.info(request, _("Deze uitnodiging is intussen gebruikt of ingetrokken."))
        return redirect("account:invitations")
    return _hand_over(request, made)


@require_POST
@for_roles(*ADMINISTRATORS)
def take_back(request: SignedInRequest, invitation: uuid.UUID) -> HttpResponse:
    """Make the link stop working."""
    withdraw(request.user, _found(request, invitation))
    messages.success(request, _("Ingetrokken. De link werkt niet meer."))
    return redirect("account:invitations")


def _hand_over(request: SignedInRequest, made: Invited) -> HttpResponse:
    """Mail the link, or show it this once."""
    link = sending.link(request, made)
    if sending.by_mail(made, link):
        messages.success(request, _("De uitnodiging is gemaild."))
        return redirect("account:invitations")
    trail = (Link(_("Uitnodigingen"), reverse("account:invitations")), Link(_("Link")))
    context = section(request, "invitations", *trail) | {
        "invitation": made.invitation,
        "link": link,
        "days": 7,
        "failed": bool(made.invitation.email) and permissions.mail_is_sent(),
    }
    return render(request, "account/invitations/link.html", context)


def _found(request: SignedInRequest, public_id: uuid.UUID) -> Invitation:
    found = queries.invitation_for(request.user, public_id)
    if found is None:
        raise Http404
    return found
