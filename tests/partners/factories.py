"""Employers on stage, for every test that needs one."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from tests.cast import person as account

from streekwerk.accounts.models import Municipality, Region, Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.partners.actions import EmployerCard, add_employer
from streekwerk.partners.actions.contacts import ContactCard, add_contact
from streekwerk.partners.actions.invitations import give_account
from streekwerk.partners.models import Contact, Employer

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Stage:
    """Who is on stage.

    Alice advises employers for the region and works for the municipality Hier; Bob does so
    for Daar, in the same region. Dana coordinates the region, Carol guides people in Hier.
    Charlie advises employers in another region. The bakery is Alice's, with Bas, who has an
    account; the laundry is Bob's, with Lia, who has one too; the other region has a farm.
    """

    region: Region
    here: Municipality
    there: Municipality
    alice: User
    bob: User
    carol: User
    dana: User
    charlie: User
    bakery: Employer
    bas: Contact
    bas_himself: User
    laundry: Employer
    lia: Contact
    lia_herself: User
    farm: Employer


def card(name: str, municipality: Municipality, **changed: object) -> EmployerCard:
    """Return what is known of an establishment, with a number nobody else has."""
    values: dict[str, object] = {
        "name": name,
        "municipality": municipality,
        "kvk_number": f"0000{next(_numbers):04}",
        "sbi_code": "1071",
        "size_class": "20-49",
        "place": municipality.name,
        "x_km": 150.0,
        "y_km": 450.0,
    }
    return EmployerCard(**values | changed)  # type: ignore[arg-type]  # the keys are its fields


def make_employer(adviser: User, name: str, **changed: object) -> Employer:
    """Add an employer in the adviser's own municipality."""
    home = changed.pop("municipality", adviser.municipality)
    assert isinstance(home, Municipality)
    return add_employer(adviser, card(name, home, **changed), fictitious=True)


def with_account(adviser: User, employer: Employer, first_name: str) -> tuple[Contact, User]:
    """Add a contact person with an account of the own."""
    contact = add_contact(adviser, employer, ContactCard(first_name, "Jansen"))
    own = account(first_name.lower(), Role.EMPLOYER, employer.municipality)
    give_account(adviser, contact, own)
    return contact, own


def set_stage() -> Stage:
    """Bring everybody on stage; a test sees the rows of the region that was made last."""
    charlie, farm = _elsewhere()
    region = Region.objects.create(name="Testregio", fictitious=True)
    here = Municipality.objects.create(region=region, name="Hier")
    there = Municipality.objects.create(region=region, name="Daar")
    alice = account("alice", Role.EMPLOYER_ADVISER, here)
    bob = account("bob", Role.EMPLOYER_ADVISER, there)
    carol = account("carol", Role.CASEWORKER, here)
    dana = account("dana", Role.REGION_COORDINATOR, None, region)
    bakery = make_employer(alice, "Bakkerij Zonnebrood")
    laundry = make_employer(bob, "Wasserij Helder", sbi_code="9601")
    bas, bas_himself = with_account(alice, bakery, "Bas")
    lia, lia_herself = with_account(bob, laundry, "Lia")
    return Stage(
        region=region,
        here=here,
        there=there,
        alice=alice,
        bob=bob,
        carol=carol,
        dana=dana,
        charlie=charlie,
        bakery=bakery,
        bas=bas,
        bas_himself=bas_himself,
        laundry=laundry,
        lia=lia,
        lia_herself=lia_herself,
        farm=farm,
    )


def _elsewhere() -> tuple[User, Employer]:
    """Make another region with an adviser and an employer."""
    other = Region.objects.create(name="Andere regio", fictitious=True)
    far = Municipality.objects.create(region=other, name="Ver")
    charlie = account("charlie", Role.EMPLOYER_ADVISER, far)
    with acting(Scope.of(charlie)):
        farm = make_employer(charlie, "Boerderij De Verte")
    return charlie, farm
