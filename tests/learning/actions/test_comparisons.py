from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from tests.deliveries.conftest import Town
from tests.learning.actions.test_cards import compute, delivered
from tests.learning.making import Made

from streekwerk.accounts.models import AuditEntry
from streekwerk.deliveries.actions import deciding
from streekwerk.deliveries.models import Delivery
from streekwerk.learning import card_queries, comparing
from streekwerk.learning.actions import cards, comparisons
from streekwerk.learning.brief import Tells, brief_of
from streekwerk.learning.comparing import comparable, worded_for_two
from streekwerk.learning.models import MeasureCard, Round, RunState
from streekwerk.learning.refusals import Refused

__all__ = ["delivered"]


@pytest.fixture
def done(delivered: Town, monkeypatch: pytest.MonkeyPatch) -> Round:
    """Return a round that is done, of a small town in which one person is enough."""
    monkeypatch.setattr(comparing, "LEAST_PEOPLE", 1)
    return compute(cards.ask_for_cards(delivered.cast.alice))


def two(round_: Round) -> tuple[str, str]:
    found = comparable(card_queries.cohort_of(round_))
    assert len(found) >= 2
    return found[0], found[1]


def test_a_comparison_is_one_more_card_of_the_round(delivered: Town, done: Round) -> None:
    alice, (one, other) = delivered.cast.alice, two(done)
    before, finished = done.cards.count(), done.finished_at
    card = comparisons.ask_for_comparison(alice, one, other)
    assert (card.state, card.round_id, card.region_id) == (
        RunState.WAITING,
        done.pk,
        done.region_id,
    )
    assert comparisons.ask_for_comparison(alice, one, other) == card
    cards.make_card(card.pk)
    card.refresh_from_db()
    done.refresh_from_db()
    assert (card.state, done.state, done.finished_at) == (RunState.DONE, RunState.DONE, finished)
    assert done.cards.count() == before + 1
    whole = card_queries.whole(card)
    assert whole is not None
    assert (whole.measure, whole.against) == (one, other)
    brief = card_queries.in_short(card)
    assert brief is not None
    assert (brief.against, brief.tells) == (other, Tells.TOO_FEW)
    assert card_queries.card_for(alice, done.public_id, one, other) == card
    assert card_queries.card_for(alice, done.public_id, one) != card
    assert AuditEntry.objects.filter(action="comparison.asked").count() == 1


def test_the_other_way_round_is_another_comparison(delivered: Town, done: Round) -> None:
    one, other = two(done)
    first = comparisons.ask_for_comparison(delivered.cast.alice, one, other)
    assert comparisons.ask_for_comparison(delivered.cast.alice, other, one) != first


def test_only_what_enough_people_started_can_be_compared(
    delivered: Town, done: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, (one, other) = delivered.cast.alice, two(done)
    for pair in ((one, one), (one, "98"), (one, ""), ("", one), ("x'", other)):
        with pytest.raises(Refused) as refused:
            comparisons.ask_for_comparison(alice, *pair)
        assert refused.value.words == comparisons.NOT_THESE
    monkeypatch.setattr(comparing, "LEAST_PEOPLE", 10_000)
    with pytest.raises(Refused):
        comparisons.ask_for_comparison(alice, one, other)
    assert not MeasureCard.objects.exclude(against="").exists()


def test_there_is_a_limit_to_how_often_chance_may_join_in(
    delivered: Town, done: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two(done)
    monkeypatch.setattr(comparisons, "MOST_IN_A_ROUND", 1)
    comparisons.ask_for_comparison(delivered.cast.alice, one, other)
    with pytest.raises(Refused) as refused:
        comparisons.ask_for_comparison(delivered.cast.alice, other, one)
    assert refused.value.words == comparisons.ENOUGH


def test_nothing_is_compared_in_a_round_that_is_no_longer_of_today(
    delivered: Town, done: Round
) -> None:
    alice, (one, other) = delivered.cast.alice, two(done)
    deciding.withdraw(alice, Delivery.objects.get(statistic="SRG", period="2021-03-01"))
    with pytest.raises(Refused) as refused:
        comparisons.ask_for_comparison(alice, one, other)
    assert refused.value.words == comparisons.NOT_NOW


def test_comparisons_are_renewed_with_the_cards(delivered: Town, done: Round) -> None:
    alice, (one, other) = delivered.cast.alice, two(done)
    card = comparisons.ask_for_comparison(alice, one, other)
    cards.make_card(card.pk)
    deciding.withdraw(alice, Delivery.objects.get(statistic="SRG", period="2021-03-01"))
    again = cards.ask_for_cards(alice)
    assert again != done
    compute(again)
    assert [(c.measure, c.against) for c in again.cards.exclude(against="")] == [(one, other)]
    assert again.state == RunState.DONE


def test_a_comparison_that_failed_can_be_asked_for_again(delivered: Town, done: Round) -> None:
    alice, (one, other) = delivered.cast.alice, two(done)
    card = comparisons.ask_for_comparison(alice, one, other)
    MeasureCard.objects.filter(pk=card.pk).update(
        state=RunState.FAILED, failure=cards.BROKEN.as_json()
    )
    assert card_queries.is_whole(done)
    assert comparisons.ask_for_comparison(alice, one, other).state == RunState.WAITING
    assert MeasureCard.objects.exclude(against="").count() == 1


def test_who_may_ask(delivered: Town, done: Round) -> None:
    one, other = two(done)
    for nobody in (delivered.cast.bob, delivered.admin):
        with pytest.raises(PermissionDenied):
            comparisons.ask_for_comparison(nobody, one, other)
    for elsewhere in (delivered.cast.charlie, delivered.cast.dana):
        with pytest.raises(Refused):
            comparisons.ask_for_comparison(elsewhere, one, other)
    assert not MeasureCard.objects.exclude(against="").exists()


def test_its_sentences_name_the_other_measure(made: Made) -> None:
    card = worded_for_two(made.comparison)
    other = card.against_label
    found = [f for r in card.results if r.evaluation for f in r.evaluation.findings]
    assert found
    for finding in found:
        assert f"vergeleken met {other.nl}:" in finding.sentence.nl
        assert f"compared with {other.en}:" in finding.sentence.en
        assert "niet kreeg" not in finding.sentence.nl
    assert worded_for_two(made.cards["40"]) == made.cards["40"]
    brief = brief_of(card)
    assert brief.against == "42"
    assert brief.words == brief.tells.words_between_two
