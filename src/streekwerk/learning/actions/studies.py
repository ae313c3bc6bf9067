"""Bring published studies into the database."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.learning.library import EstimateEntry, StudyEntry
from streekwerk.learning.models import Study, StudyEstimate


@transaction.atomic
def load_studies(entries: Iterable[StudyEntry]) -> int:
    """Add or renew studies by their slug; return how many are new.

    The command line and the demo call this; nobody does from a screen.
    """
    added = 0
    for entry in entries:
        study, new = Study.objects.update_or_create(slug=entry.slug, defaults=_fields(entry))
        study.estimates.all().delete()
        StudyEstimate.objects.bulk_create(
            _estimate(study, place, estimate) for place, estimate in enumerate(entry.estimates)
        )
        if new:
            added += 1
            audit.record(None, "study.added", study, slug=entry.slug)
    return added


def _fields(entry: StudyEntry) -> dict[str, object]:
    fields: dict[str, object] = entry.model_dump(mode="json", exclude={"slug", "estimates"})
    return fields


def _estimate(study: Study, place: int, entry: EstimateEntry) -> StudyEstimate:
    return StudyEstimate(study=study, position=place, **entry.model_dump(mode="json"))
