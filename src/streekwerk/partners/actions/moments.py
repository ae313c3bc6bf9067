"""Keep when there was contact."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners import refusals
from streekwerk.partners.actions.noting import held, not_in_the_future, note
from streekwerk.partners.choices import ContactKind
from streekwerk.partners.models import Contact, ContactMoment, Employer
from streekwerk.partners.permissions import require_advice


@transaction.atomic
def note_contact(
    user: User,
    employer: Employer,
    kind: ContactKind,
    words: str,
    *,
    contact: Contact | None = None,
    on: date | None = None,
) -> ContactMoment:
    """Keep that there was contact and what was said.

    Raises
    ------
    Refused
        Without words, for a day that has not been yet, or with somebody of another employer.
    """
    employer = held(employer)
    require_advice(user, employer)
    day = not_in_the_future(on or timezone.localdate())
    if not words.strip():
        raise refusals.Refused(refusals.NO_WORDS)
    if contact is not None and contact.employer_id != employer.pk:
        raise refusals.Refused(refusals.NOT_THIS_EMPLOYER)
    moment = ContactMoment.objects.create(
        region_id=employer.region_id,
        employer=employer,
        on=day,
        kind=kind.value,
        contact=contact,
        words=words.strip(),
        by=user,
    )
    employer.last_contact_on = max(day, employer.last_contact_on or day)
    employer.save(update_fields=["last_contact_on"])
    note(user, "contact.noted", moment, employer, kind=kind.value)
    return moment
