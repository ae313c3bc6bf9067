"""Who appears in the tests: Alice's work, her colleague Bob, and Charlie from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.test import Client

from streekwerk.accounts.models import Municipality, Region, Role, User


@dataclass(frozen=True)
class Cast:
    """Alice owns; Bob is her municipality's disclosure officer; Charlie must not see.

    Charlie has Alice's role in another municipality; Dana coordinates the region.
    """

    alice: User
    bob: User
    charlie: User
    dana: User


def person(
    name: str, role: Role, municipality: Municipality | None, region: Region | None = None
) -> User:
    """Create a user called ``name``; of the one region of the test when of no municipality."""
    if municipality is None and region is None:
        region = Region.objects.first()
    return User.objects.create(
        username=name,
        first_name=name.title(),
        role=role,
        municipality=municipality,
        region=region,
    )


@pytest.fixture
def cast(db: None) -> Cast:
    """Bring the cast on stage."""
    region = Region.objects.create(name="Testregio", fictitious=True)
    here = Municipality.objects.create(region=region, name="Hier")
    there = Municipality.objects.create(region=region, name="Daar")
    return Cast(
        alice=person("alice", Role.RESEARCHER, here),
        bob=person("bob", Role.DISCLOSURE_OFFICER, here),
        charlie=person("charlie", Role.RESEARCHER, there),
        dana=person("dana", Role.REGION_COORDINATOR, None),
    )


def signed_in(user: User) -> Client:
    """Return a browser in which ``user`` has signed in."""
    client = Client()
    client.force_login(user)
    return client
