"""From a declaration to a chosen design: frozen inputs, honest ends, nothing made is changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import Error, transaction
from tests.partners.factories import Stage
from tests.work.small import ask, describe, designed, first

from streekwerk.accounts.models import AuditEntry
from streekwerk.accounts.scope import Scope, acting
from streekwerk.matching.carving import Aim, Portion, breaches, stored, worth_of
from streekwerk.matching.fingerprint import fingerprint
from streekwerk.work import computing as computation
from streekwerk.work.actions import computing, designs, limits
from streekwerk.work.actions.inventory import add_role
from streekwerk.work.computing import Outcome, Problem
from streekwerk.work.models import Choice, Design, DesignSet, SetState
from streekwerk.work.queries.inventory import newest_of
from streekwerk.work.queries.limits import limits_of
from streekwerk.work.refusals import Refused


def test_no_design_without_a_declaration_about_this_work(stage: Stage) -> None:
    with pytest.raises(Refused, match="which work"):
        designs.ask_for_designs(stage.alice, stage.bakery)
    describe(stage.alice, stage.bakery)
    with pytest.raises(Refused, match="nobody loses"):
        designs.ask_for_designs(stage.alice, stage.bakery)
    with pytest.raises(Refused, match="nobody loses"):
        designs.declare(stage.alice, stage.bakery, " ")
    made = designs.declare(stage.alice, stage.bakery, "Bas Jansen")
    assert "verliest" in made.words
    asked = designs.ask_for_designs(stage.alice, stage.bakery)
    assert asked.declaration == made
    assert asked.analysis.frozen_at is not None
    assert AuditEntry.objects.filter(action="work.declared", actor=stage.alice).exists()
    designs.cancel(stage.alice, asked)
    add_role(stage.alice, stage.bakery, {"name": "Nieuw", "cost": 2_500, "level": 1})
    with pytest.raises(Refused, match="nobody loses"):
        designs.ask_for_designs(stage.alice, stage.bakery)


def test_small_work_is_computed_at_once_and_can_be_redone(stage: Stage) -> None:
    with acting(Scope.of(stage.bas_himself)):
        asked = designed(stage.bas_himself, stage.bakery)
    assert asked.state == SetState.DONE
    assert asked.inputs_hash == fingerprint(asked.inputs)
    problem = Problem.of(asked.inputs)
    for design in asked.designs.all():
        jobs = stored.jobs_from(design.jobs)
        assert design.breaches == []
        assert breaches(jobs, *_parts(problem)) == ()
        assert stored.worth_json(worth_of(jobs, *_parts(problem))) == design.worth
        assert design.fingerprint == designs.fingerprint_of(asked, jobs)
        assert design.is_proven
        assert design.gap == 0


def test_uncounted_groups_weigh_the_same(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    asked = ask(stage.alice, stage.bakery)
    assert not asked.counted
    assert [group["people"] for group in asked.inputs["groups"]] == [1, 1]
    assert asked.names["hands"]["en"] == "Work with the hands"


def test_what_is_impossible_says_what_to_loosen_and_one_click_does_it(stage: Stage) -> None:
    asked = designed(stage.alice, stage.bakery, kept=98)
    assert asked.state == SetState.NOTHING
    assert "kept" in {each["rule"] for each in asked.relaxations}
    by = next(each["by"] for each in asked.relaxations if each["rule"] == "kept")
    limits.loosen(stage.alice, asked, "kept")
    assert limits_of(stage.bakery).kept == 98 - by
    again = designs.ask_for_designs(stage.alice, stage.bakery)
    computing.start(stage.alice, again)
    again.refresh_from_db()
    assert again.state == SetState.DONE
    with pytest.raises(Refused):
        limits.loosen(stage.alice, asked, "moment_room")


def test_limits_that_contradict_each_other_are_refused(stage: Stage) -> None:
    with pytest.raises(Refused, match="contradict"):
        limits.set_limits(stage.alice, stage.bakery, {"shortest": 60, "longest": 40})
    assert limits_of(stage.bakery).shortest == 32


def test_a_change_by_hand_is_a_new_design_with_what_it_breaks(stage: Stage) -> None:
    design = first(designed(stage.alice, stage.bakery))
    jobs = stored.jobs_from(design.jobs)
    with pytest.raises(Refused, match="changed nothing"):
        designs.change_by_hand(stage.alice, design, [job.portions for job in jobs])
    with pytest.raises(Refused, match="no work"):
        designs.change_by_hand(stage.alice, design, [()])
    one = designs.change_by_hand(stage.alice, design, [jobs[0].portions[:1]])
    assert (one.parent, one.number) == (design, design.set.designs.count())
    assert "fewest_tasks" in {each["rule"] for each in one.breaches}
    with pytest.raises(Refused, match="all limits"):
        designs.choose(stage.alice, one, "Omdat het kan")
    design.refresh_from_db()
    assert stored.jobs_from(design.jobs) == jobs


def test_a_task_from_nowhere_is_an_error(stage: Stage) -> None:
    design = first(designed(stage.alice, stage.bakery))
    with pytest.raises(KeyError):
        designs.checked(design, [(Portion("nowhere", 4),)])


def test_choosing_takes_a_reason_and_the_latest_counts(stage: Stage) -> None:
    asked = designed(stage.alice, stage.bakery)
    design = first(asked)
    with pytest.raises(Refused, match="why"):
        designs.choose(stage.alice, design, "  ")
    designs.choose(stage.alice, design, "Het team wil dit")
    designs.choose(stage.bas_himself, design, "Toch, want het past in het rooster")
    assert [each.by for each in Choice.objects.filter(employer=stage.bakery)] == [
        stage.bas_himself,
        stage.alice,
    ]


def test_what_was_made_is_never_changed(stage: Stage) -> None:
    design = first(designed(stage.alice, stage.bakery))
    for change in (
        lambda: Design.objects.filter(pk=design.pk).update(worth={}),
        lambda: Design.objects.filter(pk=design.pk).delete(),
    ):
        with pytest.raises(Error), transaction.atomic():
            change()


def test_one_computation_at_a_time_and_it_can_be_stopped(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    describe(stage.alice, stage.bakery)
    asked = ask(stage.alice, stage.bakery)
    with pytest.raises(Refused, match="under way"):
        designs.ask_for_designs(stage.alice, stage.bakery)
    seen = []

    def stopped_halfway(problem: Problem, _seconds: float, tell: Any) -> Outcome:
        tell(20, Aim.GAIN)
        asked.refresh_from_db()
        seen.append((asked.state, asked.percent, asked.doing))
        designs.cancel(stage.bas_himself, asked)
        tell(40, Aim.PEOPLE)
        raise AssertionError("it went on")

    monkeypatch.setattr(computing, "compute", stopped_halfway)
    computing.perform(asked.pk)
    asked.refresh_from_db()
    assert seen == [("busy", 20, "gain")]
    assert (asked.state, asked.designs.count()) == (SetState.CANCELLED, 0)
    computing.perform(asked.pk)
    asked.refresh_from_db()
    assert asked.state == SetState.CANCELLED


def test_what_needs_time_goes_to_the_queue(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    queued: list[DesignSet] = []
    monkeypatch.setattr(computing, "defer_designs", queued.append)
    monkeypatch.setattr(computation, "MOST_AT_ONCE", 0)
    describe(stage.alice, stage.bakery)
    asked = ask(stage.alice, stage.bakery)
    computing.start(stage.alice, asked)
    asked.refresh_from_db()
    assert (queued, asked.state) == ([asked], SetState.WAITING)
    monkeypatch.setattr(computation, "MOST_AT_ONCE", 250)
    computing.start(stage.alice, asked, patient=True)
    assert queued == [asked, asked]
    monkeypatch.setattr(computing, "compute", lambda *_given: Outcome((), near=False))
    computing.start(stage.alice, asked)
    asked.refresh_from_db()
    assert (len(queued), asked.state) == (3, SetState.WAITING)


def test_a_worker_that_dies_leaves_an_answer(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    asked = ask(stage.alice, stage.bakery)
    computing.give_up_on(asked.pk)
    asked.refresh_from_db()
    assert asked.state == SetState.FAILED
    assert asked.failure_words is not None
    assert "gestopt" in asked.failure_words.nl


def test_an_error_is_told_by_kind_and_never_quotes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> Outcome:
        raise RuntimeError("Brood bakken")

    describe(stage.alice, stage.bakery)
    asked = ask(stage.alice, stage.bakery)
    monkeypatch.setattr(computing, "compute", broken)
    with pytest.raises(RuntimeError):
        computing.perform(asked.pk)
    asked.refresh_from_db()
    assert asked.failure_words is not None
    assert "RuntimeError" in asked.failure_words.nl
    assert "Brood" not in asked.failure_words.nl


def test_designs_are_for_the_employer_and_its_region(stage: Stage) -> None:
    design = first(designed(stage.alice, stage.bakery))
    for stranger in (stage.lia_herself, stage.dana, stage.charlie):
        with pytest.raises(PermissionDenied):
            designs.choose(stranger, design, "Zomaar")
    with acting(Scope.of(stage.lia_herself)):
        assert not Design.objects.exists()
        assert not DesignSet.objects.exists()
    assert newest_of(stage.laundry) is None


def _parts(problem: Problem) -> tuple[Any, Any, Any]:
    return problem.inventory, problem.groups, problem.rules
