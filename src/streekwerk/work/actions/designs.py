"""Declare, ask for designs, change one by hand, choose."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from streekwerk import __version__
from streekwerk.accounts.models import User
from streekwerk.matching.carving import Breach, CarvedJob, Portion, breaches, stored, worth_of
from streekwerk.matching.carving.by_hand import remade
from streekwerk.matching.fingerprint import fingerprint
from streekwerk.partners.actions.noting import held, note
from streekwerk.partners.models import Employer
from streekwerk.work import declaring, refusals
from streekwerk.work.actions.inventory import freeze
from streekwerk.work.computing import Problem
from streekwerk.work.models import Choice, Declaration, Design, DesignSet, SetState, WorkAnalysis
from streekwerk.work.models.design import BY_HAND, UNFINISHED
from streekwerk.work.permissions import require_fill_in
from streekwerk.work.queries import groups as group_queries
from streekwerk.work.queries.inventory import inventory_of, newest_of, work_of
from streekwerk.work.queries.limits import limits_of
from streekwerk.work.refusals import Refused


@transaction.atomic
def declare(user: User, employer: Employer, name: str) -> Declaration:
    """Record that ``name`` declares that nobody is displaced, for the work as it is now.

    Raises
    ------
    Refused
        Without a name, or before any work was written down.
    """
    require_fill_in(user, employer)
    analysis = newest_of(employer)
    if analysis is None:
        raise Refused(refusals.NO_TASKS)
    if not name.strip():
        raise Refused(refusals.NOT_DECLARED)
    made = Declaration.objects.create(
        region_id=employer.region_id,
        employer=employer,
        analysis=analysis,
        version=declaring.VERSION,
        words=declaring.WORDS.nl,
        name=name.strip()[:160],
        by=user,
    )
    note(user, "work.declared", made, employer, version=declaring.VERSION)
    return made


@transaction.atomic
def ask_for_designs(user: User, employer: Employer) -> DesignSet:
    """Freeze the work as it is and store everything a computation needs. It still waits.

    Raises
    ------
    Refused
        Without work, without a declaration about it, without a group, or while another
        computation is under way.
    """
    require_fill_in(user, employer)
    held(employer)
    work = work_of(employer)
    if work.analysis is None or not work.can_be_designed:
        raise Refused(refusals.NO_TASKS)
    declared = Declaration.objects.filter(analysis=work.analysis).first()
    if declared is None:
        raise Refused(refusals.NOT_DECLARED)
    if DesignSet.objects.filter(employer=employer, state__in=UNFINISHED).exists():
        raise Refused(refusals.UNDER_WAY)
    limits = limits_of(employer)
    known = group_queries.groups_of(employer.region_id)
    chosen = [each for each in known if not limits.groups or each.key in limits.groups]
    if not chosen:
        raise Refused(refusals.NO_GROUP)
    groups = group_queries.to_compute_with(chosen)
    inputs = Problem(inventory_of(work), groups, limits.rules()).as_json()
    freeze(work.analysis)
    asked = DesignSet.objects.create(
        region_id=employer.region_id,
        employer=employer,
        analysis=work.analysis,
        declaration=declared,
        inputs=inputs,
        inputs_hash=fingerprint(inputs),
        names={each.key: each.name.as_json() for each in chosen},
        counted=group_queries.is_counted(chosen),
        code_version=__version__,
        asked_by=user,
    )
    note(user, "work.designs_asked", asked, employer, inputs=asked.inputs_hash)
    return asked


@transaction.atomic
def cancel(user: User, asked: DesignSet) -> None:
    """Stop a computation; what it finds after this is thrown away."""
    require_fill_in(user, asked.employer)
    stopped = DesignSet.objects.filter(pk=asked.pk, state__in=UNFINISHED).update(
        state=SetState.CANCELLED, finished_at=timezone.now()
    )
    if stopped:
        note(user, "work.designs_cancelled", asked, asked.employer)


def checked(
    design: Design, portions: Sequence[Sequence[Portion]]
) -> tuple[tuple[CarvedJob, ...], tuple[Breach, ...]]:
    """Return the jobs that ``portions`` make and what they break; stores nothing."""
    problem = Problem.of(design.set.inputs)
    before = stored.jobs_from(design.jobs)
    jobs = remade(portions, before, problem.inventory, problem.groups, problem.rules)
    return jobs, breaches(jobs, problem.inventory, problem.groups, problem.rules)


@transaction.atomic
def change_by_hand(user: User, design: Design, portions: Sequence[Sequence[Portion]]) -> Design:
    """Keep a changed design as a new one that knows its parent and everything it breaks.

    Raises
    ------
    Refused
        When nothing is left in it, or nothing was changed.
    KeyError
        For a task that is not in the work of the design.
    """
    require_fill_in(user, design.employer)
    held(design.employer)
    jobs, broken = checked(design, portions)
    if not jobs:
        raise Refused(refusals.EMPTY_DESIGN)
    if stored.jobs_json(jobs) == design.jobs:
        raise Refused(refusals.NOTHING_CHANGED)
    problem = Problem.of(design.set.inputs)
    worth = worth_of(jobs, problem.inventory, problem.groups, problem.rules)
    last = design.set.designs.order_by("-number").values_list("number", flat=True).first()
    made = Design.objects.create(
        region_id=design.region_id,
        employer=design.employer,
        set=design.set,
        parent=design,
        number=(last or 0) + 1,
        aim=BY_HAND,
        jobs=stored.jobs_json(jobs),
        worth=stored.worth_json(worth),
        breaches=[breach_json(each) for each in broken],
        fingerprint=fingerprint_of(design.set, jobs),
        code_version=__version__,
        made_by=user,
    )
    note(user, "work.design_changed_by_hand", made, design.employer, breaches=len(broken))
    return made


@transaction.atomic
def choose(user: User, design: Design, reason: str) -> Choice:
    """Choose a design that keeps to every rule, with a reason.

    Raises
    ------
    Refused
        Without a reason, or when the design breaks a rule.
    """
    require_fill_in(user, design.employer)
    if not reason.strip():
        raise Refused(refusals.NO_REASON)
    if design.breaches:
        raise Refused(refusals.BREAKS_RULES)
    made = Choice.objects.create(
        region_id=design.region_id,
        employer=design.employer,
        design=design,
        reason=reason.strip(),
        by=user,
    )
    note(user, "work.design_chosen", made, design.employer, design=str(design.public_id))
    return made


def breach_json(breach: Breach) -> dict[str, object]:
    """Return a breach as it is stored."""
    return {"rule": breach.rule, "job": breach.job, "words": breach.words.as_json()}


def fingerprint_of(asked: DesignSet, jobs: Sequence[CarvedJob]) -> str:
    """Return the fingerprint of a design: of what went in, and of the jobs."""
    return fingerprint([asked.inputs_hash, stored.jobs_json(jobs)])


def is_declared(analysis: WorkAnalysis | None) -> bool:
    """Whether there is a declaration about this version of the work."""
    return analysis is not None and analysis.declarations.exists()
