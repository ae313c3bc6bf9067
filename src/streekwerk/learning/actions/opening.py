"""Break the seal, save and publish: each once, by somebody with a name."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.learning import queries, refusals
from streekwerk.learning.actions.runs import ask_for
from streekwerk.learning.models import Evaluation, RunKind, RunState, State
from streekwerk.learning.permissions import may_approve, may_change

# Statistics Netherlands does not publish about fewer than ten people.
LEAST_PUBLISHED = 10


@transaction.atomic
def open_outcome(user: User, evaluation: Evaluation) -> None:
    """Open the outcome of a judged design and have the effects computed; once is enough.

    Raises
    ------
    Refused : the design was not judged yet.
    """
    evaluation = _locked(user, evaluation)
    if evaluation.is_opened:
        return
    if evaluation.design is None:
        raise refusals.Refused(refusals.NO_DESIGN)
    evaluation.opened_by, evaluation.opened_at = user, timezone.now()
    evaluation.state = State.OPENED
    evaluation.save(update_fields=["opened_by", "opened_at", "state"])
    audit.record(user, "evaluation.opened", evaluation, fingerprint=evaluation.data_fingerprint)
    ask_for(user, evaluation, RunKind.EFFECTS)


@transaction.atomic
def try_again(user: User, evaluation: Evaluation) -> None:
    """Ask once more for the computation that failed last."""
    evaluation = _locked(user, evaluation)
    last = queries.latest_run(evaluation)
    if last is None or last.state != RunState.FAILED:
        raise refusals.Refused(refusals.NOTHING_TO_RETRY)
    audit.record(user, "evaluation.tried_again", evaluation, kind=last.kind)
    ask_for(user, evaluation, RunKind(last.kind))


@transaction.atomic
def save(user: User, evaluation: Evaluation) -> None:
    """Save the result for the own municipality's “Wat werkt”."""
    evaluation = _locked(user, evaluation)
    if evaluation.saved_at is not None:
        return
    if evaluation.result is None:
        raise refusals.Refused(refusals.NO_RESULT)
    evaluation.saved_by, evaluation.saved_at = user, timezone.now()
    evaluation.save(update_fields=["saved_by", "saved_at"])
    audit.record(user, "evaluation.saved", evaluation)


@transaction.atomic
def ask_publication(user: User, evaluation: Evaluation) -> None:
    """Ask that everybody may see the result; somebody else decides."""
    evaluation = _locked(user, evaluation)
    if evaluation.publication_asked_at is not None:
        return
    if evaluation.saved_at is None:
        raise refusals.Refused(refusals.NOT_SAVED)
    _large_enough(evaluation)
    evaluation.publication_asked_by, evaluation.publication_asked_at = user, timezone.now()
    evaluation.save(update_fields=["publication_asked_by", "publication_asked_at"])
    audit.record(user, "evaluation.publication_asked", evaluation)


@transaction.atomic
def approve_publication(user: User, evaluation: Evaluation) -> None:
    """Publish what a colleague asked to publish."""
    require(may_approve(user, evaluation))
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(may_approve(user, evaluation))  # once more, now that nobody can change it meanwhile
    if evaluation.is_published:
        return
    if evaluation.publication_asked_at is None:
        raise refusals.Refused(refusals.NOT_ASKED)
    _large_enough(evaluation)
    evaluation.publication_approved_by, evaluation.published_at = user, timezone.now()
    evaluation.save(update_fields=["publication_approved_by", "published_at"])
    audit.record(user, "evaluation.published", evaluation)


def _locked(user: User, evaluation: Evaluation) -> Evaluation:
    require(may_change(user, evaluation))
    return Evaluation.objects.select_for_update().get(pk=evaluation.pk)


def _large_enough(evaluation: Evaluation) -> None:
    result = queries.result_of(evaluation)
    if result is None:
        raise refusals.Refused(refusals.NO_RESULT)
    for arm in result.arms:
        if arm.n < LEAST_PUBLISHED:
            words = refusals.too_few(arm.label.nl, arm.n, LEAST_PUBLISHED)
            raise refusals.Refused(words)
