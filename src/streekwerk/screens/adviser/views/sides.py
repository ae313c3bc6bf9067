"""What only an adviser does with agreements and contact persons."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from streekwerk.accounts.entry.actions import sending
from streekwerk.accounts.entry.permissions import mail_is_sent
from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.actions.agreements import agree, change_agreement
from streekwerk.partners.actions.contacts import end_contact
from streekwerk.partners.actions.invitations import invite_contact
from streekwerk.partners.models import Agreement
from streekwerk.partners.queries.files_now import agreement_for, contacts_of
from streekwerk.partners.refusals import Refused
from streekwerk.screens.adviser.forms import AgreementForm, InviteForm
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.partner_file.frame import Frame
from streekwerk.screens.partner_file.views.asking import click, done
from streekwerk.screens.partner_file.views.contacts import own_contact


def new_agreement(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Make an agreement; who makes it does it, unless somebody else is named."""
    user, employer = request.user, frame.employer
    initial = {"of_region": str(user.public_id)}
    form = AgreementForm(user, contacts_of(user, employer), request.POST or None, initial=initial)
    if done(
        request, form, lambda: agree(user, employer, form.card()), _("De afspraak staat erbij.")
    ):
        return redirect(frame.url("agreements"))
    return frame.page(request, "adviser/agreement_form.html", "agreements", form=form)


def change(request: SignedInRequest, frame: Frame, agreement_id: uuid.UUID) -> HttpResponse:
    """Correct an agreement."""
    user, employer = request.user, frame.employer
    agreement = agreement_for(user, agreement_id)
    if agreement is None or agreement.employer_id != employer.pk:
        raise Http404
    contacts = contacts_of(user, employer)
    form = AgreementForm(user, contacts, request.POST or None, initial=_known(agreement))
    if done(request, form, lambda: change_agreement(user, agreement, form.card()), _("Bewaard.")):
        return redirect(frame.url("agreement", agreement.public_id))
    return frame.page(
        request, "adviser/agreement_form.html", "agreements", form=form, agreement=agreement
    )


def _known(agreement: Agreement) -> dict[str, object]:
    region, employer = agreement.of_region, agreement.of_employer
    return {
        "what": agreement.what,
        "words": agreement.words,
        "due": agreement.due,
        "look_on": agreement.look_on,
        "of_region": str(region.public_id) if region else "",
        "of_employer": str(employer.public_id) if employer else "",
    }


@never_cache
def invite(request: SignedInRequest, frame: Frame, contact_id: uuid.UUID) -> HttpResponse:
    """Invite a contact person to an account; the link is shown now and never again."""
    contact = own_contact(request, frame, contact_id)
    form = InviteForm(request.POST or None, initial={"email": contact.email})
    more: dict[str, object] = {"form": form, "contact": contact, "mails": mail_is_sent()}
    if request.method == "POST" and form.is_valid():
        try:
            made = invite_contact(request.user, contact, form.cleaned_data["email"])
        except Refused as refused:
            messages.error(request, refused.words.in_language(reader_language()))
            return redirect(frame.url("employer"))
        address = sending.link(request, made)
        asked = bool(form.cleaned_data["email"]) and mail_is_sent()
        if asked and sending.by_mail(made, address):
            messages.success(request, _("De uitnodiging is gemaild."))
            return redirect(frame.url("employer"))
        more |= {"link": address, "failed": asked}
    return frame.page(request, "adviser/invite.html", "employer", **more)


def gone(request: SignedInRequest, frame: Frame, contact_id: uuid.UUID) -> HttpResponse:
    """Note that somebody left."""
    contact = own_contact(request, frame, contact_id)
    if request.method != "POST":
        return redirect(frame.url("contact-change", contact_id))
    return click(
        request,
        lambda: end_contact(request.user, contact),
        _("Bewaard. Een account van deze persoon ziet vanaf nu niets meer."),
        frame.url("employer"),
    )
