"""The labour market table in the panel, the fingerprint, the cohort and on the cards."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.deliveries.conftest import Town
from tests.learning.actions.test_cards import compute, delivered
from tests.learning.making import Made

from streekwerk.deliveries.actions import deciding
from streekwerk.deliveries.models import Delivery
from streekwerk.learning import card_queries
from streekwerk.learning.actions import cards
from streekwerk.learning.market import PART, told, with_market
from streekwerk.learning.panels import cohort_of
from streekwerk.learning.refusals import Refused
from streekwerk.registers.labour_market.indicators import Indicator
from streekwerk.registers.labour_market.writer import as_csv

__all__ = ["delivered"]

LINES = tuple((f"2021-{m:02d}", "AM99", f"3,{m}", "", "", "UWV") for m in (1, 2, 3))


def deliver(town: Town, tmp_path: Path, lines: tuple[tuple[str, ...], ...]) -> Delivery:
    path = tmp_path / f"markt{len(lines)}.csv"
    path.write_bytes(as_csv(lines))
    delivery = town.deliver(path)
    deciding.accept(town.cast.alice, delivery)
    return delivery


def test_it_is_in_the_panel_the_fingerprint_and_the_cohort(delivered: Town, tmp_path: Path) -> None:
    alice = delivered.cast.alice
    before = card_queries.inputs_for(alice)
    assert cohort_of(before.deliveries).panel.market is None
    deliver(delivered, tmp_path, LINES)
    after = card_queries.inputs_for(alice)
    assert after.fingerprint != before.fingerprint
    assert (after.municipalities, after.largest_share) == (1, 1.0)
    cohort = cohort_of(after.deliveries)
    assert cohort.panel.market is not None
    np.testing.assert_array_equal(cohort.panel.market, [3.1, 3.2, 3.3])
    round_ = compute(cards.ask_for_cards(alice))
    overview = card_queries.cohort_of(round_)
    assert overview is not None
    assert overview.market is not None
    assert (overview.market.indicator, overview.market.area) == (Indicator.TIGHTNESS, "AM99")
    assert overview.market.values == (3.1, 3.2, 3.3)
    for card in round_.cards.all():
        whole = card_queries.whole(card)
        assert whole is not None
        part, _ideal, words = whole.protocol.rows[-1]
        assert part == PART
        assert str(words).startswith("Meegewogen: spanningsindicator")


def test_too_few_months_are_shown_and_not_weighed(delivered: Town, tmp_path: Path) -> None:
    deliver(delivered, tmp_path, LINES[:1])
    inputs = card_queries.inputs_for(delivered.cast.alice)
    cohort = cohort_of(inputs.deliveries)
    assert cohort.panel.market is None
    assert cohort.market is not None
    assert "1 van de 3 maanden, te weinig" in told(cohort.market).nl


def test_an_undone_table_counts_no_more(delivered: Town, tmp_path: Path) -> None:
    alice = delivered.cast.alice
    before = card_queries.inputs_for(alice).fingerprint
    deciding.withdraw(alice, deliver(delivered, tmp_path, LINES))
    assert card_queries.inputs_for(alice).fingerprint == before


def test_a_table_alone_is_nothing_to_compute_with(town: Town, tmp_path: Path) -> None:
    deliver(town, tmp_path, LINES)
    assert card_queries.inputs_for(town.cast.alice).municipalities == 0
    with pytest.raises(Refused) as refused:
        cards.ask_for_cards(town.cast.alice)
    assert refused.value.words == cards.NOTHING_DELIVERED


def test_the_protocol_says_what_is_known_of_the_market(made: Made) -> None:
    card = made.cards["40"]
    known = with_market(card, made.overview.market).protocol.rows
    unknown = with_market(card, None).protocol.rows
    assert len(known) == len(unknown) == len(card.protocol.rows) + 1
    assert str(known[-1][2]) == (
        "Meegewogen: spanningsindicator (vacatures per kortdurig werkloze) van AM99 in de maand "
        "vóór de start, bekend over 36 van de 36 maanden"
    )
    assert str(unknown[-1][2]).startswith("Niet bekend: er is geen tabel")
