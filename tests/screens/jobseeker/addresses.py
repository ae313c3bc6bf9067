"""The portal's addresses, and a jobseeker of each town with everything they are about."""

from __future__ import annotations

from typing import Any

from tests.screens.matrix.address import POST, Address, Town

from streekwerk.accounts.models import Role
from streekwerk.guidance.file.source import FactSource
from streekwerk.guidance.plan.goals import GoalKind
from streekwerk.guidance.plan.steps import Who
from streekwerk.people.actions import files, plans
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.objections import object_to
from streekwerk.people.actions.requests import ask_help
from streekwerk.people.models import ObjectionKind

OWN = {Role.JOBSEEKER}


def plant(town: Town) -> None:
    """Give the jobseeker of the town a file with a step, a choice, an objection and a request."""
    worker, herself, word = town.people[Role.CASEWORKER], town.people[Role.JOBSEEKER], town.canary
    person = files.open_file(worker, files.Intake(f"Mina{word}", f"Bakker{word}"))
    files.give_account(worker, person, herself)
    files.record(worker, person, "wish_work", f"Wens {word}")
    files.record(worker, person, "last_work", f"Werk {word}", source=FactSource.CASEWORKER)
    plans.set_goal(worker, person, f"Doel {word}", GoalKind.PAID_WORK)
    step = plans.add_step(worker, person, plans.NewStep(f"Stap {word}", Who.JOBSEEKER))
    advice = show_advice(worker, person)
    chosen = Chosen(("not_now",), together=True, wish="not_now", wish_words=f"Rust {word}")
    decision = decide(worker, person, chosen, advice)
    town.things |= {
        "own-step": step,
        "own-decision": decision,
        "own-objection": object_to(herself, person, ObjectionKind.OTHER, f"Toch niet {word}"),
        "own-request": ask_help(herself, person, f"Hulp {word}"),
        "own-person": person,
    }


def _thing(name: str) -> Any:
    return lambda town: [town.things[name].public_id]


def _key(key: str) -> Any:
    return lambda _town: [key]


# Of a field or an option there is one in each town: the own is shown, whoever asks.
ADDRESSES = (
    *(
        Address(f"jobseeker:{name}", OWN)
        for name in (
            *("start", "story", "wishes", "details", "complete", "questions", "later", "plan"),
            *("plan-pdf", "options", "rights", "looks", "consents", "use", "keeping", "erase"),
            *("everything", "everything-json", "everything-pdf", "disagree", "asked", "ask"),
        )
    ),
    Address("jobseeker:field", OWN, _key("wish_work"), foreign=200),
    Address("jobseeker:correction", OWN, _key("last_work"), foreign=200),
    Address("jobseeker:subject", OWN, _key("search"), foreign=200),
    Address("jobseeker:option", OWN, _key("not_now"), foreign=200),
    Address("jobseeker:finish-questions", OWN, method=POST),
    Address("jobseeker:ask-advice", OWN, method=POST),
    Address("jobseeker:step", OWN, _thing("own-step")),
    Address("jobseeker:decision", OWN, _thing("own-decision")),
    Address("jobseeker:decision-pdf", OWN, _thing("own-decision")),
    Address("jobseeker:receipt", OWN, _thing("own-objection")),
    Address("jobseeker:request", OWN, _thing("own-request")),
)
