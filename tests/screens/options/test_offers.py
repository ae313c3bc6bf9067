"""The screens of offers and of the switch."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.cast import Cast, person, signed_in
from tests.people.options.desk import Desk

from streekwerk.accounts.models import Role
from streekwerk.people.models import AdviceSwitch, Offer

NEW = {"measure": "23", "title": "Proef bij de bakker", "provider": "Bakker Bos", "places": "1"}


def test_a_team_manager_adds_changes_and_closes(desk: Desk) -> None:
    tom = signed_in(desk.tom)
    assert tom.post(reverse("offers:new"), NEW).status_code == 302
    made = Offer.objects.get(measure="23")
    assert (made.places, made.starts_on, made.municipality) == (1, None, desk.tom.municipality)
    change = reverse("offers:change", args=[made.public_id])
    assert tom.get(change).status_code == 200
    tom.post(change, NEW | {"places": "3", "hours_per_week": "20"})
    made.refresh_from_db()
    assert (made.places, made.hours_per_week) == (3, 20)
    tom.post(reverse("offers:close", args=[made.public_id]))
    made.refresh_from_db()
    assert made.closed_on is not None
    html = tom.get(reverse("offers:overview")).content.decode()
    assert "Gesloten aanbod" in html
    assert "2 van 2 plekken vrij" in html


def test_what_is_missing_is_said(desk: Desk) -> None:
    html = signed_in(desk.tom).post(reverse("offers:new"), {"measure": "23"}).content.decode()
    assert "id_title" in html
    assert not Offer.objects.filter(measure="23").exists()


def test_who_gets_in(desk: Desk, cast: Cast) -> None:
    trainer = person("rob", Role.TRAINER, cast.alice.municipality)
    change = reverse("offers:change", args=[desk.training.public_id])
    for user, overview, new, its in (
        (trainer, 200, 200, 404),
        (desk.anna, 200, 403, 403),
        (desk.els, 200, 403, 403),
        (cast.alice, 403, 403, 403),
        (desk.karim, 403, 403, 403),
    ):
        client = signed_in(user)
        answer = client.get(reverse("offers:overview"))
        assert answer.status_code == overview
        if user == desk.els:
            assert b"Lassen" not in answer.content
        assert client.get(reverse("offers:new")).status_code == new
        assert client.get(change).status_code == its
        assert (
            client.post(reverse("offers:close", args=[desk.training.public_id])).status_code == its
        )


@pytest.mark.parametrize("role", [Role.TEAM_MANAGER, Role.ADMINISTRATOR])
def test_the_switch(desk: Desk, cast: Cast, role: Role) -> None:
    client = signed_in(person("switcher", role, cast.alice.municipality))
    address = reverse("offers:switch")
    assert "Advies staat aan" in client.get(address).content.decode()
    client.post(address, {"reason": "Cijfers nakijken"})
    assert "Advies staat uit" in client.get(address).content.decode()
    client.post(address, {"reason": ""})
    assert AdviceSwitch.objects.count() == 1
    assert signed_in(desk.anna).get(address).status_code == 403


def test_an_empty_municipality_is_told_what_to_do(desk: Desk) -> None:
    tom = person("tineke", Role.TEAM_MANAGER, desk.els.municipality)
    assert (
        "Er is nog geen aanbod" in signed_in(tom).get(reverse("offers:overview")).content.decode()
    )
