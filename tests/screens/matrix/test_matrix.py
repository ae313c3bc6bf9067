"""Every address × every role × own municipality, another one, and without signing in."""

from __future__ import annotations

from collections import Counter

import pytest
from django.urls import get_resolver
from tests.screens.matrix.address import GET, Address
from tests.screens.matrix.world import World, addresses, everything_in, names

from streekwerk.accounts.models import Role

pytestmark = pytest.mark.django_db
EVERY = addresses()


def test_every_address_has_one_entry() -> None:
    entries = Counter(entry.name for entry in EVERY)
    there = names(get_resolver().url_patterns)
    assert there - {*entries} == set(), "add these to tests/screens/<app>/addresses.py"
    assert {*entries} - there == set(), "these are no addresses any more"
    assert [name for name, count in entries.items() if count > 1] == []


@pytest.mark.parametrize("address", EVERY, ids=lambda address: address.name)
def test_nobody_gets_what_is_not_theirs(world: World, address: Address) -> None:
    wrong = []
    for role, user in world.here.people.items():
        comes_in = address.readers is None or role in address.readers
        expected = {False: {*address.own}, True: {address.foreign}}
        if role in address.special:
            expected[False] = {*address.special[role]}
        for foreign in (False, True) if address.is_about_a_thing else (False,):
            may = expected[foreign] if comes_in else {address.refused}
            answer = world.ask(user, address, world.there if foreign else world.here)
            if answer.status_code not in may:
                wrong.append(f"{role}, {'Daar' if foreign else 'Hier'}: {answer.status_code}")
            assert world.there.canary.encode() not in everything_in(answer), (role, foreign)
    assert wrong == []


@pytest.mark.parametrize("address", EVERY, ids=lambda address: address.name)
def test_strangers_get_nothing(world: World, address: Address) -> None:
    for town in (world.here, world.there):
        answer = world.ask(None, address, town)
        assert answer.status_code == address.stranger
        for secret in (world.here.canary, world.there.canary):
            assert secret.encode() not in everything_in(answer)


def test_the_canary_can_be_seen_by_its_own_people(world: World) -> None:
    """Nothing above would be worth anything if the canary stood on no page."""
    shown, papers = set(), {}
    for address in EVERY:
        readers = [role for role in Role if address.readers is not None and role in address.readers]
        if address.method == GET and readers:
            answer = world.ask(world.there.people[readers[0]], address, world.there)
            seen = world.there.canary.encode() in everything_in(answer)
            shown |= {address.name} if seen else set()
            if answer.headers["Content-Type"] == "application/pdf":
                papers[address.name] = seen
    assert len(shown) >= len(EVERY) // 8, sorted(shown)
    assert sum(papers.values()) >= 3, papers
