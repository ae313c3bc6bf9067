"""From a comparison to an answer for one person, stored and read back."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from tests.evidence.benefit import people

from streekwerk import __version__
from streekwerk.evidence.benefit.benefit import Benefit, Level, PersonBenefit
from streekwerk.evidence.benefit.codec import decode, encode
from streekwerk.evidence.benefit.fit import fit
from streekwerk.evidence.benefit.gain import Slope
from streekwerk.evidence.benefit.sample import Anchor, Sample
from streekwerk.evidence.results.check import Light

YOUNG = {"age": 25, "months": 10, "household": "alleen"}
OLD = {"age": 60, "months": 10, "household": "alleen"}


def learnt(sample: Sample, **settings: object) -> Benefit:
    chosen = replace(people.QUICK, **settings)  # type: ignore[arg-type]
    return fit(sample, people.RULES, chosen, np.random.default_rng(8))


@pytest.fixture(scope="module")
def differing() -> Benefit:
    """An effect that differs by forty points: nobody can miss it."""
    return learnt(people.sample(700, gap=0.5))


@pytest.fixture(scope="module")
def same() -> Benefit:
    return learnt(people.sample(400, gap=0.0))


def grouped(benefit: Benefit) -> Benefit:
    return replace(benefit, level=Level.GROUP, forest=None)


def test_the_person_is_shown_where_the_gain_is_sure(differing: Benefit) -> None:
    assert differing.gain is not None
    assert differing.gain.low > 0
    young, old = differing.for_person(YOUNG), differing.for_person(OLD)
    assert (young.level, old.level) == (Level.PERSON, Level.PERSON)
    assert _estimate(young) > _estimate(old) + 0.15
    assert young.low is not None
    assert young.high is not None
    assert young.low < 0.5 < young.high + 0.1
    assert "ook bij mensen die we apart hielden" in young.why.nl
    assert young.n == differing.n == 700
    assert young.per_hundred == tuple(
        pytest.approx(100 * x) for x in (young.estimate, young.low, young.high)
    )


def _estimate(shown: PersonBenefit) -> float:
    assert shown.estimate is not None
    return shown.estimate


def test_without_differences_the_average_is_shown_and_said_so(same: Benefit) -> None:
    assert same.level is Level.AVERAGE
    assert same.forest is None
    young, old = same.for_person(YOUNG), same.for_person(OLD)
    assert young == old
    assert young.level is Level.AVERAGE
    assert "niet aangetoond" in young.why.nl
    assert "has not been shown" in young.why.en
    assert "voor één persoon kan het meer of minder zijn" in young.why.nl


def test_a_benefit_is_stored_and_read_back_byte_for_byte(differing: Benefit) -> None:
    stored = encode(differing)
    again = decode(stored)
    assert again == differing
    assert encode(again) == stored
    for person in (YOUNG, OLD, {}, {"age": 30}, {**YOUNG, "age": 99}):
        assert again.for_person(person) == differing.for_person(person)
    assert len(stored) < 1_000_000
    assert differing.code_version == __version__
    assert differing.engine.startswith("stochtree ")
    with pytest.raises(ValueError, match="validation error"):
        decode('{"level": "person"}')


def test_the_same_inputs_give_the_same_benefit_byte_for_byte(differing: Benefit) -> None:
    assert encode(learnt(people.sample(700, gap=0.5))) == encode(differing)


def test_another_outcome_of_one_person_is_another_fingerprint() -> None:
    whole = people.sample(100)
    y = whole.comparison.y.copy()
    y[0] = 1 - y[0]
    other = replace(whole, comparison=whole.comparison.with_outcome(y, binary=True))
    assert other.fingerprint() != whole.fingerprint()
    assert replace(whole, anchor=Anchor(0.1, 0.1, 0.3)).fingerprint() != whole.fingerprint()


def test_one_person_takes_milliseconds(differing: Benefit) -> None:
    differing.for_person(YOUNG)
    start = time.perf_counter()
    for _ in range(20):
        differing.for_person({"age": 25})
    assert (time.perf_counter() - start) / 20 < 0.1


def test_what_is_unknown_is_averaged_over_and_widens_the_margin(differing: Benefit) -> None:
    unknown = differing.for_person({"months": 10, "household": "alleen"})
    assert unknown.level is Level.PERSON
    assert unknown.unknown == ("age",)
    assert "leeftijd" in unknown.why.nl
    young, old = differing.for_person(YOUNG), differing.for_person(OLD)
    assert _estimate(old) < _estimate(unknown) < _estimate(young)
    assert _width(unknown) > max(_width(young), _width(old))
    # By hand: the mean over the ages that people in the data have.
    ages = differing.supports[0].typical
    each = [_estimate(differing.for_person({**YOUNG, "age": age})) for age in ages]
    assert _estimate(unknown) == pytest.approx(np.mean(each), abs=1e-5)


def _width(shown: PersonBenefit) -> float:
    assert shown.low is not None
    assert shown.high is not None
    return shown.high - shown.low


def test_nothing_known_is_the_average_person_and_no_penalty(differing: Benefit) -> None:
    nobody = differing.for_person({})
    assert differing.average is not None
    assert nobody.level is Level.PERSON
    assert _estimate(nobody) == pytest.approx(differing.average.value, abs=0.06)
    assert differing.for_person({"age": None, "shoe": 43}) == nobody


@pytest.mark.parametrize(
    ("strange", "what"),
    [({"age": 90}, "leeftijd"), ({"household": "anders"}, "leefvorm"), ({"age": 3.0}, "leeftijd")],
)
def test_beyond_the_data_the_group_is_shown_and_why(
    differing: Benefit, strange: dict[str, object], what: str
) -> None:
    shown = differing.for_person({**YOUNG, **strange})
    assert shown.level is Level.GROUP
    assert what in shown.why.nl
    assert "gemiddelde; voor één persoon" in shown.why.nl


def test_the_groups_figure_is_the_pooled_one(differing: Benefit) -> None:
    benefit = grouped(differing)
    shown = benefit.for_person(YOUNG)
    group = benefit.groups[0]
    assert shown.level is Level.GROUP
    assert shown.estimate == group.pooled
    assert shown.without == group.without
    assert (shown.n_treated, shown.n_comparison) == (group.n_treated, group.n_comparison)
    assert shown.group is not None
    assert shown.group.nl == "jonger dan 40, kort"
    assert "jonger dan 40, kort" in shown.sentence.nl


def test_in_no_known_group_the_average_is_shown(differing: Benefit) -> None:
    benefit = grouped(differing)
    shown = benefit.for_person({"age": 25})  # short or long is not known
    assert shown.level is Level.AVERAGE
    assert "nog niet bekend" in shown.why.nl
    assert _estimate(shown) == benefit.average.value  # type: ignore[union-attr]
    small = replace(benefit.groups[0], pooled=None, deviation=None)
    assert replace(benefit, groups=(small, *benefit.groups[1:])).for_person(YOUNG).level is (
        Level.AVERAGE
    )


def test_groups_average_to_the_cards_own_figure() -> None:
    anchor = Anchor(0.123, 0.04, 0.3)
    benefit = learnt(replace(people.sample(400, gap=0.5), anchor=anchor))
    assert benefit.average == anchor
    pooled = [(g.pooled, g.share) for g in benefit.groups]
    assert sum((p or 0) * share for p, share in pooled) == pytest.approx(0.123, abs=1e-4)


def test_expected_differences_are_multiplied_by_what_came_true(differing: Benefit) -> None:
    assert differing.average is not None
    centre = differing.average.value
    values = np.array([[25.0, 10.0, 0.0]])
    full = replace(differing, slope=Slope(1, 0, 1.0)).effects(values)[0][0]
    half = replace(differing, slope=Slope(1, 0, 0.5)).effects(values)[0][0]
    assert half - centre == pytest.approx((full - centre) / 2)


def test_a_red_design_says_nothing() -> None:
    benefit = learnt(replace(people.sample(400), verdict=Light.RED))
    assert benefit.level is Level.NOTHING
    shown = benefit.for_person(YOUNG)
    assert shown.level is Level.NOTHING
    assert shown.estimate is None
    assert shown.per_hundred is None
    assert "geen eerlijke vergelijking" in shown.why.nl
    assert shown.sentence.nl == "We weten niet wat dit doet."
    assert decode(encode(benefit)) == benefit


def test_an_amber_design_may_speak() -> None:
    assert learnt(replace(people.sample(130), verdict=Light.AMBER)).level is Level.AVERAGE


def test_without_comparable_people_nothing_is_said() -> None:
    benefit = learnt(people.sample(400, pull=12.0))
    assert benefit.level is Level.NOTHING
    assert "vergelijkbare mensen" in benefit.why.nl


def test_with_few_people_the_average_and_with_fewer_nothing() -> None:
    some = learnt(people.sample(130))
    assert some.level is Level.AVERAGE
    assert some.groups == ()
    assert "te weinig gegevens om te zien" in some.for_person(YOUNG).why.nl
    few = learnt(people.sample(16))
    assert few.level is Level.NOTHING


def test_nine_people_with_an_outcome_are_too_few() -> None:
    whole = people.sample(400)
    y = np.zeros(400)
    y[np.flatnonzero(whole.comparison.treated == 1)[:9]] = 1
    y[np.flatnonzero(whole.comparison.treated == 0)[:40]] = 1
    rare = replace(whole, comparison=whole.comparison.with_outcome(y, binary=True))
    assert learnt(rare).level is Level.NOTHING


def test_no_row_of_the_data_is_in_what_is_stored(differing: Benefit) -> None:
    ages = people.sample(700, gap=0.5).features[0].values
    stored = [value for support in differing.supports for value in support.typical]
    assert not np.isin(ages, stored).any()


def test_sentences_say_how_many_of_a_hundred_and_when_it_is_not_sure(differing: Benefit) -> None:
    sure = grouped(differing).for_person(YOUNG)
    assert sure.low is not None
    assert sure.low > 0
    assert sure.sentence.nl.startswith(
        "Van de 100 mensen in de groep jonger dan 40, kort vinden er"
    )
    assert "meer werk; de marge loopt van" in sure.sentence.nl
    unsure = replace(differing, average=Anchor(-0.01, 0.05, 0.3), level=Level.AVERAGE)
    shown = unsure.for_person(YOUNG)
    assert shown.sentence.nl == (
        "We weten niet zeker of het helpt. Van de 100 mensen in de vergelijking vinden er met deze "
        "voorziening naar schatting 1 minder werk; de marge loopt van 9 minder tot 7 meer."
    )
    assert shown.sentence.en.startswith("We do not know for sure if it helps. Of every 100 people")


@pytest.mark.slow
def test_without_differences_the_person_is_hardly_ever_shown() -> None:
    levels = [
        fit(
            people.sample(300, seed=seed, gap=0.0),
            people.RULES,
            people.QUICK,
            np.random.default_rng(seed),
        ).level
        for seed in range(100, 200)
    ]
    # At one in forty, seven or more of a hundred is one in a hundred and fifty.
    assert sum(level is Level.PERSON for level in levels) <= 6
