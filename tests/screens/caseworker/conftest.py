"""The people on stage, with a conversation, a round of answers and a plan for Anna."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.people.people import Table, set_table

from streekwerk.guidance.conversation import ConversationKind
from streekwerk.guidance.instrument.answers import Answer, AnswerKind
from streekwerk.guidance.plan.goals import GoalKind
from streekwerk.guidance.plan.steps import Who
from streekwerk.people.actions import conversations, diagnosis, files, plans
from streekwerk.people.models import Conversation, Step


@dataclass(frozen=True)
class Scene:
    """The table, and what Alice and Anna did."""

    table: Table
    talk: Conversation
    step: Step


@pytest.fixture
def table(db: None) -> Table:
    """Bring everybody on stage."""
    return set_table()


@pytest.fixture
def scene(table: Table) -> Scene:
    """Let Alice and Anna meet, answer, and agree."""
    alice, anna = table.alice, table.anna
    files.record(alice, anna, "wish_work", "Ik wil brood bakken")
    files.record(alice, anna, "money_worries", "some")
    talk = conversations.begin(alice, anna, ConversationKind.DIAGNOSIS)
    asked = diagnosis.begin(alice, anna, talk)
    diagnosis.answer(alice, asked, Answer("confidence_find", AnswerKind.LEVEL, 2, "het wisselt"))
    diagnosis.answer(alice, asked, Answer("search_do", AnswerKind.UNKNOWN))
    conversations.agree(alice, talk, "Volgende week bellen")
    conversations.round_off(alice, talk)
    plans.set_goal(alice, anna, "Werk in een bakkerij", GoalKind.PAID_WORK)
    step = plans.add_step(alice, anna, plans.NewStep("Meelopen bij de bakker", Who.JOBSEEKER))
    return Scene(table, talk, step)
