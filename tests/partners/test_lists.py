"""Lists of employers: found, filtered, counted; and in a fixed number of queries."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from tests.partners.factories import Stage, make_employer

from streekwerk.partners.actions import move_phase
from streekwerk.partners.actions.agreements import AgreementCard, agree, tell
from streekwerk.partners.actions.moments import note_contact
from streekwerk.partners.actions.motives import record_motives
from streekwerk.partners.choices import AgreementState, ContactKind
from streekwerk.partners.models import Employer
from streekwerk.partners.network import network_for
from streekwerk.partners.queries.lists import (
    Wanted,
    agreements_for,
    by_phase,
    coming_up,
    employers,
    leading_motives,
)
from streekwerk.partners.signals import any_signal, counted, signals_of
from streekwerk.vocabulary.motives import Motive


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, {"bakery", "laundry"}),
        ({"search": "zonnebröd hier"}, set()),
        ({"search": "ZONNEBROOD"}, {"bakery"}),
        ({"search": "daar"}, {"laundry"}),
        ({"phase": "DW06"}, {"laundry"}),
        ({"section": "C"}, {"bakery"}),
        ({"section": "S"}, {"laundry"}),
        ({"motive": "staff"}, {"bakery"}),
        ({"motive": "cost"}, set()),
        ({"closed": True}, set()),
    ],
)
def test_what_is_wanted_is_found(stage: Stage, wanted: dict[str, str], found: set[str]) -> None:
    move_phase(stage.bob, stage.laundry, "DW06", "Taken beschreven")
    record_motives(stage.alice, stage.bakery, {Motive.STAFF: 2, Motive.COST: 5})
    record_motives(stage.alice, stage.bakery, {Motive.STAFF: 4, Motive.COST: 3})
    names = {getattr(stage, each).name for each in found}
    assert {each.name for each in employers(stage.alice, Wanted(**wanted))} == names  # type: ignore[arg-type]  # its fields


def test_by_kvk_number_and_by_place(stage: Stage) -> None:
    number = stage.bakery.kvk_number
    assert [*employers(stage.dana, Wanted(search=number))] == [stage.bakery]
    here = Wanted(municipality=stage.there.pk, adviser=stage.bob)
    assert [*employers(stage.alice, here)] == [stage.laundry]


def test_every_phase_is_counted_in_one_query(
    stage: Stage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    move_phase(stage.bob, stage.laundry, "DW06", "Taken beschreven")
    found = employers(stage.alice)
    with django_assert_num_queries(1):
        numbers = {each.tile.code: each.number for each in by_phase(found)}
    assert len(numbers) == 10
    assert (numbers["DW02"], numbers["DW06"], sum(numbers.values())) == (1, 1, 2)


def test_leading_motives_are_those_of_the_last_round(stage: Stage) -> None:
    record_motives(stage.alice, stage.bakery, {Motive.SOCIAL: 5})
    record_motives(stage.alice, stage.bakery, {Motive.STAFF: 4, Motive.COST: 5, Motive.ROOTS: 3})
    found = leading_motives([stage.bakery, stage.laundry])
    assert found == {stage.bakery.pk: (Motive.COST, Motive.STAFF)}


def test_reasons_to_pay_attention(
    stage: Stage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    today = timezone.localdate()
    both = [stage.bakery, stage.laundry]
    note_contact(stage.alice, stage.bakery, ContactKind.VISIT, "Gesproken")
    agreement = agree(stage.alice, stage.bakery, AgreementCard("Iets", look_on=today))
    keys = {pk: [each.key for each in of] for pk, of in signals_of(both).items()}
    assert keys == {stage.bakery.pk: ["afspraak"], stage.laundry.pk: ["geen-contact"]}
    tell(stage.alice, agreement, AgreementState.DONE)
    with django_assert_num_queries(3):
        keys = {pk: [each.key for each in of] for pk, of in signals_of(both).items()}
    assert keys[stage.bakery.pk] == ["terugblik"]
    found = employers(stage.alice)
    assert found.filter(any_signal()).count() == 2
    assert counted(found) == {"afspraak": 0, "geen-contact": 1, "terugblik": 1}


def test_agreements_come_up_before_their_day(stage: Stage) -> None:
    today = timezone.localdate()
    for days, what in ((10, "gauw"), (40, "later"), (-3, "te laat")):
        day = today + dt.timedelta(days=days)
        agree(stage.alice, stage.bakery, AgreementCard(what, look_on=day))
    assert [each.what for each in coming_up(stage.dana)] == ["te laat", "gauw"]
    assert agreements_for(stage.alice).count() == 3
    for outsider in (stage.charlie, stage.carol, stage.bas_himself):
        assert agreements_for(outsider, open_only=False).count() == 0


def test_the_network_knows_who_agreed_and_who_has_no_place(stage: Stage) -> None:
    agree(stage.alice, stage.bakery, AgreementCard("Iets"))
    nowhere = make_employer(stage.alice, "Zonder plek", x_km=None, y_km=None)
    found = network_for(stage.alice)
    assert {each.name for each in found.employers} == {stage.bakery.name, stage.laundry.name}
    assert found.agreed == {stage.bakery.pk}
    assert found.unplaced == 1
    assert Employer.objects.filter(pk=nowhere.pk).exists()
    assert network_for(stage.carol).employers == ()
