"""What is said about a number: per 100 people, never without what it could also be."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.examples import EARNINGS, WORK, arm_design, effect

from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.effect import Effect, Estimand
from streekwerk.evidence.results.wording import finding_sentence
from streekwerk.evidence.trial.table import Assignment
from streekwerk.vocabulary.language import Text


def said(told: Effect, *, causal: bool = True, work: bool = True) -> Text:
    design = arm_design(Light.GREEN if causal else Light.RED)
    outcome = WORK if work else EARNINGS
    return finding_sentence(outcome, told, design, Assignment.RANDOMISED, causal)


def test_an_uncertain_effect_per_hundred() -> None:
    text = said(effect(0.06, -0.01, 0.13))

    assert text.nl == (
        "Na 12 maanden: van de 100 mensen vinden er naar schatting 6 meer werk; het kan ook "
        "1 minder of 13 meer zijn. Dat het verschil maakt, staat dus niet vast."
    )
    assert text.en == (
        "After 12 months: of every 100 people an estimated 6 more find work; it may also be "
        "1 fewer or 13 more. So it is not certain that it makes a difference."
    )


@pytest.mark.parametrize(
    ("told", "part"),
    [
        (effect(0.06, 0.02, 0.13), "6 meer werk; waarschijnlijk tussen 2 en 13 meer."),
        (effect(-0.06, -0.13, -0.02), "6 minder werk; waarschijnlijk tussen 2 en 13 minder."),
        (effect(0.001, -0.03, 0.04), "ongeveer evenveel werk; het kan ook 3 minder of 4 meer"),
        (effect(0.06, 0.055, 0.065), "6,0 meer werk; waarschijnlijk tussen 5,5 en 6,5 meer."),
        (effect(0.06, 0.02, 0.1, estimand=Estimand.ATT), "100 mensen die dit kregen vinden"),
        (effect(0.06, 0.02, 0.1, estimand=Estimand.LATE), "omdat het wordt aangeboden vinden"),
    ],
)
def test_the_words_follow_the_numbers(told: Effect, part: str) -> None:
    assert part in said(told).nl


def test_a_numeric_outcome_is_told_in_its_unit() -> None:
    text = said(effect(1794.3, 479.2, 3109.4), work=False)

    assert text.nl == (
        "Gemiddeld is “Inkomen per maand” naar schatting 1.794 euro hoger; "
        "waarschijnlijk tussen 479 en 3.109 hoger."
    )


def test_an_unfair_comparison_gets_no_causal_sentence() -> None:
    text = said(effect(0.06, 0.02, 0.13), causal=False)

    assert "dan bij wie het niet kreeg" in text.nl
    assert "Dit is een verband en geen bewijs van een effect. De groepen leken" in text.nl
    assert "This is an association and no proof of an effect." in text.en


def test_without_chance_the_assumption_is_part_of_the_sentence() -> None:
    text = finding_sentence(WORK, effect(), arm_design(), Assignment.OBSERVATIONAL, True)

    assert "ongemeten verschillen" in text.nl


proportions = st.floats(-0.9, 0.9).map(lambda x: round(x, 4))


@given(estimate=proportions, below=st.floats(0.001, 0.5), above=st.floats(0.001, 0.5))
def test_every_sentence_holds_its_interval_and_never_minus_zero(
    estimate: float, below: float, above: float
) -> None:
    told = effect(estimate, estimate - below, estimate + above)
    text = said(told)

    assume(abs(told.low) > 0.005 and abs(told.high) > 0.005)
    decimals = 0 if 100 * (told.high - told.low) >= 2 else 1
    for end in (told.low, told.high):
        assert f"{abs(100 * end):.{decimals}f}" in text.en
    assert not re.search(r"[-−]0(\D|$)", text.nl)
    assert ("staat dus niet vast" in text.nl) is not told.certain_of_direction
