"""What came of steps, and the follow-up: who may say it, what counts, what the files say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from tests.people.people import Table, today

from streekwerk.accounts.models import AuditEntry
from streekwerk.guidance.follow_up.moments import months_after
from streekwerk.guidance.follow_up.questions import Question, Reply, Working
from streekwerk.guidance.plan.outcomes import CameOf
from streekwerk.guidance.plan.steps import StepEvent, Who
from streekwerk.people.actions import plans
from streekwerk.people.actions.files import close_file
from streekwerk.people.actions.outcomes import answer_follow_up, say_what_came_of
from streekwerk.people.models import Decision, FollowUpAnswer, Person, Plan, Step
from streekwerk.people.queries.follow_ups import (
    earlier_follow_ups,
    follow_up_due,
    follow_up_of,
    outcomes_of,
)
from streekwerk.people.refusals import Refused
from streekwerk.people.signals import SIGNALS, signals_of
from streekwerk.people.timeline import timeline

YES, NO = Reply(Question.WORKING, "yes"), Reply(Question.WORKING, "no")


def plan_made(table: Table, months_ago: int) -> Plan:
    """Give Anna a plan that was made some months ago."""
    return Plan.objects.create(
        municipality_id=table.anna.municipality_id,
        person=table.anna,
        made_on=months_after(today(), -months_ago),
        made_by=table.alice,
    )


def a_step(table: Table) -> Step:
    return plans.add_step(table.alice, table.anna, plans.NewStep("Bellen", Who.JOBSEEKER))


def keys_of(person: Person) -> set[str]:
    return {each.key for each in signals_of([person])[person.pk]}


def test_what_came_of_a_step_is_kept_and_the_later_one_counts(table: Table) -> None:
    step = a_step(table)
    plans.happened(table.alice, step, StepEvent.DONE)
    step.refresh_from_db()
    say_what_came_of(table.alice, step, CameOf.UNKNOWN)
    say_what_came_of(table.anna_herself, step, CameOf.EMPLOYER, "Ik mag op gesprek")
    found = outcomes_of(table.anna)[step.pk]
    assert (found.outcome_now, found.words) == (CameOf.EMPLOYER, "Ik mag op gesprek")
    assert found.by_jobseeker
    assert AuditEntry.objects.filter(action="step.came_of").count() == 2
    assert "Ik mag op gesprek" in [event.detail for event in timeline(table.alice, table.anna)]


def test_an_open_step_has_no_outcome_yet(table: Table) -> None:
    with pytest.raises(Refused):
        say_what_came_of(table.alice, a_step(table), CameOf.WORK)


def test_neither_a_colleague_nor_another_town_says_what_came_of_it(table: Table) -> None:
    step = a_step(table)
    plans.happened(table.alice, step, StepEvent.DONE)
    step.refresh_from_db()
    for stranger in (table.carol, table.charlie, table.dirk_himself):
        with pytest.raises(PermissionDenied):
            say_what_came_of(stranger, step, CameOf.WORK)
    assert not step.outcomes.exists()


def test_what_was_answered_can_not_be_rewritten(table: Table) -> None:
    plan_made(table, 3)
    made = answer_follow_up(table.alice, table.anna, YES)
    with pytest.raises(DatabaseError), transaction.atomic():
        FollowUpAnswer.objects.filter(pk=made.pk).update(answer="no")
    with pytest.raises(DatabaseError), transaction.atomic():
        made.delete()


@pytest.mark.parametrize(
    ("months", "moment"), [(2, None), (3, 3), (5, 3), (6, 6), (13, 12), (25, 24), (30, None)]
)
def test_it_is_asked_at_the_moments_and_at_no_other_time(
    table: Table, months: int, moment: int | None
) -> None:
    plan_made(table, months)
    found = follow_up_of(table.anna)
    assert (found.moment.months if found else None) == moment
    due = Person.objects.filter(follow_up_due(today()), pk=table.anna.pk).exists()
    assert due == (moment is not None)
    assert ("terugblik" in keys_of(table.anna)) == due


def test_an_answer_on_work_ends_the_asking_even_do_not_know(table: Table) -> None:
    plan_made(table, 6)
    answer_follow_up(table.alice, table.anna, Reply(Question.WORKING, "unknown"))
    assert "terugblik" not in keys_of(table.anna)
    found = follow_up_of(table.anna)
    assert found is not None
    assert found.working is Working.UNKNOWN
    assert found.next_question is Question.CONTENT


def test_one_question_after_the_other_until_none_is_left(table: Table) -> None:
    plan_made(table, 3)
    asked = []
    for answer in ("yes", "24", "first", "partly"):
        found = follow_up_of(table.anna)
        assert found is not None
        assert found.next_question is not None
        asked.append(found.next_question)
        answer_follow_up(table.anna_herself, table.anna, Reply(found.next_question, answer))
    assert asked == list(Question)
    done = follow_up_of(table.anna)
    assert done is not None
    assert done.next_question is None


def test_two_voices_stay_beside_each_other(table: Table) -> None:
    plan_made(table, 3)
    answer_follow_up(table.alice, table.anna, NO)
    answer_follow_up(table.anna_herself, table.anna, YES)
    found = follow_up_of(table.anna)
    assert found is not None
    assert found.working is Working.YES
    other = found.other_voice(Question.WORKING)
    assert other is not None
    assert (other.answer, other.given_by) == ("no", table.alice)


def test_a_closed_file_is_still_asked_about(table: Table) -> None:
    """Most people who found work have one."""
    plan_made(table, 3)
    close_file(table.alice, table.anna)
    table.anna.refresh_from_db()
    assert answer_follow_up(table.anna_herself, table.anna, YES).by_jobseeker


def test_strangers_answer_nothing_and_nothing_is_asked_without_a_plan(table: Table) -> None:
    with pytest.raises(Refused):
        answer_follow_up(table.alice, table.anna, YES)
    plan_made(table, 3)
    for stranger in (table.carol, table.charlie, table.dirk_himself):
        with pytest.raises(PermissionDenied):
            answer_follow_up(stranger, table.anna, YES)


def test_a_decision_counts_before_a_plan_and_only_the_last_one(table: Table) -> None:
    plan_made(table, 12)
    first = decided(table, 8)
    assert _asked(table) == 6
    decided(table, 4, replaces=first)
    assert _asked(table) == 3
    answer_follow_up(table.alice, table.anna, YES)
    assert "terugblik" not in keys_of(table.anna)
    decided(table, 0, replaces=Decision.objects.first())
    assert _asked(table) is None
    assert [each.moment.months for each in earlier_follow_ups(table.anna)] == [3]


def _asked(table: Table) -> int | None:
    found = follow_up_of(Person.objects.get(pk=table.anna.pk))
    return found.moment.months if found else None


def decided(table: Table, months_ago: int, **values: Any) -> Decision:
    return Decision.objects.create(
        municipality_id=table.anna.municipality_id,
        person=table.anna,
        together=True,
        decided_by=table.alice,
        decided_on=months_after(today(), -months_ago),
        **values,
    )


def test_reasons_follow_what_happens(table: Table) -> None:
    step = a_step(table)
    plans.happened(table.alice, step, StepEvent.MOVED, due=today() + dt.timedelta(days=3))
    table.anna.refresh_from_db()
    assert "stap-komt" in keys_of(table.anna)
    plans.happened(table.alice, step, StepEvent.DONE)
    table.anna.refresh_from_db()
    assert "stap-zonder-uitkomst" in keys_of(table.anna)
    step.refresh_from_db()
    say_what_came_of(table.alice, step, CameOf.SAME)
    assert not keys_of(table.anna) & {"stap-komt", "stap-zonder-uitkomst"}
    assert "plan-zonder-uitkomst" not in keys_of(table.anna)
    Plan.objects.filter(person=table.anna).update(made_on=months_after(today(), -7))
    assert "plan-zonder-uitkomst" in keys_of(table.anna)


def test_reasons_are_facts_and_none_is_a_chance() -> None:
    for each in SIGNALS.values():
        for text in (each.words.nl, each.words.en):
            assert not {"kans", "risico", "score", "chance", "risk"} & set(text.lower().split())
