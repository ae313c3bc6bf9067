"""Invite a contact person of an employer to an account for the own file."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from streekwerk.accounts.entry.actions import Invited, invite
from streekwerk.accounts.entry.models import Invitation
from streekwerk.accounts.entry.signals import invitation_accepted
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.partners import refusals
from streekwerk.partners.actions.noting import note
from streekwerk.partners.models import Contact
from streekwerk.partners.permissions import require_advice

SUBJECT = "partners.contact:"


def subject_of(contact: Contact) -> str:
    """Return what an invitation for ``contact`` is about, as the entrance keeps it."""
    return f"{SUBJECT}{contact.public_id}"


@transaction.atomic
def invite_contact(user: User, contact: Contact, email: str = "") -> Invited:
    """Invite ``contact`` to an account; an earlier invitation that nobody took stops working.

    The account is looked after in the municipality where the employer stands.

    Raises
    ------
    Refused
        When the contact has an account or left, or the file is closed.
    """
    require_advice(user, contact.employer)
    if contact.user_id is not None:
        raise refusals.Refused(refusals.HAS_AN_ACCOUNT)
    if contact.ended_on is not None:
        raise refusals.Refused(refusals.CONTACT_GONE)
    home = contact.employer.municipality
    # The employer may stand in another municipality of the region than the adviser works for.
    with acting(Scope.of_municipality(home.pk)):
        return invite(
            user,
            Role.EMPLOYER,
            home,
            first_name=contact.first_name,
            last_name=contact.last_name,
            email=email or contact.email,
            subject=subject_of(contact),
        )


@transaction.atomic
def give_account(user: User | None, contact: Contact, account: User) -> None:
    """Make ``account`` the contact person's own; ``user`` None is the system.

    Raises
    ------
    Refused
        When the contact has an account already, or the account is not an employer's.
    """
    if user is not None:
        require_advice(user, contact.employer)
    if contact.user_id is not None or account.role != Role.EMPLOYER:
        raise refusals.Refused(refusals.HAS_AN_ACCOUNT)
    contact.user = account
    contact.save(update_fields=["user"])
    note(user, "contact.account_given", contact, contact.employer)


@receiver(invitation_accepted)
def link_account(invitation: Invitation, user: User, **_more: Any) -> None:  # noqa: ANN401 - Django's
    """Make the new account the contact person's own, in the transaction in which it was made.

    Raises
    ------
    Refused
        When the contact has an account meanwhile, or left: no account is made.
    """
    home = invitation.municipality
    if not invitation.subject.startswith(SUBJECT) or home is None:
        return
    public_id = uuid.UUID(invitation.subject.removeprefix(SUBJECT))
    with acting(Scope.of_region(home.region_id)):
        contact = (
            Contact.objects.select_for_update(of=("self",))
            .select_related("employer__municipality")
            .filter(public_id=public_id, user=None, ended_on=None)
            .first()
        )
        if contact is None:
            raise refusals.Refused(refusals.CONTACT_GONE)
        give_account(None, contact, user)
