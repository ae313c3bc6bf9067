"""Read accounts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from streekwerk.accounts.audit import LOOKED, PERSON, OfMunicipality
from streekwerk.accounts.models import AuditEntry, AuditReference, Municipality, Region, Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.accounts.scope import Scope, acting


def demo_people() -> QuerySet[User]:
    """Return the fictitious people one may play, with their municipality, in order of role."""
    return (
        User.objects.filter(fictitious=True, is_active=True)
        .select_related("municipality__region")
        .order_by("role", "municipality__name", "last_name")
    )


def regions() -> QuerySet[Region]:
    """Return every region with its municipalities."""
    return Region.objects.prefetch_related("municipalities").order_by("name")


@contextmanager
def across_region(region_id: int) -> Iterator[Scope]:
    """Read in every municipality of a region: for counts and calendars, never for rows of people.

    Read inside the block what is wanted and let nothing else out; a test lists who may
    call this.
    """
    homes = Municipality.objects.filter(region_id=region_id).values_list("pk", flat=True)
    with acting(Scope.of_region(region_id, homes)) as scope:
        yield scope


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked at a person's file: who, when, at which page."""

    at: datetime
    user: User
    page: str


def looks_at(person: OfMunicipality, most: int = 500) -> list[Look]:
    """Return who looked at a person's file, latest first.

    For the person, and for whoever may see the file: the caller has made sure of that.
    """
    with acting(Scope.of_municipality(person.municipality_id)):
        reference = AuditReference.objects.filter(
            municipality_id=person.municipality_id, person=person.public_id
        ).first()
        if reference is None:
            return []
        found = AuditEntry.objects.filter(
            subject=PERSON, subject_id=str(reference.reference), action=LOOKED
        )
        newest = found.select_related("actor").order_by("-at", "-pk")[:most]
        return [
            Look(entry.at, entry.actor, str(entry.detail.get("page", "")))
            for entry in newest
            if entry.actor is not None
        ]


def entries_for(administrator: User) -> QuerySet[AuditEntry]:
    """Return the audit log of the administrator's own municipality, latest first."""
    if not has_role(administrator, Role.ADMINISTRATOR) or administrator.municipality_id is None:
        return AuditEntry.objects.none()
    found = AuditEntry.objects.filter(municipality_id=administrator.municipality_id)
    return found.select_related("actor").order_by("-pk")
