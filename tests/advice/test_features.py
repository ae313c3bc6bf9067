"""Advice can be told only what is on the list, and the list holds nothing protected."""

from __future__ import annotations

from datetime import date

import pytest
from benchmarks.advice_people import PROTECTED
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.advice import FEATURES, MEASURES, NotAllowedError, Situation, read_situation
from streekwerk.advice.features import CHANGEABLE_LAW_FACTS, JUDGEMENTS, LAW_FACTS
from streekwerk.advice.law import case_of
from streekwerk.guidance.file.catalogue import FIELDS
from streekwerk.registers.codes import MeasureType
from streekwerk.rights import CATALOGUE, REGISTRY, Municipality, rule
from streekwerk.rights.engine.facts import facts_of
from streekwerk.vocabulary.protected import protected_trait, refuse_protected

DAY = date(2026, 11, 23)


def test_no_feature_bears_a_protected_name() -> None:
    refuse_protected(key.removeprefix("law:") for key in FEATURES)
    refuse_protected(feature.source.removeprefix("law:") for feature in FEATURES.values())
    refuse_protected(JUDGEMENTS)
    # The second lock is really a lock.
    assert protected_trait("nationaliteit") is not None


@pytest.mark.parametrize("trait", [*PROTECTED, "income", "wealth", "gender", "country"])
def test_a_protected_trait_cannot_be_put_in_a_situation(trait: str) -> None:
    with pytest.raises(NotAllowedError, match="allow-list"):
        Situation({trait: "x"})
    with pytest.raises(NotAllowedError, match="allow-list"):
        Situation({trait: None})
    with pytest.raises(NotAllowedError, match="judgements"):
        case_of(Situation({}), DAY, Municipality(), {trait: True})


@given(st.dictionaries(st.text(), st.one_of(st.none(), st.booleans(), st.integers(), st.text())))
def test_whatever_a_file_holds_beside_the_list_is_not_read(
    file: dict[str, bool | int | str | None],
) -> None:
    unknown = {key: value for key, value in file.items() if key not in FEATURES}
    assert read_situation(unknown, DAY) == Situation({})


def test_age_and_time_on_benefit_are_counted_in_whole_months_and_years() -> None:
    file = {"birth_date": date(1999, 11, 24), "benefit_since": date(2024, 10, 23)}
    situation = read_situation(file, DAY)
    assert situation["age"] == 26
    assert situation["law:leeftijd"] == 26
    assert situation["months_on_benefit"] == 25
    assert read_situation({"birth_date": date(1999, 11, 23)}, DAY)["age"] == 27
    assert "months_on_benefit" not in read_situation({"benefit_since": date(2027, 1, 1)}, DAY)


def test_a_value_of_the_wrong_kind_is_refused_with_its_feature() -> None:
    for values in (
        {"hours_available": "veel"},
        {"hours_available": -1},
        {"hours_available": True},
        {"household": "alleen"},
        {"available_from": "2026-01-01"},
        {"law:algemene_bijstand": "ja"},
    ):
        with pytest.raises(ValueError, match=next(iter(values))):
            Situation(values)
    with pytest.raises(ValueError, match="birth_date"):
        read_situation({"birth_date": "ooit"}, DAY)


def test_days_of_the_file_may_be_text() -> None:
    file = {"birth_date": "1999-11-23", "available_from": "2027-01-04"}
    situation = read_situation(file, DAY)
    assert (situation["age"], situation["available_from"]) == (27, date(2027, 1, 4))


def test_a_situation_reads_back_from_what_is_kept() -> None:
    known = Situation(
        {"age": 30, "available_from": DAY, "household": "single", "law:algemene_bijstand": True}
    )
    assert Situation.from_json(known.as_json()) == known
    assert "hours_available" not in known
    assert known.but("age", None).get("age") is None


def test_every_rule_behind_a_measure_asks_only_what_is_on_the_list() -> None:
    allowed = set(LAW_FACTS) | set(JUDGEMENTS)
    for measure in MEASURES.values():
        for key in measure.rules:
            for version in rule(key).versions:
                asked = {fact.key for fact in facts_of(version.condition)}
                version_ended = version.end is not None and version.end < DAY
                assert version_ended or asked <= allowed, (measure.code, key, asked - allowed)


def test_the_lists_of_the_law_agree_with_the_law() -> None:
    assert {fact for fact in JUDGEMENTS if not REGISTRY[fact].discretionary} == set()
    assert {fact for fact in LAW_FACTS if REGISTRY[fact].discretionary} == set()
    assert set(LAW_FACTS) | set(JUDGEMENTS) >= CHANGEABLE_LAW_FACTS
    assert not any(REGISTRY[fact].fixed for fact in CHANGEABLE_LAW_FACTS)
    for feature in FEATURES.values():
        fact = feature.key.removeprefix("law:")
        if fact in LAW_FACTS:
            assert feature.changeable == (fact in CHANGEABLE_LAW_FACTS)
    assert {one.key for one in CATALOGUE} >= {k for m in MEASURES.values() for k in m.rules}


def test_measures_are_those_of_the_regulation_that_can_be_talked_about() -> None:
    assert set(MEASURES) == {str(code) for code in MeasureType} - {"20", "60", "98"}


def test_features_of_the_file_are_fields_that_may_be_offered_to_advice() -> None:
    sources = {f.source for f in FEATURES.values() if not f.source.startswith("law:")}
    assert sources - {"birth_date"} <= {key for key, field in FIELDS.items() if field.advice}
    assert "birth_date" in FIELDS
