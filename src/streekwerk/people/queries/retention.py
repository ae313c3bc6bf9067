"""Which files are past their term, what waits for a second person, and what was destroyed."""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.guidance.follow_up.moments import months_after
from streekwerk.people.models import Destruction, Person, RetentionTerm
from streekwerk.people.retention_permissions import keepers_municipality


def term_of(municipality_id: int) -> RetentionTerm | None:
    """Return the term that counts; None while the municipality filled in nothing."""
    found = RetentionTerm.objects.filter(municipality_id=municipality_id)
    return found.select_related("set_by").first()


def last_closing_day(term: RetentionTerm, today: date | None = None) -> date:
    """Return the day on or before which a file was closed that is past its term now."""
    return months_after(today or timezone.localdate(), -term.months)


def past_term(user: User) -> QuerySet[Person]:
    """Return the files past their term that nobody proposed yet, closed longest ago first."""
    home = keepers_municipality(user)
    term = term_of(home.pk)
    if term is None:
        return Person.objects.none()
    proposed = Destruction.objects.filter(person=OuterRef("pk"), kept_at=None)
    found = Person.objects.filter(municipality=home, closed_on__lte=last_closing_day(term))
    return found.filter(~Exists(proposed)).select_related("caseworker").order_by("closed_on", "pk")


def file_past_term(user: User, public_id: uuid.UUID) -> Person | None:
    """Return one of those files."""
    return past_term(user).filter(public_id=public_id).first()


def destructions(user: User) -> QuerySet[Destruction]:
    """Return every proposal and declaration of the administrator's municipality, newest first."""
    found = Destruction.objects.filter(municipality=keepers_municipality(user))
    return found.select_related("person", "proposed_by", "confirmed_by", "kept_by")


def waiting(user: User) -> QuerySet[Destruction]:
    """Return the proposals that wait for a second person, oldest first."""
    return destructions(user).filter(kept_at=None, destroyed_at=None).order_by("pk")


def one_waiting(user: User, public_id: uuid.UUID) -> Destruction | None:
    """Return one of those proposals."""
    return waiting(user).filter(public_id=public_id).first()


def declarations(user: User) -> QuerySet[Destruction]:
    """Return what was destroyed, newest first."""
    return destructions(user).filter(destroyed_at__isnull=False)


def put_aside(people: list[Person]) -> dict[int, Destruction]:
    """Return why files were kept before, by person: the newest reason."""
    found = Destruction.objects.filter(person__in=people, kept_at__isnull=False)
    return {each.person_id: each for each in found.order_by("pk") if each.person_id}


def advices_destroyed(municipality_id: int) -> int:
    """Return how many stored advices went with their file: they cannot be made again."""
    found = Destruction.objects.filter(municipality_id=municipality_id)
    total: int | None = found.aggregate(total=Sum("advices"))["total"]
    return total or 0
