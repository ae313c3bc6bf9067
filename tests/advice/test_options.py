"""Which options there are: what is not known forbids nothing, and what would open one is true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from benchmarks import advice_people
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.advice.conftest import DAY, training

from streekwerk.advice import (
    FEATURES,
    MEASURES,
    STANDING,
    Advice,
    AdviceRequest,
    Lawful,
    Situation,
    advise,
    canonical,
    request_for,
)

ASSISTED: dict[str, Any] = {
    "birth_date": date(1990, 3, 1),
    "law:algemene_bijstand": True,
    "hours_available": 16,
}
NEEDED = {"42": {"voorziening_noodzakelijk": True, "scholing_te_zwaar": False}}
some_people = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def keys(advice: Advice) -> list[str]:
    return [option.key for option in advice.options]


def test_a_training_that_is_allowed_free_and_fits_is_an_option() -> None:
    offer = training(hours_per_week=12, weeks=20, places_free=3)
    advice = advise(request_for(ASSISTED, DAY, [offer], judgements=NEEDED))
    assert keys(advice) == ["42", *STANDING]
    option = advice.option("42")
    assert option.law is not None
    assert option.law.answer is Lawful.YES
    assert [article.citation for article in option.law.articles] == [
        "Pw art. 7 lid 1",
        "Pw art. 8a lid 1",
        "Pw art. 10 lid 1",
    ]
    assert option.offers[0].fits == "yes"
    assert option.offers[0].costs.nl == "12 uur per week, 20 weken lang (samen 240 uur)."
    assert advice.questions == ()


def test_what_the_law_leaves_open_stays_an_option_with_its_question() -> None:
    advice = advise(request_for(ASSISTED, DAY, [training()]))
    assert keys(advice) == ["42", *STANDING]
    (question,) = advice.questions
    assert (question.key, question.about) == ("voorziening_noodzakelijk", "42")
    assert question.for_professional


def test_what_the_law_forbids_is_closed_with_article_and_what_would_open_it() -> None:
    judged = {"42": {"voorziening_noodzakelijk": False}}
    request = request_for(ASSISTED, DAY, [training()], judgements=judged)
    advice = advise(request)
    assert keys(advice) == list(STANDING)
    (closed,) = advice.closed
    assert (closed.key, closed.barred) == ("42", "law")
    assert closed.law.articles
    assert closed.law.because
    (change,) = closed.changes
    assert change.changes == (("voorziening_noodzakelijk", True),)
    assert change.words.nl == (
        "Training of opleiding kan misschien wel als dit klopt: de gemeente vindt deze hulp nodig."
    )


def test_a_full_measure_is_closed_and_says_so() -> None:
    advice = advise(request_for(ASSISTED, DAY, [training(places_free=0)], judgements=NEEDED))
    (closed,) = advice.closed
    assert (closed.barred, closed.changes) == ("full", ())
    assert closed.reason.nl == "Er is nu geen plek vrij."


def test_more_hours_would_open_it_and_that_is_true() -> None:
    offer = training(hours_per_week=24)
    request = request_for(ASSISTED, DAY, [offer], judgements=NEEDED)
    advice = advise(request)
    (closed,) = advice.closed
    (change,) = closed.changes
    assert change.words.nl == (
        "Als u 24 uur per week of meer tijd hebt, dan kan ook: Training of opleiding (Lassen)."
    )
    opened = request.situation.but(*change.changes[0])
    assert "42" in keys(advise(replace(request, situation=opened)))


def test_not_knowing_the_hours_is_a_question_and_closes_nothing() -> None:
    file = {k: v for k, v in ASSISTED.items() if k != "hours_available"}
    offer = training(hours_per_week=24, starts_on=date(2027, 2, 1))
    advice = advise(request_for(file, DAY, [offer], judgements=NEEDED))
    assert keys(advice) == ["42", *STANDING]
    assert [question.key for question in advice.questions] == ["hours_available", "available_from"]
    assert advice.option("42").offers[0].fits == "ask"


def test_offers_that_began_are_not_offered_to_anybody() -> None:
    started = training(starts_on=date(2026, 11, 22))
    assert request_for(ASSISTED, DAY, [started]).measures == ()


def test_the_order_is_that_of_the_alphabet_whatever_the_effects(world: dict[str, Any]) -> None:
    request = request_for(ASSISTED, DAY, **world)
    names = [option.name.nl for option in advise(request).options][: -len(STANDING)]
    assert names == sorted(names, key=str.casefold)
    turned = tuple(
        replace(measure, region=other.region)
        for measure, other in zip(request.measures, reversed(request.measures), strict=True)
    )
    shuffled = replace(request, measures=tuple(reversed(turned)))
    assert keys(advise(shuffled)) == keys(advise(request))


def test_nothing_in_an_advice_is_a_score(world: dict[str, Any]) -> None:
    text = canonical(advise(request_for(ASSISTED, DAY, **world)))
    for word in ('"score', '"rank', '"priority', '"weight', '"colour', '"probability'):
        assert word not in text


def _file(seed: int) -> dict[str, Any]:
    return advice_people.person(np.random.default_rng(seed))


@some_people
@given(seed=st.integers(0, 10**9))
def test_flipping_every_protected_trait_changes_not_a_byte(
    world: dict[str, Any], seed: int
) -> None:
    file = _file(seed)
    other = advice_people.flipped(file, np.random.default_rng(seed + 1))
    assert all(file[trait] != other[trait] for trait in advice_people.PROTECTED)
    one, two = (request_for(each, DAY, **world) for each in (file, other))
    assert canonical(one) == canonical(two)
    assert canonical(advise(one)) == canonical(advise(two))


@some_people
@given(
    seed=st.integers(0, 10**9),
    left_out=st.sets(st.sampled_from(sorted({feature.source for feature in FEATURES.values()}))),
)
def test_leaving_fields_out_never_takes_an_option_away(
    world: dict[str, Any], seed: int, left_out: set[str]
) -> None:
    file = _file(seed)
    known = advise(request_for(file, DAY, **world))
    less = advise(request_for({k: v for k, v in file.items() if k not in left_out}, DAY, **world))
    assert set(keys(known)) <= set(keys(less))
    assert len(less.options) >= 3
    measures = {key for key in keys(less) if key not in STANDING} | {c.key for c in less.closed}
    assert measures == set(MEASURES)


@some_people
@given(seed=st.integers(0, 10**9))
def test_what_is_said_to_open_an_option_really_does(world: dict[str, Any], seed: int) -> None:
    request = request_for(_file(seed), DAY, **world)
    for closed in advise(request).closed:
        for change in closed.changes:
            assert closed.key in keys(
                advise(_applied(request, closed.key, change.changes, world, seed))
            )


@some_people
@given(seed=st.integers(0, 10**9))
def test_only_what_can_be_changed_is_said_to_open_an_option(
    world: dict[str, Any], seed: int
) -> None:
    advice = advise(request_for(_file(seed), DAY, **world))
    lines = [line for one in (*advice.options, *advice.closed) for line in one.offers]
    changes = [c for closed in advice.closed for c in closed.changes]
    for change in (*changes, *(line.change for line in lines if line.change is not None)):
        for key, _ in change.changes:
            feature = FEATURES.get(key) or FEATURES.get(f"law:{key}")
            assert feature is None or feature.changeable
            assert key not in {"age", "months_on_benefit", "household"}


def _applied(
    request: AdviceRequest,
    code: str,
    changes: tuple[tuple[str, Any], ...],
    world: dict[str, Any],
    seed: int,
) -> AdviceRequest:
    """Make the changes in the file or in what was judged, and ask again."""
    file, judged = _file(seed), {k: dict(v) for k, v in world["judgements"].items()}
    for key, value in changes:
        if key in FEATURES:
            as_kept = date.fromisoformat(value) if isinstance(value, str) else value
            file[FEATURES[key].source] = as_kept
        elif f"law:{key}" in FEATURES:
            file[f"law:{key}"] = value
        else:
            judged.setdefault(code, {})[key] = value
    return request_for(file, request.day, **{**world, "judgements": judged})


def test_a_measure_cannot_be_asked_about_twice() -> None:
    request = request_for(ASSISTED, DAY, [training()])
    with pytest.raises(ValueError, match="twice"):
        replace(request, measures=request.measures * 2)


def test_an_unknown_version_of_the_algorithm_is_refused() -> None:
    request = AdviceRequest(DAY, Situation({}), (), algorithm="0")
    with pytest.raises(ValueError, match="no algorithm"):
        advise(request)
