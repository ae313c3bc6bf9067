"""What actions of this app share: the audit line, and one employer at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Min, Q
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.partners import refusals
from streekwerk.partners.models import Agreement, Employer


def note(
    user: User | None,
    action: str,
    subject: models.Model,
    employer: Employer,
    **detail: Any,  # noqa: ANN401 - any JSON value
) -> None:
    """Add an audit line, in the log of the employer's home municipality."""
    audit.record(user, action, subject, municipality=employer.municipality, **detail)


def held(employer: Employer) -> Employer:
    """Return the employer as it stands, locked until the action is done."""
    found = Employer.objects.select_for_update(of=("self",)).select_related("municipality")
    return found.get(pk=employer.pk)


def not_in_the_future(day: date) -> date:
    """Return ``day``; Refused when it has not been yet."""
    if day > timezone.localdate():
        raise refusals.Refused(refusals.IN_THE_FUTURE)
    return day


def refresh_next(employer: Employer) -> None:
    """Keep beside the employer the first day something was agreed for."""
    running = Agreement.objects.filter(employer=employer, ended_on=None)
    first = running.exclude(Q(look_on=None) & Q(due=None)).aggregate(
        first=Min(Least(Coalesce(F("look_on"), F("due")), Coalesce(F("due"), F("look_on"))))
    )
    Employer.objects.filter(pk=employer.pk).update(next_on=first["first"])
