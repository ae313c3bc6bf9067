"""Who may come where, and that strangers see nothing."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import signed_in
from tests.deliveries.conftest import Town

from streekwerk.deliveries.models import Delivery, State

DECISIONS = ("accept", "refuse", "withdraw", "restore")
OF_ONE = ("report", *DECISIONS)


@pytest.fixture
def delivery(town: Town) -> Delivery:
    return town.deliver(town.file("SRG", "2021-01"))


def ask(client: Client, name: str, delivery: Delivery) -> int:
    path = reverse(f"deliveries:{name}", args=[delivery.public_id])
    return (client.post(path) if name in DECISIONS else client.get(path)).status_code


@pytest.mark.parametrize("name", OF_ONE)
def test_strangers_find_nothing_of_alice(town: Town, delivery: Delivery, name: str) -> None:
    assert ask(signed_in(town.cast.charlie), name, delivery) == 404
    assert ask(Client(), name, delivery) == 302
    for other in (town.cast.bob, town.cast.dana, town.admin):
        assert ask(signed_in(other), name, delivery) == 403
    delivery.refresh_from_db()
    assert delivery.state == State.CHECKED


@pytest.mark.parametrize("name", OF_ONE)
def test_alice_comes_everywhere(town: Town, delivery: Delivery, name: str) -> None:
    assert ask(signed_in(town.cast.alice), name, delivery) in {200, 302}


@pytest.mark.parametrize("name", DECISIONS)
def test_decisions_are_not_made_by_following_a_link(
    town: Town, delivery: Delivery, name: str
) -> None:
    path = reverse(f"deliveries:{name}", args=[delivery.public_id])
    assert signed_in(town.cast.alice).get(path).status_code == 405


@pytest.mark.parametrize("name", ["deliveries:overview", "cohort:overview", "cards:overview"])
def test_lists_open_to_researchers_and_the_region(town: Town, name: str) -> None:
    path = reverse(name)
    for reader in (town.cast.alice, town.cast.charlie, town.cast.dana):
        assert signed_in(reader).get(path).status_code == 200
    for other in (town.cast.bob, town.admin):
        assert signed_in(other).get(path).status_code == 403
    assert Client().get(path).url == f"{reverse('login')}?next={path}"


@pytest.mark.parametrize("name", ["deliveries:deliver", "deliveries:accept-all"])
def test_only_researchers_deliver(town: Town, name: str) -> None:
    for other in (town.cast.bob, town.cast.dana, town.admin):
        assert signed_in(other).post(reverse(name)).status_code == 403
    assert signed_in(town.cast.alice).get(reverse(name)).status_code == 405


def test_charlie_and_the_region_see_no_file_of_alice(town: Town, delivery: Delivery) -> None:
    for other in (town.cast.charlie, town.cast.dana):
        page = signed_in(other).get(reverse("deliveries:overview")).content.decode()
        assert delivery.name not in page
        assert str(delivery.public_id) not in page
