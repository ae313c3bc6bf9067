"""Addresses of chains. Like employers they belong to the region: Daar's are in another one."""

from __future__ import annotations

from typing import Any

from tests.partners.factories import card
from tests.screens.matrix.address import POST, Address, Town
from tests.work.chained import values, weeks

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting
from streekwerk.partners.actions import add_employer
from streekwerk.partners.permissions import FINDERS, READERS
from streekwerk.work.actions import searching
from streekwerk.work.actions.chains import Asked, propose
from streekwerk.work.actions.demand import save_demand
from streekwerk.work.actions.vacancies import open_vacancies

STAFF = set(READERS)
ADVISER = {Role.EMPLOYER_ADVISER}
EMPLOYER = {Role.EMPLOYER}
SEEK = {*FINDERS, Role.JOBSEEKER, Role.EMPLOYER}


def plant(town: Town) -> None:
    """Plant a chain of two with its search and its vacancy, in the region of the employer."""
    employer = town.things["employer"]
    adviser = town.people[Role.EMPLOYER_ADVISER]
    with acting(AT_THE_DOOR):
        # Daar's employer stands in another region; see the addresses of ``adviser``.
        if town.name == "Daar":
            adviser = User.objects.get(username="verre-adviseur")
    with acting(Scope.of(adviser)):
        _plant(town, adviser, employer)


def _plant(town: Town, adviser: User, employer: Any) -> None:
    canary, things = town.canary, town.things
    other = add_employer(adviser, card(f"Buren {canary}", employer.municipality))
    rows = (
        save_demand(adviser, employer, values(f"Zomer {canary}", weeks(64, 0))),
        save_demand(adviser, other, values(f"Winter {canary}", weeks(0, 64))),
    )
    things["chain-demand"] = rows[0]
    search = searching.ask_for_search(adviser, ["large"], 15.0, seconds=0.5)
    searching.perform(search.pk)
    things["chain-search"] = search
    proposal = propose(adviser, Asked.of(rows, "large", 15.0))
    things["chain-proposal"] = proposal
    things["chain-member"] = proposal.members.get(employer=employer)
    (things["chain-vacancy"],) = open_vacancies(adviser, proposal)


def about(thing: str, *more: object) -> Any:
    """Return the arguments for a thing."""
    return lambda town: [town.things[thing].public_id, *more]


def demand(town: Town) -> list[Any]:
    """Return the arguments for work by week."""
    return [town.things["employer"].public_id, town.things["chain-demand"].public_id]


ADDRESSES = (
    Address("chains:overview", STAFF),
    Address("chains:searches", STAFF),
    Address("chains:search", STAFF, about("chain-search")),
    Address("chains:search-stop", ADVISER, about("chain-search"), POST),
    Address("chains:found", STAFF, about("chain-search", 1)),
    Address("chains:by-hand", ADVISER),
    Address("chains:proposal", STAFF, about("chain-proposal")),
    Address("chains:confirm", ADVISER, about("chain-proposal"), POST),
    Address("chains:again", ADVISER, about("chain-proposal"), POST),
    Address("chains:withdraw", ADVISER, about("chain-proposal"), POST),
    Address("chains:own", EMPLOYER),
    Address("chains:part", EMPLOYER, about("chain-member")),
    Address("chains:own-demand", EMPLOYER),
    Address("chains:demand", ADVISER | EMPLOYER, about("employer")),
    Address("chains:demand-new", ADVISER | EMPLOYER, about("employer")),
    Address("chains:demand-upload", ADVISER | EMPLOYER, about("employer")),
    Address("chains:demand-file", ADVISER | EMPLOYER, about("employer")),
    Address("chains:demand-change", ADVISER | EMPLOYER, demand),
    Address("chains:demand-remove", ADVISER | EMPLOYER, demand, POST),
    Address("chains:vacancies", SEEK),
    Address("chains:vacancy", SEEK, about("chain-vacancy")),
    Address("chains:vacancy-end", ADVISER, about("chain-vacancy"), POST),
)
