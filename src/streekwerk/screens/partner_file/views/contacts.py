"""The people one speaks to."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.actions.contacts import add_contact, change_contact
from streekwerk.partners.models import Contact
from streekwerk.partners.queries.files_now import contact_for, invitation_of
from streekwerk.screens.partner_file.forms import ContactForm
from streekwerk.screens.partner_file.frame import Frame
from streekwerk.screens.partner_file.views.asking import done

HERE = "employer"
FIELDS = ("first_name", "last_name", "job_title", "email", "telephone")


def new(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Add somebody."""
    form = ContactForm(request.POST or None)
    user, employer = request.user, frame.employer
    if done(request, form, lambda: add_contact(user, employer, form.card()), _("Bewaard.")):
        return redirect(frame.url(HERE))
    return frame.page(request, "contact_form.html", HERE, form=form)


def change(request: SignedInRequest, frame: Frame, contact_id: uuid.UUID) -> HttpResponse:
    """Correct who it is or how to reach them."""
    contact = own_contact(request, frame, contact_id)
    form = ContactForm(
        request.POST or None, initial={name: getattr(contact, name) for name in FIELDS}
    )
    if done(
        request, form, lambda: change_contact(request.user, contact, form.card()), _("Bewaard.")
    ):
        return redirect(frame.url(HERE))
    waiting = invitation_of(request.user, contact)
    return frame.page(
        request, "contact_form.html", HERE, form=form, contact=contact, invitation=waiting
    )


def own_contact(request: SignedInRequest, frame: Frame, contact_id: uuid.UUID) -> Contact:
    """Return somebody of this employer; 404 when there is nobody like that."""
    contact = contact_for(request.user, contact_id)
    if contact is None or contact.employer_id != frame.employer.pk:
        raise Http404
    return contact
