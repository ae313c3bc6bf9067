"""First guesses at the parts, on heads as they occur; a person corrects them."""

from __future__ import annotations

from streekwerk.evidence.trial.guess import Guess, guess_parts
from streekwerk.evidence.trial.sources import read_table


def guess(csv: str) -> Guess:
    return guess_parts(read_table(csv.encode(), "a.csv"))


def test_a_municipal_export() -> None:
    found = guess(
        "klantnr;groep;startdatum;klantmanager;leeftijd;opleiding;postcode;werk_na_12\n"
        "k1;training;2024-01-01;KM1;30;laag;1000AA;ja\n"
        "k2;geen;2024-01-01;KM1;40;hoog;1000AB;nee\n"
        "k3;geen;2024-02-01;KM2;50;laag;1000AC;nee\n"
    )

    assert found == Guess(
        arm="groep",
        comparison="geen",
        person="klantnr",
        cluster="klantmanager",
        time_zero="startdatum",
        take_up=None,
        outcomes=("werk_na_12",),
        covariates=("leeftijd", "opleiding"),
        sensitive=("postcode",),
    )


def test_an_identifier_that_repeats_is_none() -> None:
    found = guess("data_id,treat,re78\nNSW,1,10\nNSW,0,20\n")

    assert found.person is None
    assert (found.arm, found.comparison, found.outcomes) == ("treat", "0", ("re78",))
    assert found.covariates == ()


def test_a_head_that_says_nothing_is_left_to_the_person() -> None:
    found = guess("a,b\n1,2\n3,4\n")

    assert (found.arm, found.person, found.outcomes) == (None, None, ())
    assert found.covariates == ("a", "b")
