"""Write the audit log. Actions call this in the transaction of the change itself."""

from __future__ import annotations

from typing import Any

from django.db import models

from streekwerk.accounts.models import AuditEntry, Municipality, User


def record(
    actor: User | None,
    action: str,
    subject: models.Model,
    *,
    municipality: Municipality | None = None,
    **detail: Any,  # noqa: ANN401 - any JSON value
) -> AuditEntry:
    """Add one line: ``actor`` did ``action`` to ``subject``; ``actor`` None is the system."""
    return AuditEntry.objects.create(
        actor=actor,
        municipality=municipality or (actor.municipality if actor else None),
        action=action,
        subject=subject._meta.label_lower,
        subject_id=str(getattr(subject, "public_id", subject.pk)),
        detail=detail,
    )
