"""Write down who came in, who did not, and whose session ended."""

from __future__ import annotations

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import User


@transaction.atomic
def note(person: User, event: str, **detail: str | int | bool) -> None:
    """Add a line about ``person`` and signing in, by ``person``."""
    audit.record(person, event, person, municipality=person.municipality, **detail)


@transaction.atomic
def note_against(person: User, event: str, **detail: str | int | bool) -> None:
    """Add a line about an attempt on the account of ``person``; nobody knows by whom."""
    audit.record(None, event, person, municipality=person.municipality, **detail)


def note_ended(person: User, why: str) -> None:
    """Add a line: the session of ``person`` reached a limit."""
    note_against(person, "session.expired", why=why)
