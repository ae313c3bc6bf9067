"""Advice in the application: stored as shown, made anew when data change, off when switched off."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InternalError, ProgrammingError, connection, transaction
from tests.cast import Cast
from tests.people.options.desk import Desk, publish_round, record

from streekwerk.accounts.models import AuditEntry
from streekwerk.advice import STANDING, replay
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.people.actions.decisions import (
    ADVICE_IS_OFF,
    judge,
    see_stored_advice,
    show_advice,
)
from streekwerk.people.actions.objections import switch_advice
from streekwerk.people.models import AdviceRecord, AdviceSeen
from streekwerk.people.queries.decisions import advice_history, given, latest_advice
from streekwerk.people.refusals import Refused


def test_advice_is_stored_as_it_was_shown_and_by_whom(desk: Desk) -> None:
    shown = show_advice(desk.anna, desk.file)
    advice = given(shown)
    assert [option.key for option in advice.options] == ["40", "42", *STANDING]
    assert replay(shown.record).identical
    assert [(seen.user, seen.advice) for seen in AdviceSeen.objects.all()] == [(desk.anna, shown)]
    assert AuditEntry.objects.filter(action="advice.made").count() == 1


def test_the_same_inputs_show_the_stored_advice_again(desk: Desk) -> None:
    first = show_advice(desk.anna, desk.file)
    assert show_advice(desk.anna, desk.file) == first
    assert show_advice(desk.tom, desk.file) == first
    assert AdviceRecord.objects.count() == 1
    assert AdviceSeen.objects.count() == 2


def test_other_data_make_a_new_advice_and_keep_the_old(desk: Desk) -> None:
    first = show_advice(desk.anna, desk.file)
    record(desk.anna, desk.file, "hours_available", 8)
    second = show_advice(desk.anna, desk.file)
    assert second.replaces == first
    assert [option.key for option in given(second).options] == ["40", *STANDING]
    (closed,) = given(second).closed
    assert closed.changes[0].changes == (("hours_available", 12),)
    assert list(advice_history(desk.file)) == [second, first]
    assert replay(first.record).identical


def test_a_judgement_settles_what_the_law_leaves_to_a_professional(desk: Desk) -> None:
    before = given(show_advice(desk.anna, desk.file)).option("42")
    assert before.law is not None
    assert before.law.answer == "open"
    judge(desk.anna, desk.file, "42", "voorziening_noodzakelijk", True)
    judge(desk.anna, desk.file, "42", "scholing_te_zwaar", False)
    after = given(show_advice(desk.anna, desk.file)).option("42").law
    assert after is not None
    assert after.answer == "yes"
    judge(desk.anna, desk.file, "42", "voorziening_noodzakelijk", None)
    again = given(show_advice(desk.anna, desk.file)).option("42").law
    assert again is not None
    assert again.answer == "open"
    with pytest.raises(Refused):
        judge(desk.anna, desk.file, "42", "nationaliteit", True)


def test_a_new_round_of_cards_makes_a_new_advice_with_its_hash(
    desk: Desk, cast: Cast, real_card: EvidenceCard
) -> None:
    first = show_advice(desk.anna, desk.file)
    publish_round(cast.dana, real_card)
    second = show_advice(desk.anna, desk.file)
    assert second.evidence_version != first.evidence_version
    finding = given(second).option("40").finding
    assert finding is not None
    assert finding.level in {"average", "group"}
    assert finding.main is not None
    assert finding.origin is not None
    assert "de regio Testregio" in finding.origin.words.nl
    assert len(finding.origin.card_hash) == 64
    publish_round(cast.dana, real_card, seed=real_card.seed + 1)
    assert show_advice(desk.anna, desk.file).evidence_version != second.evidence_version


def test_only_who_guides_the_person_gets_advice(desk: Desk, cast: Cast) -> None:
    for stranger in (desk.els, cast.alice, cast.charlie, desk.karim):
        with pytest.raises(PermissionDenied):
            show_advice(stranger, desk.file)
    shown = show_advice(desk.anna, desk.file)
    see_stored_advice(desk.karim, shown)
    with pytest.raises(PermissionDenied):
        see_stored_advice(desk.els, shown)


def test_without_advice_nothing_is_made_and_the_switch_is_kept(desk: Desk) -> None:
    switch_advice(desk.tom, on=False, reason="Eerst de cijfers nakijken")
    with pytest.raises(Refused, match="without advice") as refused:
        show_advice(desk.anna, desk.file)
    assert refused.value.words == ADVICE_IS_OFF
    assert latest_advice(desk.file) is None
    with pytest.raises(PermissionDenied):
        switch_advice(desk.anna, on=True, reason="Ik wil het")
    with pytest.raises(Refused):
        switch_advice(desk.tom, on=True, reason=" ")
    switch_advice(desk.tom, on=True, reason="Nagekeken")
    assert show_advice(desk.anna, desk.file)
    actions = AuditEntry.objects.filter(action__startswith="advice.switched")
    assert [entry.action for entry in actions] == ["advice.switched_off", "advice.switched_on"]


@pytest.mark.parametrize(
    "statement",
    [
        "update people_advicerecord set advice = '{}'",
        "delete from people_advicerecord",
        "update people_adviceseen set \"on\" = '2020-01-01'",
        "delete from people_adviceseen",
    ],
)
def test_the_database_itself_keeps_advice_as_it_was(desk: Desk, statement: str) -> None:
    show_advice(desk.anna, desk.file)
    with (
        pytest.raises((ProgrammingError, InternalError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert AdviceRecord.objects.count() == 1
