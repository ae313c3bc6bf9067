"""Computations and designs of an employer."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from streekwerk.partners.models import Employer
from streekwerk.work.models import Declaration, Design, DesignSet, Vacancy, WorkAnalysis


def sets_of(employer: Employer) -> QuerySet[DesignSet]:
    """Return the computations of an employer, newest first."""
    return DesignSet.objects.filter(employer=employer).select_related(
        "analysis", "declaration", "asked_by", "employer__municipality"
    )


def set_of(employer: Employer, public_id: uuid.UUID) -> DesignSet | None:
    """Return one computation; None when it is not of this employer."""
    return sets_of(employer).filter(public_id=public_id).first()


def designs_of(asked: DesignSet) -> list[Design]:
    """Return the designs of a computation, those by hand after the computed ones."""
    return list(asked.designs.select_related("made_by", "parent"))


def design_of(employer: Employer, public_id: uuid.UUID) -> Design | None:
    """Return one design with its computation; None when it is not of this employer."""
    return (
        Design.objects.filter(employer=employer, public_id=public_id)
        .select_related(
            "set__analysis", "set__declaration", "employer__municipality", "made_by", "parent"
        )
        .first()
    )


def declaration_of(analysis: WorkAnalysis | None) -> Declaration | None:
    """Return the newest declaration about a version of the work."""
    if analysis is None:
        return None
    return analysis.declarations.select_related("by").first()


def vacancies_of(design: Design) -> list[Vacancy]:
    """Return the vacancies that were opened from a design."""
    return list(design.vacancies.all())
