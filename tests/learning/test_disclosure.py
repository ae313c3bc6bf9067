from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.learning.making import Made

from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.results.check import Check, Light, Table
from streekwerk.learning.counting import REGION
from streekwerk.learning.disclosure import card_for_region, overview_for_region
from streekwerk.vocabulary.language import Text

# Whole numbers that count no people.
NO_COUNTS = {"months", "horizon_months", "main_horizon", "seed", "first_month", "median_months"}
NOUNS = "mensen|people|geregistreerde starts|registered starts|onafhankelijke|independent"
PEOPLE = re.compile(rf"([\d.,]+) (?:{NOUNS})")


def values(found: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Yield everything in a result with the name of its field."""
    if is_dataclass(found) and not isinstance(found, Text):
        for each in fields(found):
            yield from values(getattr(found, each.name), each.name)
    elif isinstance(found, tuple):
        for part in found:
            yield from values(part, name)
    else:
        yield name, found


@pytest.fixture(params=["40", "50"])
def card(made: Made, request: pytest.FixtureRequest) -> EvidenceCard:
    return made.cards[request.param]


def test_every_count_of_a_card_is_a_five_and_none_is_small(card: EvidenceCard) -> None:
    exact = [v for k, v in values(card) if _counts(k, v)]
    told = [v for k, v in values(card_for_region(card)) if _counts(k, v)]
    assert len(told) == len(exact) > 20
    assert all(value % 5 == 0 and (value == 0 or value >= 10) for value in told)
    assert any(value % 5 for value in exact)


def _counts(name: str, value: object) -> bool:
    # The rows of tables hold measures, months and percentages: those are looked at below.
    return type(value) is int and name not in NO_COUNTS | {"rows"}


def test_no_sentence_of_a_card_counts_exactly(card: EvidenceCard) -> None:
    sentences = [
        s for _k, v in values(card_for_region(card)) if isinstance(v, Text) for s in (v.nl, v.en)
    ]
    assert len(sentences) > 50
    for sentence in sentences:
        for written in PEOPLE.findall(sentence):
            count = int(re.sub(r"[.,]", "", written))
            assert count % 5 == 0, sentence
            assert count >= 10, sentence


def test_what_counts_nobody_stays_as_it_is(card: EvidenceCard) -> None:
    told = card_for_region(card)
    assert told.protocol == card.protocol
    assert [e.estimate for e in _effects(told)] == [e.estimate for e in _effects(card)]
    assert (told.verdict, told.seed, told.results[0].months) == (
        card.verdict,
        card.seed,
        card.results[0].months,
    )
    assert card_for_region(told) == told


def _effects(card: EvidenceCard) -> list[Any]:
    return [
        f.leading for r in card.results if r.evaluation is not None for f in r.evaluation.findings
    ]


def said(card: EvidenceCard, sentence: str, n: int = 1000) -> str:
    main = card.results[0]
    flow = replace(
        main.flow,
        started=replace(main.flow.started, people=n),
        compared=replace(main.flow.compared, people=5 * n),
    )
    one = replace(card, results=(replace(main, flow=flow),), main_horizon=main.months)
    return card_for_region(replace(one, reason=Text(sentence, sentence))).reason.nl


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Bij 7 van de 1.234 geregistreerde starts.",
         "Bij minder dan 10 van de 1.235 geregistreerde starts."),
        ("Na weging tellen de groepen als 8 en 231 mensen.",
         "Na weging tellen de groepen als minder dan 10 en 230 mensen."),
        ("Er zijn maar 13 onafhankelijke groepen.", "Er zijn maar 15 onafhankelijke groepen."),
        ("Van de 100 mensen vinden er 6 meer werk.", "Van de 100 mensen vinden er 6 meer werk."),
        ("6 van de 100 mensen", "6 van de 100 mensen"),
        ("een verschil van 0,13 standaardafwijking", "een verschil van 0,13 standaardafwijking"),
        ("minder dan 10 mensen", "minder dan 10 mensen"),
        ("vond 0,4% van wie startte werk, tegen 12,3% van wie niet startte",
         "vond minder dan 1% van wie startte werk, tegen 12% van wie niet startte"),
        ("onbekend bij 99,8% met en 55% zonder", "onbekend bij meer dan 99% met en 55% zonder"),
        ("zou 3% van wat overblijft verklaren", "zou 3% van wat overblijft verklaren"),
    ],
)  # fmt: skip
def test_sentences(made: Made, sentence: str, told: str) -> None:
    assert said(made.cards["40"], sentence) == told


@given(n=st.integers(0, 9), total=st.integers(10, 100_000))
def test_fewer_than_ten_are_never_told(made: Made, n: int, total: int) -> None:
    sentence = said(made.cards["40"], f"Bij {n} van de {total} geregistreerde starts gebeurde dat.")
    assert sentence.startswith("Bij minder dan 10 van de ")
    assert str(REGION.round(total)) in sentence.replace(".", "")


def test_a_share_of_a_small_group_says_no_more_than_it_may(made: Made) -> None:
    assert said(made.cards["40"], "bij 4% met", n=50) == "bij minder dan 20% met"
    table = Table(
        Text("t", "t"),
        (Text("Wat", "What"), Text("Ontbreekt (%)", "Missing (%)")),
        ((Text("x", "x"), 3.7), (Text("y", "y"), 44.44), (Text("z", "z"), None)),
    )
    base = made.cards["40"]
    check = Check("missingness", Light.GREEN, Text("t", "t"), Text("r", "r"), table)
    flow = replace(base.main.flow, started=replace(base.main.flow.started, people=100))
    card = replace(base, checks=(check,), results=(replace(base.main, flow=flow),))
    found = card_for_region(card).checks[0].table
    assert found is not None
    assert [row[1] for row in found.rows] == [
        Text("minder dan 10%", "less than 10%"),
        Text("44%", "44%"),
        None,
    ]


def test_the_cohort_is_rounded_too(made: Made) -> None:
    exact, told = made.overview, overview_for_region(made.overview)
    counts = [v for k, v in values(told) if _counts(k, v)]
    assert all(value % 5 == 0 and (value == 0 or value >= 10) for value in counts)
    assert told.people == REGION.round(exact.people)
    assert len(told.caseload) == len(exact.caseload)
    assert [each[:2] for each in told.streams] == [each[:2] for each in exact.streams]
    assert told.measures[0].median_months == exact.measures[0].median_months
    assert np.abs(np.subtract(told.caseload, exact.caseload)).max() <= 9
