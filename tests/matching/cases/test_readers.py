"""What each reader gets: sentences, and an employer's copy that keeps others' matters out."""

from __future__ import annotations

import pytest
from tests.matching.cases.examples import EVERY, outcome
from tests.matching.cases.spreadsheet import read_workbook

from streekwerk.matching.cases import (
    Account,
    Payback,
    payback_words,
    verdict,
    whom,
    workbook,
)
from streekwerk.vocabulary.language import LANGUAGES


@pytest.mark.parametrize("kind", EVERY)
def test_the_employers_copy_says_the_same_and_nothing_of_a_benefit(kind: str) -> None:
    whole = outcome(kind)
    copy = whole.seen_by(Account.EMPLOYER)
    assert copy.accounts == (Account.EMPLOYER,)
    own = copy.calculation.statements[Account.EMPLOYER]
    assert own == whole.calculation.statements[Account.EMPLOYER]
    assert verdict(copy, Account.EMPLOYER) == verdict(whole, Account.EMPLOYER)
    assert copy.bars.keys() == {Account.EMPLOYER}
    for language in LANGUAGES:
        book = read_workbook(workbook(copy, language))
        said = " ".join(book.texts.values()).lower()
        for word in ("bijstand", "assistance", "uitkering", "work_anyway"):
            assert word not in said
        total = next(address for address in book.formulas if address[1] == "B4")
        assert f"{book.value(*total):.2f}" == str(own.net_present_value)


def test_others_are_told_of_assistance() -> None:
    copy = outcome("job").seen_by(Account.MUNICIPALITY, Account.PERSON)
    assert "law.norm.alleenstaand" in copy.model.by_name
    assert any("Bijstand naast werk" in note.nl for note in copy.model.notes)
    assert Account.SOCIETY not in copy.simulation.values


@pytest.mark.parametrize("kind", EVERY)
def test_every_account_gets_a_sentence_with_its_range(kind: str) -> None:
    found = outcome(kind)
    for account in found.accounts:
        said = verdict(found, account)
        assert said.nl.lower().startswith(whom(account).nl.lower())
        assert "€" in said.nl
        assert "€" in said.en
        assert "5 jaar" in said.nl
    assert {one.account for one in found.questions} == {
        Account.EMPLOYER,
        Account.MUNICIPALITY,
        Account.SOCIETY,
    }


@pytest.mark.parametrize(
    ("payback", "words"),
    [
        (Payback(None, None, None, 0.0, 5), "Het geld komt niet binnen 5 jaar terug."),
        (Payback(0.0, 0.0, 0.0, 1.0, 5), "Er gaat vooraf geen geld uit dat terug moet komen."),
        (
            Payback(1.0, 1.5, 2.25, 1.0, 5),
            "Het geld is terug na ongeveer 1,5 jaar (meestal tussen 1,0 en 2,2 jaar).",
        ),
        (
            Payback(3.0, 4.5, None, 0.6, 5),
            "In 60 van de 100 berekeningen is het geld binnen 5 jaar terug, in de andere niet.",
        ),
    ],
)
def test_when_the_money_is_back_is_said_plainly(payback: Payback, words: str) -> None:
    assert payback_words(payback).nl == words
