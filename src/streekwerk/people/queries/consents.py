"""What somebody consents to, and whether they objected to evaluations."""

from __future__ import annotations

from django.db.models import QuerySet

from streekwerk.guidance.consents import Purpose
from streekwerk.people.models import Consent, Person, UseObjection


def consent_now(person: Person, purpose: Purpose) -> Consent | None:
    """Return what was last said about a purpose; None when nothing ever was."""
    return Consent.objects.filter(person=person, purpose=purpose.value).first()


def consents(person: Person, purpose: Purpose) -> bool:
    """Whether ``person`` consents to a purpose now: to be asked each time it is used."""
    now = consent_now(person, purpose)
    return now is not None and now.given


def consent_history(person: Person) -> QuerySet[Consent]:
    """Return everything that was said, newest first."""
    return Consent.objects.filter(person=person).order_by("-pk")


def is_left_out(person: Person) -> bool:
    """Whether the records of ``person`` are left out of evaluations, because they objected."""
    last = UseObjection.objects.filter(person=person).first()
    return last is not None and last.out


def use_history(person: Person) -> QuerySet[UseObjection]:
    """Return every objection to evaluations and its taking back, newest first."""
    return UseObjection.objects.filter(person=person)
