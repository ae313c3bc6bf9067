"""The caseworker's addresses, and a person of each town with everything they are about."""

from __future__ import annotations

from typing import Any

from tests.screens.matrix.address import POST, Address, Town

from streekwerk.accounts.models import Role
from streekwerk.guidance.conversation import ConversationKind
from streekwerk.guidance.instrument.answers import Answer, AnswerKind
from streekwerk.guidance.plan.goals import GoalKind
from streekwerk.guidance.plan.steps import Who
from streekwerk.people.actions import conversations, diagnosis, files, plans

WORKERS = {Role.CASEWORKER, Role.TEAM_MANAGER}
KEY = "caseworker-person"


def plant(town: Town) -> None:
    """Give the caseworker a person with an open conversation, one rounded off, goal and step."""
    worker, canary = town.people[Role.CASEWORKER], town.canary
    person = files.open_file(
        worker, files.Intake(f"Anna{canary}", f"de Vries{canary}", values={"wish_work": canary})
    )
    done = conversations.begin(worker, person, ConversationKind.INTAKE)
    asked = diagnosis.begin(worker, person, done)
    diagnosis.answer(worker, asked, Answer("search_do", AnswerKind.LEVEL, 2, canary))
    conversations.agree(worker, done, f"Afspraak {canary}")
    conversations.round_off(worker, done)
    plans.set_goal(worker, person, f"Doel {canary}", GoalKind.PAID_WORK)
    step = plans.add_step(worker, person, plans.NewStep(f"Stap {canary}", Who.JOBSEEKER))
    talk = conversations.begin(worker, person, ConversationKind.DIAGNOSIS)
    town.things[KEY] = person
    town.things["caseworker-step"] = step
    town.things["caseworker-talk"] = talk


def _person(town: Town) -> list[Any]:
    return [town.things[KEY].public_id]


def _field(town: Town) -> list[Any]:
    return [*_person(town), "wish_work"]


def _step(town: Town) -> list[Any]:
    return [*_person(town), town.things["caseworker-step"].public_id]


def _talk(town: Town) -> list[Any]:
    return [*_person(town), town.things["caseworker-talk"].public_id]


def _part(town: Town) -> list[Any]:
    return [*_talk(town), "search"]


def _colleague(town: Town) -> dict[str, Any]:
    return {"caseworker": town.people[Role.CASEWORKER].username}


ADDRESSES = (
    Address("caseworker:caseload", WORKERS),
    Address("caseworker:today", WORKERS),
    Address("caseworker:intake", WORKERS),
    Address("caseworker:register", WORKERS),
    Address("caseworker:find", WORKERS),
    *(
        Address(f"caseworker:{name}", WORKERS, _person)
        for name in (
            "person",
            "reason",
            "timeline",
            "file",
            "ask",
            "development",
            "goal",
            "plan",
            "new-step",
            "look-back",
            "follow-up",
            "begin-conversation",
        )
    ),
    Address("caseworker:field", WORKERS, _field),
    Address("caseworker:step", WORKERS, _step),
    Address("caseworker:step-outcome", WORKERS, _step),
    Address("caseworker:conversation", WORKERS, _talk),
    Address("caseworker:talk", WORKERS, _part),
    Address("caseworker:assign", WORKERS, _person, POST, _colleague),
    Address("caseworker:round-off", WORKERS, _talk, POST),
)
