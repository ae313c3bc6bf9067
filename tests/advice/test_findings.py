"""What is said about a measure: figure, interval, how sure, for whom; or that we do not know."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.advice.conftest import evidence

from streekwerk.advice import (
    Finding,
    GroupEvidence,
    MeasureInput,
    PerHundred,
    PersonalEvidence,
    Situation,
)
from streekwerk.advice.algorithms.v1.findings import finding_for
from streekwerk.advice.request import Lawful, Lawfulness
from streekwerk.vocabulary.language import Text

MAIN = PerHundred(12, 5.9, 1.1, 10.8, 28.4, 400, 2000)
EARLY = PerHundred(6, -2.2, -5.0, 0.7, 12.0, 400, 2000)
LATE = PerHundred(24, 8.0, 2.0, 14.0, 40.0, 380, 1900)
GROUPS = (
    GroupEvidence("age:under_27", Text("jonger dan 27", "under 27"), replace(MAIN, estimate=9.0)),
    GroupEvidence(
        "age:27_to_49", Text("27 tot en met 49", "27 to 49"), replace(MAIN, estimate=3.0)
    ),
)


def found(situation: Situation | None = None, **given: Any) -> Finding:
    law = Lawfulness(Lawful.YES, "scholing", Text("Ja.", "Yes."), ())
    measure = MeasureInput("42", Text("Training", "Training"), Text("x", "x"), law, (), **given)
    return finding_for(measure, situation or Situation({}))


def test_the_sentence_says_with_without_and_what_it_may_also_be() -> None:
    finding = found(region=evidence(EARLY, MAIN, LATE))
    assert finding.words.nl == (
        "Van de 100 mensen in de bijstand die dit deden vonden er binnen een jaar 34 werk met "
        "deze stap, en 28 zonder. Het verschil kan ook 1 tot 11 zijn."
    )
    assert finding.words.en == (
        "Of 100 people on social assistance who did this, 34 found work within a year with this "
        "step, and 28 without. The difference may also be 1 to 11."
    )
    assert (finding.level, finding.sure) == ("average", "fairly")
    assert finding.path == (EARLY, MAIN, LATE)
    assert finding.origin is not None
    assert "400 mensen die dit deden" in finding.origin.words.nl
    assert finding.origin.card_hash == "f" * 64


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [
        (-3.4, 8.2, "het kan 3 minder zijn en ook 8 meer. We weten dus niet"),
        (-9.0, -2.0, "Het verschil kan ook 2 tot 9 minder zijn."),
        (0.2, 0.9, "Het verschil kan ook 0,2 tot 0,9 zijn."),
    ],
)
def test_the_interval_is_part_of_the_sentence(low: float, high: float, says: str) -> None:
    estimate = (low + high) / 2
    finding = found(region=evidence(PerHundred(12, estimate, low, high, 20.0, 50, 90)))
    assert says in finding.words.nl


def test_how_sure_depends_on_interval_and_verdict_alone() -> None:
    unsure = replace(MAIN, low=-0.1)
    assert found(region=evidence(MAIN)).sure == "fairly"
    assert found(region=evidence(MAIN, verdict="amber")).sure == "probable"
    assert found(region=evidence(unsure)).sure == "unsure"
    amber = found(region=evidence(unsure, verdict="amber"))
    assert amber.sure == "unsure"
    assert "voorzichtigheid" in amber.caveats[0].nl


@pytest.mark.parametrize(
    ("region", "why"),
    [
        (evidence(MAIN, verdict="red"), "geen eerlijke vergelijking"),
        (evidence(verdict="none"), "te weinig mensen"),
        (evidence(EARLY), "geen eerlijke vergelijking"),  # The leading figure is missing.
        (None, "nog niet onderzocht"),
    ],
)
def test_what_is_not_fair_or_too_little_is_not_an_effect(region: Any, why: str) -> None:
    finding = found(region=region)
    assert (finding.level, finding.sure) == ("unknown", "unknown")
    assert finding.main is None
    assert finding.path == ()
    assert why in finding.why.nl
    assert finding.words.nl.startswith("Wat deze stap doet, weten we niet.")


def test_a_group_speaks_for_its_people_and_only_where_groups_differ() -> None:
    region = evidence(MAIN, groups=GROUPS)
    mine = found(Situation({"age": 26}), region=region)
    assert mine.level == "group"
    assert mine.main == GROUPS[0].point
    assert "zoals u (jonger dan 27)" in mine.words.nl
    unknown = found(Situation({}), region=region)
    assert unknown.level == "average"
    assert "weten we nog niet" in unknown.why.nl
    other = found(Situation({"age": 61}), region=region)
    assert other.level == "average"
    assert "te weinig gegevens" in other.why.nl


@pytest.mark.parametrize(("age", "key"), [(26, 0), (27, 1), (49, 1)])
def test_the_bounds_of_groups_are_those_of_the_card(age: int, key: int) -> None:
    finding = found(Situation({"age": age}), region=evidence(MAIN, groups=GROUPS))
    assert finding.main == GROUPS[key].point


def test_person_level_is_used_only_where_it_was_earned() -> None:
    why = Text("Gemeten voor mensen met uw kenmerken.", "Measured for people with your traits.")
    point = replace(MAIN, estimate=4.0)
    personal = PersonalEvidence("person", why, Text("u", "you"), point, "1", "0" * 64)
    near = found(region=evidence(MAIN, groups=GROUPS), personal=personal)
    assert (near.level, near.main, near.why) == ("person", point, why)
    withheld = replace(personal, level="average")
    assert found(region=evidence(MAIN), personal=withheld).main == MAIN
    # A red card silences person-level estimates too.
    assert found(region=evidence(MAIN, verdict="red"), personal=personal).main is None


def test_lock_in_is_told_when_the_first_months_cost_work() -> None:
    told = found(region=evidence(EARLY, MAIN)).lock_in
    assert told is not None
    assert told.nl.startswith("In het eerste half jaar vinden mensen die dit doen misschien")
    surely = found(region=evidence(replace(EARLY, high=-1.0), MAIN)).lock_in
    assert surely is not None
    assert "meestal" in surely.nl
    assert found(region=evidence(replace(EARLY, estimate=0.1), MAIN)).lock_in is None
    assert found(region=evidence(MAIN)).lock_in is None


def test_a_point_without_its_interval_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="outside its interval"):
        PerHundred(12, 5.0, 6.0, 7.0, 20.0, 50, 90)
