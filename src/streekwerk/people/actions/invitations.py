"""Invite a jobseeker to an account for the own file."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from streekwerk.accounts.entry.actions import Invited, invite
from streekwerk.accounts.entry.models import Invitation
from streekwerk.accounts.entry.signals import invitation_accepted
from streekwerk.accounts.models import Role, User
from streekwerk.people import refusals
from streekwerk.people.actions.files import give_account
from streekwerk.people.models import Person
from streekwerk.people.permissions import require_guidance
from streekwerk.vocabulary.language import Text

SUBJECT = "people.person:"
HAS_AN_ACCOUNT = Text("Deze persoon heeft al een account.", "This person has an account already.")


def subject_of(person: Person) -> str:
    """Return what an invitation for ``person`` is about, as the entrance keeps it."""
    return f"{SUBJECT}{person.public_id}"


@transaction.atomic
def invite_person(user: User, person: Person, email: str = "") -> Invited:
    """Invite ``person`` to an account; an earlier invitation that nobody took stops working.

    Raises
    ------
    Refused
        When the person has an account, or the file is closed.
    """
    require_guidance(user, person)
    if person.user_id is not None:
        raise refusals.Refused(HAS_AN_ACCOUNT)
    return invite(
        user,
        Role.JOBSEEKER,
        person.municipality,
        first_name=person.first_name,
        last_name=person.last_name,
        email=email,
        subject=subject_of(person),
    )


@receiver(invitation_accepted)
def link_account(invitation: Invitation, user: User, **_more: Any) -> None:  # noqa: ANN401 - Django's
    """Make the new account the person's own, in the transaction in which it was made.

    Raises
    ------
    Refused
        When the person has an account meanwhile, or is no longer there: no account is made.
    """
    if not invitation.subject.startswith(SUBJECT):
        return
    public_id = uuid.UUID(invitation.subject.removeprefix(SUBJECT))
    person = (
        Person.objects.select_for_update(of=("self",))
        .filter(public_id=public_id, municipality=invitation.municipality, user=None)
        .first()
    )
    if person is None:
        raise refusals.Refused(HAS_AN_ACCOUNT)
    give_account(None, person, user)
