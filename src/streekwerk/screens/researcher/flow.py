"""Where an evaluation stands in its five steps, and how it gets found."""

from __future__ import annotations

import uuid

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.learning import queries
from streekwerk.learning.models import Evaluation, Run, RunKind, RunState, State
from streekwerk.screens.design.navigation import Link, Step
from streekwerk.screens.design.templatetags.design import reader_language

STEPS = ("upload", "parts", "comparison", "design", "result")


def find(request: SignedInRequest, public_id: uuid.UUID) -> Evaluation:
    """Return the evaluation, or 404 when it is not this reader's to see."""
    evaluation = queries.evaluation_for(request.user, public_id)
    if evaluation is None:
        raise Http404
    return evaluation


def page_now(evaluation: Evaluation) -> str:
    """Return the address where this evaluation is worked on now."""
    name = {
        State.UPLOADED: "parts",
        State.MAPPED: "design",
        State.DESIGNED: "design",
        State.OPENED: "result",
        State.DONE: "result",
    }[State(evaluation.state)]
    return reverse(f"researcher:{name}", args=[evaluation.public_id])


def steps(evaluation: Evaluation | None, current: str) -> list[Step]:
    """Return the five steps; those that can be visited are links."""
    labels = (_("Bestand"), _("Kolommen"), _("Vergelijking"), _("Opzet"), _("Uitkomst"))
    here = STEPS.index(current)
    reached = max(here - 1, -1 if evaluation is None else _reached(evaluation))
    return [
        Step(
            label,
            "current" if place == here else "done" if place <= reached else "next",
            "" if place == here else _address(evaluation, place, reached),
        )
        for place, label in enumerate(labels)
    ]


def _reached(evaluation: Evaluation) -> int:
    """Return the last step that has been finished."""
    if evaluation.state == State.DONE:
        return 4
    if evaluation.design is not None:
        return 3
    return 2 if evaluation.specification is not None else 0


def _address(evaluation: Evaluation | None, place: int, reached: int) -> str:
    # Once opened, what was chosen before cannot be chosen again.
    first_open = 3 if evaluation is not None and evaluation.is_opened else 1
    if evaluation is None or not first_open <= place <= reached:
        return ""
    return reverse(f"researcher:{STEPS[place]}", args=[evaluation.public_id])


def trail(evaluation: Evaluation | None = None, title: str = "") -> list[Link]:
    """Return the breadcrumb of a page about one evaluation."""
    if evaluation is not None:
        title = evaluation.title_words.in_language(reader_language())
    return [Link(_("Evaluaties"), reverse("researcher:evaluations")), Link(title)]


def unfinished(evaluation: Evaluation, kind: RunKind) -> Run | None:
    """Return the run of ``kind`` that still works, waits, or failed last; None when it is done."""
    for run in evaluation.runs.all():
        if run.kind == kind:
            return None if run.state == RunState.DONE else run
    return None
