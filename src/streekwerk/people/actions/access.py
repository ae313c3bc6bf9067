"""Open a colleague's file, for a reason that is kept."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.people import refusals
from streekwerk.people.models import Access, Person
from streekwerk.people.permissions import may_find

DAYS = 14
SHORTEST = 5


@transaction.atomic
def open_with_reason(user: User, person: Person, reason: str) -> Access:
    """Let ``user`` see and change the file of ``person`` for two weeks, because of ``reason``.

    Raises
    ------
    Refused
        Without a reason in words.
    """
    require(may_find(user, person))
    if len(reason.strip()) < SHORTEST:
        raise refusals.Refused(refusals.NO_REASON)
    access = Access.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        user=user,
        reason=reason.strip()[:300],
        until=timezone.localdate() + timedelta(days=DAYS),
    )
    audit.record(user, "file.opened_with_reason", person, access=str(access.public_id))
    return access
