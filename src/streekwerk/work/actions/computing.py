"""Compute the designs that were asked for. The system acts here, for who asked."""

from __future__ import annotations

import logging

from django.db import transaction
from django.utils import timezone

from streekwerk import __version__
from streekwerk.accounts.models import User
from streekwerk.matching.carving import Aim, Carving, breaches, stored
from streekwerk.partners.actions.noting import note
from streekwerk.vocabulary.language import Text
from streekwerk.work.actions.designs import breach_json, fingerprint_of
from streekwerk.work.computing import AT_ONCE, PATIENT, Outcome, Problem, Stopped, compute
from streekwerk.work.models import Design, DesignSet, SetState
from streekwerk.work.permissions import require_fill_in
from streekwerk.work.queue import defer_designs

log = logging.getLogger(__name__)

BROKEN = Text(
    "Er ging bij ons iets mis tijdens het rekenen. Probeer het opnieuw; gaat het weer mis, geef "
    "dan deze melding door aan uw accountmanager",
    "Something went wrong on our side while computing. Try again; if it fails again, pass this "
    "message to your adviser",
)
STOPPED = Text(
    "Het rekenproces is onverwacht gestopt, bijvoorbeeld doordat de server opnieuw startte. "
    "Probeer het opnieuw.",
    "The computation stopped unexpectedly, for instance because the server restarted. Try again.",
)


def start(user: User, asked: DesignSet, *, patient: bool = False) -> None:
    """Compute what is small at once, and put in the queue what needs more time.

    ``patient`` puts it in the queue whatever its size, to search longer.
    """
    require_fill_in(user, asked.employer)
    problem = Problem.of(asked.inputs)
    if not patient and problem.is_small and _begin(asked.pk):
        outcome = compute(problem, AT_ONCE, lambda _percent, _aim: None)
        if outcome.near:
            _keep(asked, problem, outcome)
            return
        DesignSet.objects.filter(pk=asked.pk, state=SetState.BUSY).update(state=SetState.WAITING)
    defer_designs(asked)


def perform(set_id: int) -> None:
    """Do a computation that waits; whatever happens, the set says how it ended.

    One that no longer waits is left alone: a job delivered twice works once.
    """
    if not _begin(set_id):
        return
    asked = DesignSet.objects.select_related("employer__municipality").get(pk=set_id)
    problem = Problem.of(asked.inputs)
    try:
        outcome = compute(problem, PATIENT, lambda percent, aim: _tell(asked, percent, aim))
        _keep(asked, problem, outcome)
    except Stopped:
        log.info("computation of design set %s was stopped", asked.pk)
    except Exception as error:
        # The kind of error, never its text: that may quote the employer's work.
        name = type(error).__name__
        _fail(asked, Text(f"{BROKEN.nl}: {name}.", f"{BROKEN.en}: {name}."))
        raise  # the queue keeps the traceback in its log and marks the job as failed


def give_up_on(set_id: int) -> None:
    """Record that the process working on a set is gone."""
    asked = DesignSet.objects.select_related("employer__municipality").filter(pk=set_id).first()
    if asked is not None and asked.is_unfinished:
        _fail(asked, STOPPED)


def _begin(set_id: int) -> bool:
    waiting = DesignSet.objects.filter(pk=set_id, state=SetState.WAITING)
    return waiting.update(state=SetState.BUSY, started_at=timezone.now(), percent=0) == 1


def _tell(asked: DesignSet, percent: int, aim: Aim | None) -> None:
    busy = DesignSet.objects.filter(pk=asked.pk, state=SetState.BUSY)
    if not busy.update(percent=percent, doing=aim.value if aim else ""):
        raise Stopped


@transaction.atomic
def _keep(asked: DesignSet, problem: Problem, outcome: Outcome) -> None:
    found = DesignSet.objects.select_for_update(of=("self",)).filter(pk=asked.pk)
    now = found.select_related("employer__municipality").get()
    if now.state != SetState.BUSY:
        return
    Design.objects.bulk_create(
        _row(now, problem, number, one) for number, one in enumerate(outcome.designs, start=1)
    )
    now.state = _state(outcome)
    now.relaxations = [
        {"rule": each.rule, "by": each.by, "words": each.words.as_json()} for each in outcome.loosen
    ]
    now.percent, now.finished_at = 100, timezone.now()
    now.save(update_fields=["state", "relaxations", "percent", "finished_at"])
    note(None, "work.designs_computed", now, now.employer, designs=len(outcome.designs))


def _state(outcome: Outcome) -> SetState:
    if outcome.designs:
        return SetState.DONE
    return SetState.NOTHING if outcome.is_impossible else SetState.UNDECIDED


def _row(asked: DesignSet, problem: Problem, number: int, one: Carving) -> Design:
    design = one.design
    assert design is not None  # noqa: S101 - only found designs are kept; for the type checker
    broken = breaches(design.jobs, problem.inventory, problem.groups, problem.rules)
    return Design(
        region_id=asked.region_id,
        employer=asked.employer,
        set=asked,
        number=number,
        aim=one.aim.value,
        jobs=stored.jobs_json(design.jobs),
        worth=stored.worth_json(design.worth),
        breaches=[breach_json(each) for each in broken],
        status=one.status,
        gap=one.gap,
        seconds=one.seconds,
        fingerprint=fingerprint_of(asked, design.jobs),
        code_version=__version__,
    )


@transaction.atomic
def _fail(asked: DesignSet, words: Text) -> None:
    log.warning("computation of design set %s failed: %s", asked.pk, words.en)
    asked.state, asked.failure, asked.finished_at = SetState.FAILED, words.as_json(), timezone.now()
    asked.save(update_fields=["state", "failure", "finished_at"])
    note(None, "work.designs_failed", asked, asked.employer)
