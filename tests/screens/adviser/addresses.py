"""Addresses of the adviser's workbench. An employer belongs to the region, not to a town.

So the employer that must not be seen from Hier stands in another region; Daar's own adviser
is known in the whole region, by name.
"""

from __future__ import annotations

from typing import Any

from tests.partners.factories import card
from tests.screens.matrix.address import POST, Address, Town

from streekwerk.accounts.models import Municipality, Region, Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting
from streekwerk.partners.actions import add_employer
from streekwerk.partners.actions.agenda import AgendaCard, add_item
from streekwerk.partners.actions.agreements import AgreementCard, agree
from streekwerk.partners.actions.contacts import ContactCard, add_contact
from streekwerk.partners.actions.invitations import give_account
from streekwerk.partners.actions.moments import note_contact
from streekwerk.partners.actions.motives import record_motives
from streekwerk.partners.actions.possibilities import record_value
from streekwerk.partners.choices import AgendaKind, ContactKind, Horizon
from streekwerk.vocabulary.motives import Motive

READERS = {Role.EMPLOYER_ADVISER, Role.REGION_COORDINATOR}
ADVISER = {Role.EMPLOYER_ADVISER}


def plant(town: Town) -> None:
    """Plant an employer with everything in it: Hier's in the region, Daar's in another."""
    adviser = town.people[Role.EMPLOYER_ADVISER]
    home = town.municipality
    with acting(AT_THE_DOOR):
        # Known in the whole region, so the name cannot tell a town's secret.
        adviser.username, adviser.last_name = f"adviseur-{town.name}", "Regionaal"
        adviser.save(update_fields=["username", "last_name"])
        if town.name == "Daar":
            region = Region.objects.create(name="Verre regio", fictitious=True)
            home = Municipality.objects.create(region=region, name="Ver")
            adviser = User.objects.create(
                username="verre-adviseur", role=Role.EMPLOYER_ADVISER, municipality=home
            )
    with acting(Scope.of(adviser)):
        _plant(town, adviser, home)


def _plant(town: Town, adviser: User, home: Municipality) -> None:
    canary, things = town.canary, town.things
    employer = add_employer(adviser, card(f"Bedrijf {canary}", home))
    contact = add_contact(adviser, employer, ContactCard("Contact", canary))
    person = add_contact(adviser, employer, ContactCard("Eigen", canary))
    if town.name == "Hier":
        give_account(adviser, person, town.people[Role.EMPLOYER])
    record_motives(adviser, employer, {Motive.STAFF: 5}, f"Zegt {canary}")
    record_value(adviser, employer, f"Oplevert {canary}")
    note_contact(adviser, employer, ContactKind.VISIT, f"Besproken {canary}")
    things["employer"] = employer
    things["contact"] = contact
    things["item"] = add_item(
        adviser, employer, AgendaCard(AgendaKind.GROWTH, f"Agenda {canary}", Horizon.SOON)
    )
    things["agreement"] = agree(adviser, employer, AgreementCard(f"Afspraak {canary}", adviser))


def _employer(town: Town) -> list[Any]:
    return [town.things["employer"].public_id]


def below(thing: str) -> Any:
    """Return the arguments for a thing of an employer."""
    return lambda town: [*_employer(town), town.things[thing].public_id]


def _workbook(_town: Town) -> list[Any]:
    return ["xlsx"]


ADDRESSES = (
    Address("adviser:today", READERS),
    Address("adviser:list", READERS),
    Address("adviser:phases", READERS),
    Address("adviser:all-agreements", READERS),
    # The same for everybody who reads: the file holds the own region's agreements.
    Address("adviser:agreements-file", READERS, _workbook, foreign=200),
    Address("adviser:map", READERS),
    Address("adviser:new", ADVISER),
    Address("adviser:employer", READERS, _employer),
    Address("adviser:timeline", READERS, _employer),
    Address("adviser:card", ADVISER, _employer),
    Address("adviser:phase", ADVISER, _employer),
    Address("adviser:moment", ADVISER, _employer),
    Address("adviser:assign", ADVISER, _employer, POST),
    Address("adviser:close", READERS, _employer, POST, special={Role.REGION_COORDINATOR: (403,)}),
    Address("adviser:drives", READERS, _employer),
    Address("adviser:motives", ADVISER, _employer),
    Address("adviser:possibilities", ADVISER, _employer),
    Address("adviser:value", ADVISER, _employer),
    Address("adviser:agenda", READERS, _employer),
    Address("adviser:agenda-new", ADVISER, _employer),
    Address("adviser:agenda-change", ADVISER, below("item")),
    Address("adviser:agenda-move", ADVISER, below("item")),
    Address("adviser:agreements", READERS, _employer),
    Address("adviser:agreement", READERS, below("agreement")),
    Address("adviser:agreement-new", ADVISER, _employer),
    Address("adviser:agreement-change", ADVISER, below("agreement")),
    Address("adviser:contact-new", ADVISER, _employer),
    Address("adviser:contact-change", ADVISER, below("contact")),
    Address("adviser:contact-invite", ADVISER, below("contact")),
    Address("adviser:contact-gone", ADVISER, below("contact"), POST),
)
