"""Read what the learning loop keeps, starting from what somebody may see."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, QuerySet

from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import has_role
from streekwerk.evidence.results.codec import from_json
from streekwerk.evidence.results.design import DesignReport
from streekwerk.evidence.results.evaluation import Evaluation as Result
from streekwerk.evidence.trial.raw import RawTable
from streekwerk.evidence.trial.sources import read_table
from streekwerk.learning.models import Dataset, Evaluation, Run, Study, StudyEstimate
from streekwerk.learning.permissions import READERS


def visible_to(user: User | AnonymousUser) -> QuerySet[Evaluation]:
    """Return the evaluations of the user's own municipality; nobody else sees any."""
    if not isinstance(user, User) or not has_role(user, *READERS) or not user.municipality_id:
        return Evaluation.objects.none()
    return Evaluation.objects.filter(municipality_id=user.municipality_id)


def overview(user: User | AnonymousUser) -> QuerySet[Evaluation]:
    """Return the user's evaluations for a list: newest first, with their runs, without results."""
    return (
        visible_to(user)
        .defer("result", "design", "specification", "parts")
        .select_related("created_by", "dataset")
        .defer("dataset__content")
        .prefetch_related("runs")
    )


def evaluation_for(user: User | AnonymousUser, public_id: uuid.UUID) -> Evaluation | None:
    """Return one evaluation with its people and runs, or None when it is not for this user."""
    people = ("created_by", "opened_by", "saved_by", "publication_asked_by")
    return (
        visible_to(user)
        .select_related("municipality", "dataset", "publication_approved_by", *people)
        .defer("dataset__content")
        .prefetch_related("runs")
        .filter(public_id=public_id)
        .first()
    )


def latest_run(evaluation: Evaluation) -> Run | None:
    """Return the computation that was asked for last."""
    return next(iter(evaluation.runs.all()), None)


def raw_table(dataset: Dataset) -> RawTable:
    """Read the stored file again; it was readable when it came in."""
    return read_table(bytes(dataset.content), dataset.name)


def design_of(evaluation: Evaluation) -> DesignReport | None:
    """Return the stored design report."""
    return None if evaluation.design is None else from_json(DesignReport, evaluation.design)


def result_of(evaluation: Evaluation) -> Result | None:
    """Return the stored result; there is none before the outcome was opened."""
    return None if evaluation.result is None else from_json(Result, evaluation.result)


def published() -> QuerySet[Evaluation]:
    """Return what everybody may see: evaluations that two people released."""
    return (
        Evaluation.objects.filter(published_at__isnull=False)
        .select_related("municipality")
        .defer("design", "specification", "parts")
        .order_by("-published_at")
    )


def saved_for(user: User | AnonymousUser) -> QuerySet[Evaluation]:
    """Return what the own municipality saved and did not publish."""
    return (
        visible_to(user)
        .filter(saved_at__isnull=False, published_at__isnull=True)
        .select_related("municipality")
        .defer("design", "specification", "parts")
        .order_by("-saved_at")
    )


def studies() -> QuerySet[Study]:
    """Return every published study with its figures."""
    return Study.objects.prefetch_related(
        Prefetch("estimates", StudyEstimate.objects.order_by("position"))
    )
