"""Conversations, rounds, goals and plans, and what follows from them for a file."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from tests.people.people import Table, today

from streekwerk.guidance.conversation import NEWS, ConversationKind
from streekwerk.guidance.cycle import Thing, next_thing
from streekwerk.guidance.instrument.answers import Answer, AnswerKind
from streekwerk.guidance.plan.goals import GoalKind, GoalState, PlanResult
from streekwerk.guidance.plan.steps import NotDoneReason, StepEvent, Who
from streekwerk.people import queries, refusals
from streekwerk.people.actions import conversations, diagnosis, files, plans
from streekwerk.people.models import Conversation, Goal, Person
from streekwerk.people.queries.guidance import guidance_of, open_plan, rounds_of, state_of
from streekwerk.people.signals import SIGNALS, signals_of
from streekwerk.people.timeline import EventKind, timeline


def next_for(table: Table) -> Thing:
    """Return the next thing as the overview shows it to Alice."""
    file = queries.file_of(table.alice, table.anna)
    return next_thing(state_of(guidance_of(table.anna), file)).thing


def talk(table: Table, kind: ConversationKind = ConversationKind.INTAKE) -> Conversation:
    """Begin a conversation of Alice with Anna."""
    return conversations.begin(table.alice, table.anna, kind)


def test_the_method_from_first_meeting_to_looking_back(table: Table) -> None:
    assert next_for(table) is Thing.MEET
    conversation = talk(table)
    assert next_for(table) is Thing.GO_ON_TALKING
    asked = diagnosis.begin(table.alice, table.anna, conversation)
    diagnosis.answer(table.alice, asked, Answer("confidence_find", AnswerKind.LEVEL, 2))
    conversations.round_off(table.alice, conversation)
    assert next_for(table) is Thing.ASK_WISHES
    files.record(table.alice, table.anna, "wish_work", "Koken")
    assert next_for(table) is Thing.SET_GOAL
    plans.set_goal(table.alice, table.anna, "Werk in een keuken", GoalKind.PAID_WORK)
    assert next_for(table) is Thing.SEE_OPTIONS
    soon = today() + dt.timedelta(days=5)
    step = plans.add_step(table.alice, table.anna, plans.NewStep("Bellen", Who.JOBSEEKER, soon))
    assert next_for(table) is Thing.WAIT
    plans.happened(table.anna_herself, step, StepEvent.DONE)
    plan = open_plan(table.anna)
    assert plan is not None
    plans.agree_to_look_back(table.alice, plan, today())
    assert next_for(table) is Thing.LOOK_BACK
    plans.look_back(table.alice, plan, PlanResult.REACHED, "Anna heeft een baan")
    assert Goal.objects.get().state_now is GoalState.REACHED
    assert open_plan(table.anna) is None
    assert next_for(table) is Thing.SET_GOAL


def test_one_conversation_at_a_time_and_none_changes_afterwards(table: Table) -> None:
    conversation = talk(table)
    with pytest.raises(refusals.Refused):
        talk(table)
    conversations.note(table.alice, conversation, NEWS, "Het gaat goed")
    conversations.note(table.alice, conversation, NEWS, "Het gaat beter")
    conversations.agree(table.alice, conversation, "Volgende week bellen")
    conversations.round_off(table.alice, conversation)
    assert [note.text for note in conversation.notes.all()] == ["Het gaat beter"]
    with pytest.raises(refusals.Refused):
        conversations.note(table.alice, conversation, NEWS, "Toch niet")
    assert not rounds_of(table.anna), "a conversation without answers asked nothing"


def test_a_round_goes_on_where_it_was_begun_and_ends_as_it_was(table: Table) -> None:
    alone = diagnosis.begin(table.anna_herself, table.anna)
    diagnosis.answer(table.anna_herself, alone, Answer("search_do", AnswerKind.UNKNOWN))
    conversation = talk(table)
    together = diagnosis.begin(table.alice, table.anna, conversation)
    assert together == alone
    diagnosis.answer(table.alice, together, Answer("search_do", AnswerKind.LEVEL, 3, "elke week"))
    conversations.round_off(table.alice, conversation)
    (done,) = rounds_of(table.anna)
    (answer,) = done.answers.all()
    assert answer.answer == Answer("search_do", AnswerKind.LEVEL, 3, "elke week")
    with pytest.raises(refusals.Refused):
        diagnosis.answer(table.alice, done, Answer("search_do", AnswerKind.LEVEL, 5))


def test_a_round_without_answers_cannot_be_finished(table: Table) -> None:
    asked = diagnosis.begin(table.alice, table.anna)
    with pytest.raises(refusals.Refused):
        diagnosis.finish(table.alice, asked)
    with pytest.raises(ValueError, match="no question"):
        diagnosis.answer(table.alice, asked, Answer("geloof", AnswerKind.LEVEL, 3))


def test_nobody_else_writes_in_the_guidance_of_anna(table: Table) -> None:
    conversation = talk(table)
    step = plans.add_step(table.alice, table.anna, plans.NewStep("Bellen", Who.JOBSEEKER))
    asked = diagnosis.begin(table.alice, table.anna)
    for stranger in (table.carol, table.charlie, table.dirk_himself):
        for forbidden in (
            lambda by: conversations.note(by, conversation, NEWS, "x"),
            lambda by: conversations.round_off(by, conversation),
            lambda by: plans.happened(by, step, StepEvent.DONE),
            lambda by: plans.set_goal(by, table.anna, "x", GoalKind.REST),
            lambda by: diagnosis.answer(by, asked, Answer("search_do", AnswerKind.UNKNOWN)),
        ):
            with pytest.raises(PermissionDenied):
                forbidden(stranger)
    with pytest.raises(PermissionDenied):
        plans.set_goal(table.anna_herself, table.anna, "x", GoalKind.REST)


def test_the_next_day_follows_from_steps_and_looking_back(table: Table) -> None:
    days = [today() + dt.timedelta(days=n) for n in (3, 9, 6)]
    first, second = (
        plans.add_step(table.alice, table.anna, plans.NewStep(f"Stap {n}", Who.CASEWORKER, day))
        for n, day in enumerate(days[:2])
    )

    def next_on() -> dt.date | None:
        return Person.objects.get(pk=table.anna.pk).next_on

    assert next_on() == days[0]
    plans.happened(table.alice, first, StepEvent.NOT_DONE, reason=NotDoneReason.TOO_BIG)
    assert next_on() == days[1]
    plan = open_plan(table.anna)
    assert plan is not None
    plans.agree_to_look_back(table.alice, plan, days[2])
    assert next_on() == days[2]
    plans.look_back(table.alice, plan, PlanResult.GOES_ON, "Goed", days[2])
    plans.happened(table.alice, second, StepEvent.MOVED, due=days[0])
    assert next_on() == days[0]
    plans.happened(table.alice, second, StepEvent.DONE)
    with pytest.raises(refusals.Refused):
        plans.happened(table.alice, second, StepEvent.DONE)
    plans.look_back(table.alice, plan, PlanResult.OTHER_PLAN, "Anders")
    assert next_on() is None
    with pytest.raises(refusals.Refused):
        plans.happened(table.alice, first, StepEvent.REOPENED)


def test_signals_are_facts_about_agreements(table: Table) -> None:
    assert [each.key for each in signals_of([table.anna])[table.anna.pk]] == [
        "lang-geen-contact",
        "geen-plan",
    ]
    talk(table)
    past = today() - dt.timedelta(days=1)
    plans.add_step(table.alice, table.anna, plans.NewStep("Bellen", Who.JOBSEEKER, past))
    assert [each.key for each in signals_of([table.anna])[table.anna.pk]] == [
        "afspraak-voorbij",
        "gesprek-open",
    ]
    for each in SIGNALS.values():
        assert Person.objects.filter(each.holds(today())).count() in {0, 1, 2}


def test_the_timeline_tells_everything_newest_first(table: Table) -> None:
    conversation = talk(table)
    conversations.agree(table.alice, conversation, "We bellen")
    conversations.round_off(table.alice, conversation)
    plans.set_goal(table.alice, table.anna, "Koken", GoalKind.DIRECTION)
    plans.set_goal(table.alice, table.anna, "Bakken", GoalKind.PAID_WORK)
    step = plans.add_step(table.alice, table.anna, plans.NewStep("Bellen", Who.JOBSEEKER))
    plans.happened(table.alice, step, StepEvent.NOT_DONE, reason=NotDoneReason.NO_TIME)
    events = timeline(table.alice, table.anna)
    assert {event.kind for event in events} == {
        EventKind.CONVERSATION,
        EventKind.GOAL,
        EventKind.STEP,
        EventKind.FILE,
    }
    assert [event.on for event in events] == sorted((e.on for e in events), reverse=True)
    said = " ".join(event.words.nl for event in events)
    assert "niet gedaan: er was geen tijd voor" in said
    assert "Doel veranderd in een ander doel" in said
