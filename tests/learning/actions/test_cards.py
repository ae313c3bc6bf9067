from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from tests.cast import person
from tests.deliveries.conftest import Town

from streekwerk.accounts.models import Municipality, Role
from streekwerk.deliveries.actions import deciding, municipalities
from streekwerk.deliveries.models import BusBenefitMonth, Delivery
from streekwerk.learning import card_queries
from streekwerk.learning.actions import cards
from streekwerk.learning.brief import Tells
from streekwerk.learning.models import MeasureCard, Round, RunState
from streekwerk.learning.refusals import Refused

MONTHS = ("2021-01", "2021-02", "2021-03")


@pytest.fixture
def delivered(town: Town) -> Town:
    for month in MONTHS:
        for statistic in ("BUS", "SRG"):
            deciding.accept(town.cast.alice, town.deliver(town.file(statistic, month)))
    return town


def compute(round_: Round) -> Round:
    """Do what the worker does."""
    cards.count_cohort(round_.pk)
    for card in round_.cards.all():
        cards.make_card(card.pk)
    round_.refresh_from_db()
    return round_


def test_a_round_counts_the_cohort_and_makes_a_card_of_every_measure(delivered: Town) -> None:
    alice = delivered.cast.alice
    round_ = compute(cards.ask_for_cards(alice))
    assert round_.state == RunState.DONE
    cohort = card_queries.cohort_of(round_)
    assert cohort is not None
    assert cohort.people == len(
        {p for d in Delivery.objects.filter(statistic="BUS") for p in _people(d)}
    )
    made = card_queries.cards_of(round_)
    assert made
    assert {card.state for card in made} == {RunState.DONE}
    briefs = [card_queries.in_short(card) for card in made]
    # Three months hold no follow-up of six: every card must say so instead of guessing.
    assert {brief.tells for brief in briefs if brief} == {Tells.TOO_FEW}
    assert all(brief and brief.sentence.nl for brief in briefs)


def _people(delivery: Delivery) -> list[object]:
    return list(BusBenefitMonth.objects.filter(delivery=delivery).values_list("person", flat=True))


def test_the_same_inputs_are_computed_once(delivered: Town) -> None:
    alice = delivered.cast.alice
    first = cards.ask_for_cards(alice)
    assert cards.ask_for_cards(alice) == first
    compute(first)
    assert cards.ask_for_cards(alice) == first
    last = Delivery.objects.get(statistic="SRG", period="2021-03-01")
    deciding.withdraw(alice, last)
    assert cards.ask_for_cards(alice) != first


def test_computing_again_gives_the_same_cards(delivered: Town) -> None:
    alice = delivered.cast.alice
    first = compute(cards.ask_for_cards(alice))
    before = {c.measure: (c.card, c.brief) for c in first.cards.all()}
    Round.objects.filter(pk=first.pk).update(code_version="older")
    second = compute(cards.ask_for_cards(alice))
    assert second != first
    assert {c.measure: (c.card, c.brief) for c in second.cards.all()} == before


def test_a_job_that_comes_twice_works_once(delivered: Town) -> None:
    round_ = compute(cards.ask_for_cards(delivered.cast.alice))
    finished = list(round_.cards.values_list("pk", "finished_at"))
    compute(round_)
    assert list(round_.cards.values_list("pk", "finished_at")) == finished


def test_a_failed_card_says_why_and_the_others_go_on(delivered: Town) -> None:
    round_ = cards.ask_for_cards(delivered.cast.alice)
    cards.count_cohort(round_.pk)
    first, *others = round_.cards.all()
    Round.objects.filter(pk=round_.pk).update(audit=[])
    with pytest.raises(ValueError, match="SelectionAudit"):
        cards.make_card(first.pk)
    first.refresh_from_db()
    assert first.state == RunState.FAILED
    assert first.failure_words is not None
    assert "ValidationError" in first.failure_words.nl or "ValueError" in first.failure_words.nl
    assert MeasureCard.objects.filter(pk=others[0].pk, state=RunState.WAITING).exists()


def test_without_deliveries_there_is_nothing_to_compute(town: Town) -> None:
    with pytest.raises(Refused) as refused:
        cards.ask_for_cards(town.cast.alice)
    assert refused.value.words == cards.NOTHING_DELIVERED


def test_the_region_needs_three_municipalities_that_joined(delivered: Town) -> None:
    with pytest.raises(Refused):
        cards.ask_for_cards(delivered.cast.dana)
    municipalities.join_region(delivered.admin, delivered.reporter)
    with pytest.raises(Refused) as refused:
        cards.ask_for_cards(delivered.cast.dana)
    assert refused.value.words == cards.TOO_FEW_MUNICIPALITIES


def test_only_those_who_joined_count_for_the_region(delivered: Town) -> None:
    municipalities.join_region(delivered.admin, delivered.reporter)
    assert card_queries.inputs_for(delivered.cast.dana).municipalities == 1
    municipalities.leave_region(delivered.admin, delivered.reporter)
    assert card_queries.inputs_for(delivered.cast.dana).deliveries == ()


def test_who_may_ask_and_see(delivered: Town) -> None:
    round_ = compute(cards.ask_for_cards(delivered.cast.alice))
    eve = person("eve", Role.CASEWORKER, delivered.cast.alice.municipality)
    for other in (delivered.cast.bob, delivered.admin, eve):
        with pytest.raises(PermissionDenied):
            cards.ask_for_cards(other)
        assert not card_queries.visible_to(other).exists()
    measure = round_.cards.all()[0].measure
    assert card_queries.card_for(delivered.cast.alice, round_.public_id, measure) is not None
    for other in (delivered.cast.charlie, delivered.cast.dana):
        assert card_queries.card_for(other, round_.public_id, measure) is None
    assert Municipality.objects.count() == 2


def test_what_failed_can_be_asked_for_again(delivered: Town) -> None:
    alice = delivered.cast.alice
    first = compute(cards.ask_for_cards(alice))
    MeasureCard.objects.filter(pk=first.cards.all()[0].pk).update(
        state=RunState.FAILED, card=None, failure=cards.BROKEN.as_json()
    )
    second = compute(cards.ask_for_cards(alice))
    assert second != first
    assert card_queries.is_whole(second)
