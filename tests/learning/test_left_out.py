"""Whoever objected is not in the next panel, and is again after taking that back."""

from __future__ import annotations

import uuid

import pytest
from tests.deliveries.conftest import Town
from tests.learning.actions.test_cards import delivered

from streekwerk.accounts.models import AuditEntry
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries import person_queries
from streekwerk.deliveries.actions.leaving_out import leave_out
from streekwerk.deliveries.queries import left_out, register_tables
from streekwerk.learning import card_queries
from streekwerk.learning.actions import cards
from streekwerk.learning.models import Round
from streekwerk.learning.panels import cohort_of

__all__ = ["delivered"]


def somebody(town: Town) -> uuid.UUID:
    """Return the pseudonym of somebody on a benefit."""
    row = person_queries.on_benefit(town.reporter.municipality_id).first()
    assert row is not None
    return row.person


def test_the_next_panel_lacks_the_person_and_taking_it_back_brings_them_back(
    delivered: Town,
) -> None:
    alice, home, who = delivered.cast.alice, delivered.reporter.municipality, somebody(delivered)
    before = card_queries.inputs_for(alice)
    everybody = cohort_of(before.deliveries).panel
    leave_out(alice, home, who, out=True)
    after = card_queries.inputs_for(alice)
    assert after.deliveries == before.deliveries
    assert after.fingerprint != before.fingerprint
    assert cohort_of(after.deliveries, after.left_out).panel.people == everybody.people - 1
    leave_out(alice, home, who, out=False)
    again = card_queries.inputs_for(alice)
    assert (again.left_out, again.fingerprint) == ((), before.fingerprint)
    assert cohort_of(again.deliveries, again.left_out).panel.people == everybody.people


def test_none_of_their_records_is_fetched_and_nobody_elses_is_missed(delivered: Town) -> None:
    who = somebody(delivered)
    inputs = card_queries.inputs_for(delivered.cast.alice)
    count = "SELECT count(*), count(*) FILTER (person = ?) FROM bus_benefit_month"
    with register_tables(inputs.deliveries) as tables:
        total, own = tables.execute(count, [who]).fetchall()[0]
    leave_out(delivered.cast.alice, delivered.reporter.municipality, who, out=True)
    with register_tables(
        inputs.deliveries, left_out([delivered.reporter.municipality_id])
    ) as tables:
        assert tables.execute(count, [who]).fetchall() == [(total - own, 0)]
    assert own > 0


def test_a_round_keeps_who_was_left_out_of_it(delivered: Town) -> None:
    alice = delivered.cast.alice
    leave_out(alice, delivered.reporter.municipality, somebody(delivered), out=True)
    rows = left_out([delivered.reporter.municipality_id])
    round_ = cards.ask_for_cards(alice)
    leave_out(alice, delivered.reporter.municipality, somebody(delivered), out=False)
    assert tuple(Round.objects.get(pk=round_.pk).left_out) == rows


def test_it_stays_in_the_municipality_and_the_log_holds_no_pseudonym(delivered: Town) -> None:
    who = somebody(delivered)
    leave_out(delivered.cast.alice, delivered.reporter.municipality, who, out=True)
    rows = left_out([delivered.reporter.municipality_id])
    elsewhere = delivered.cast.charlie.municipality_id
    assert elsewhere is not None
    with acting(Scope.of_municipality(elsewhere)):
        assert left_out([delivered.reporter.municipality_id]) == ()
        with pytest.raises(LookupError), register_tables((), rows):
            pass
    lines = AuditEntry.objects.filter(action="records.left_out")
    assert [str(who) in f"{line.subject_id} {line.detail}" for line in lines] == [False]
