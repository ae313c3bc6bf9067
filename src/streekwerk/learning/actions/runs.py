"""Ask for long work, do it, and tell how it went. The system acts here, for who asked."""

from __future__ import annotations

import logging

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.evidence.trial.problems import TrialError
from streekwerk.learning.models import Evaluation, Run, RunKind, RunState
from streekwerk.learning.queue import defer_run
from streekwerk.vocabulary.language import Text

log = logging.getLogger(__name__)

BROKEN = Text(
    "Er ging bij ons iets mis tijdens het rekenen. Probeer het opnieuw; gaat het weer mis, geef "
    "dan deze melding door aan uw beheerder",
    "Something went wrong on our side while computing. Try again; if it fails again, pass this "
    "message to your administrator",
)
STOPPED = Text(
    "Het rekenproces is onverwacht gestopt, bijvoorbeeld doordat de server opnieuw startte. "
    "Probeer het opnieuw.",
    "The computation stopped unexpectedly, for instance because the server restarted. Try again.",
)


def ask_for(user: User, evaluation: Evaluation, kind: RunKind) -> Run:
    """Put a computation in the queue, in the caller's transaction; or return the one that waits."""
    waiting = evaluation.runs.filter(kind=kind, state__in=(RunState.WAITING, RunState.BUSY))
    if found := waiting.first():
        return found
    run = Run.objects.create(
        municipality=evaluation.municipality, evaluation=evaluation, kind=kind, asked_by=user
    )
    defer_run(run)
    return run


def perform(run_id: int) -> None:
    """Do a computation that was asked for; whatever happens, the run says how it ended.

    A run that is no longer waiting is left alone: a job delivered twice works once.
    """
    started = Run.objects.filter(pk=run_id, state=RunState.WAITING).update(
        state=RunState.BUSY, started_at=timezone.now(), percent=0
    )
    if not started:
        return
    from streekwerk.learning.actions import computing  # noqa: PLC0415 (only the worker pays for it)

    run = Run.objects.select_related("evaluation__dataset", "asked_by").get(pk=run_id)
    try:
        computing.compute(run)
    except TrialError as error:
        fail(run, Text(error.words("nl"), error.words("en")))
    except Exception as error:
        fail(run, _with_name(BROKEN, error))
        raise  # the queue keeps the traceback in its log and marks the job as failed
    else:
        audit.record(
            None, f"run.{run.kind}_done", run.evaluation, municipality=run.evaluation.municipality
        )


@transaction.atomic
def fail(run: Run, words: Text) -> None:
    """Record why a computation failed."""
    log.warning("run %s of evaluation %s failed: %s", run.pk, run.evaluation_id, words.en)
    run.state, run.failure, run.finished_at = RunState.FAILED, words.as_json(), timezone.now()
    run.save(update_fields=["state", "failure", "finished_at"])
    audit.record(
        None, f"run.{run.kind}_failed", run.evaluation, municipality=run.evaluation.municipality
    )


def give_up_on(run_id: int) -> None:
    """Record that the process working on a run is gone."""
    run = Run.objects.select_related("evaluation__municipality").filter(pk=run_id).first()
    if run is not None and run.is_unfinished:
        fail(run, STOPPED)


def _with_name(words: Text, error: Exception) -> Text:
    # The kind of error, never its text: that may quote a person's record.
    name = type(error).__name__
    return Text(f"{words.nl}: {name}.", f"{words.en}: {name}.")
