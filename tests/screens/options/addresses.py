"""The addresses of options, decisions and offers, and a decision in each town."""

from __future__ import annotations

from typing import Any

from tests.screens.matrix.address import POST, Address, Town

from streekwerk.accounts.models import Role
from streekwerk.people.actions import files
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.objections import object_to
from streekwerk.people.actions.offers import add_offer
from streekwerk.people.models import ObjectionKind

WORKERS = {Role.CASEWORKER, Role.TEAM_MANAGER}
OFFER_READERS = {Role.TEAM_MANAGER, Role.TRAINER, Role.CASEWORKER}
KEEPERS = {Role.TEAM_MANAGER, Role.TRAINER}
SWITCHERS = {Role.TEAM_MANAGER, Role.ADMINISTRATOR}


def plant(town: Town) -> None:
    """Offer a training, and let somebody choose it and object."""
    caseworker, manager = (town.people[role] for role in (Role.CASEWORKER, Role.TEAM_MANAGER))
    word = town.canary
    town.things["offer"] = add_offer(
        manager, {"measure": "42", "title": f"Lassen {word}", "provider": f"ROC {word}"}
    )
    person = files.open_file(caseworker, files.Intake(f"Karim {word}", f"Aziz {word}"))
    advice = show_advice(caseworker, person)
    chosen = Chosen(("42",), together=True, wish="42", wish_words=f"Lassen {word}")
    decision = decide(caseworker, person, chosen, advice)
    objection = object_to(caseworker, person, ObjectionKind.OTHER, f"Toch niet {word}")
    town.things.update(advised=person, advice=advice, decision=decision, objection=objection)


def _person(town: Town) -> list[Any]:
    return [town.things["advised"].public_id]


def _option(town: Town) -> list[Any]:
    return [*_person(town), "42"]


def _advice(town: Town) -> list[Any]:
    return [*_person(town), town.things["advice"].public_id]


def _decision(town: Town) -> list[Any]:
    return [*_person(town), town.things["decision"].public_id]


def _objection(town: Town) -> list[Any]:
    return [*_person(town), town.things["objection"].public_id]


def _offer(town: Town) -> list[Any]:
    return [town.things["offer"].public_id]


def _answer(_town: Town) -> dict[str, Any]:
    return {"question": "voorziening_noodzakelijk@42", "value": "yes"}


# A trainer sees the municipality's offers and changes the own ones only.
NOT_MINE = {Role.TRAINER: {404}}
ADDRESSES = (
    Address("caseworker:options", WORKERS, _person),
    Address("caseworker:option", WORKERS, _option),
    Address("caseworker:compare-options", WORKERS, _person),
    Address("caseworker:answer-question", WORKERS, _person, method=POST, data=_answer),
    Address("caseworker:choose", WORKERS, _person),
    Address("caseworker:objection", WORKERS, _person),
    Address("caseworker:answer-objection", WORKERS, _objection),
    Address("caseworker:plan-pdf", WORKERS, _person),
    Address("caseworker:decision", WORKERS, _decision),
    Address("caseworker:decision-pdf", WORKERS, _decision),
    Address("caseworker:stored-advice", WORKERS, _advice),
    Address("offers:overview", OFFER_READERS),
    Address("offers:new", KEEPERS),
    Address("offers:change", KEEPERS, _offer, special=NOT_MINE),
    Address("offers:close", KEEPERS, _offer, method=POST, special=NOT_MINE),
    Address("offers:switch", SWITCHERS),
)
