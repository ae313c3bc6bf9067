"""Offers are kept by the team manager and by trainers, each in their own municipality."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.cast import Cast, person
from tests.people.options.desk import Desk, offer

from streekwerk.accounts.models import AuditEntry, Role
from streekwerk.people.actions.offers import change_offer, close_offer
from streekwerk.people.models import Offer
from streekwerk.people.queries.offers import offer_for, offers_for_advice, offers_visible_to
from streekwerk.people.refusals import Refused


def test_who_keeps_offers(desk: Desk, cast: Cast) -> None:
    trainer = person("rob", Role.TRAINER, cast.alice.municipality)
    mine = offer(trainer, "42", "Zorg")
    change_offer(trainer, mine, {"places": 3})
    change_offer(desk.tom, mine, {"places": 4})
    for stranger in (desk.anna, desk.els, cast.alice, desk.karim):
        with pytest.raises(PermissionDenied):
            offer(stranger, "42", "Zorg")
        with pytest.raises(PermissionDenied):
            change_offer(stranger, mine, {"places": 9})
    with pytest.raises(PermissionDenied):
        change_offer(trainer, desk.training, {"places": 9})
    assert Offer.objects.get(pk=mine.pk).places == 4
    assert AuditEntry.objects.filter(action="offer.changed").count() == 2
    assert offer_for(trainer, mine.public_id) == mine
    assert offer_for(trainer, desk.training.public_id) is None
    assert offer_for(desk.anna, mine.public_id) is None


def test_who_reads_offers(desk: Desk, cast: Cast) -> None:
    assert set(offers_visible_to(desk.anna)) == {desk.coach, desk.training}
    for stranger in (desk.els, cast.alice, desk.karim):
        assert not offers_visible_to(stranger).exists()


def test_closed_and_begun_offers_are_not_advised(desk: Desk) -> None:
    today = timezone.localdate()
    home = desk.file.municipality_id
    assert {o.measure for o in offers_for_advice(home, today)} == {"40", "42"}
    assert {o.measure for o in offers_for_advice(home, today + timedelta(days=41))} == {"40"}
    close_offer(desk.tom, desk.coach)
    assert {o.measure for o in offers_for_advice(home, today)} == {"42"}
    close_offer(desk.tom, desk.coach, closed=False)
    assert {o.measure for o in offers_for_advice(home, today)} == {"40", "42"}


def test_only_measures_that_are_talked_about_can_be_offered(desk: Desk) -> None:
    with pytest.raises(Refused):
        offer(desk.tom, "98", "Iets")
