"""Read how a municipality is set up: its codes, keys, sources and who decided what."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from streekwerk.accounts.models import AuditEntry, User
from streekwerk.deliveries.keys import KeyPlace, place_of
from streekwerk.deliveries.models import Reporter, Source
from streekwerk.deliveries.permissions import may_administer, may_deliver

_DECISIONS = ("reporter.set_up", "reporter.joined_region", "reporter.left_region")


@dataclass(frozen=True, slots=True)
class SetUp:
    """One code: its key (never the key itself) and the decisions about it, newest first."""

    reporter: Reporter
    key: KeyPlace
    history: list[AuditEntry]


def set_up_of(user: User | AnonymousUser) -> list[SetUp]:
    """Return how the municipality of an administrator is set up."""
    reporters = list(reporters_of(user))
    ids = [str(reporter.pk) for reporter in reporters]
    label = Reporter._meta.label_lower
    said = AuditEntry.objects.filter(subject=label, subject_id__in=ids, action__in=_DECISIONS)
    lines = list(said.select_related("actor").order_by("-id"))
    return [
        SetUp(
            reporter,
            place_of(reporter.code, reporter.key_check),
            [line for line in lines if line.subject_id == str(reporter.pk)],
        )
        for reporter in reporters
    ]


def reporters_of(user: User | AnonymousUser) -> QuerySet[Reporter]:
    """Return the codes an administrator may decide about."""
    if not isinstance(user, User) or not may_administer(user) or not user.municipality_id:
        return Reporter.objects.none()
    found = Reporter.objects.filter(municipality_id=user.municipality_id)
    return found.select_related("municipality", "in_region_by")


def sources_for(user: User | AnonymousUser) -> QuerySet[Source]:
    """Return the saved column mappings of the user's own municipality."""
    if not isinstance(user, User) or not may_deliver(user) or not user.municipality_id:
        return Source.objects.none()
    found = Source.objects.filter(municipality_id=user.municipality_id)
    return found.select_related("saved_by")
