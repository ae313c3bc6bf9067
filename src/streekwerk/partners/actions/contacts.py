"""The people one speaks to at an employer."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners import refusals
from streekwerk.partners.actions.noting import note
from streekwerk.partners.models import Contact, Employer
from streekwerk.partners.permissions import require_advice, require_fill_in


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Who it is and how to reach them."""

    first_name: str
    last_name: str
    job_title: str = ""
    email: str = ""
    telephone: str = ""


@transaction.atomic
def add_contact(user: User, employer: Employer, card: ContactCard) -> Contact:
    """Add somebody one speaks to; the employer may do so too."""
    require_fill_in(user, employer)
    contact = Contact.objects.create(
        region_id=employer.region_id, employer=employer, **_values(card)
    )
    note(user, "contact.added", contact, employer)
    return contact


@transaction.atomic
def change_contact(user: User, contact: Contact, card: ContactCard) -> Contact:
    """Correct who it is or how to reach them."""
    require_fill_in(user, contact.employer)
    for key, value in _values(card).items():
        setattr(contact, key, value)
    contact.save(update_fields=[*_values(card)])
    note(user, "contact.changed", contact, contact.employer)
    return contact


@transaction.atomic
def end_contact(user: User, contact: Contact) -> None:
    """Note that somebody left: the account, when there is one, sees nothing from now on.

    What was agreed with them and said by them stays, under their name.
    """
    require_advice(user, contact.employer)
    contact.ended_on = timezone.localdate()
    contact.save(update_fields=["ended_on"])
    note(user, "contact.ended", contact, contact.employer)


def _values(card: ContactCard) -> dict[str, str]:
    first, last = card.first_name.strip(), card.last_name.strip()
    if not first and not last:
        raise refusals.Refused(refusals.NO_NAME)
    return {
        "first_name": first,
        "last_name": last,
        "job_title": card.job_title.strip(),
        "email": card.email.strip(),
        "telephone": card.telephone.strip(),
    }
