"""Constraints that tables about employers share."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.guidance.choices import Choice


def one_of(field: str, choices: type[Choice], name: str) -> models.CheckConstraint:
    """Return the constraint that ``field`` holds one of ``choices``."""
    return models.CheckConstraint(condition=Q(**{f"{field}__in": choices.keys()}), name=name)


def of_region(name: str) -> models.UniqueConstraint:
    """Return the key (region, id) that other tables refer to."""
    return models.UniqueConstraint(fields=("region", "id"), name=name)
