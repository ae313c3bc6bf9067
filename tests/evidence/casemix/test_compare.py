from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from tests.evidence.casemix.worlds import world

from streekwerk.advice.features import FEATURES
from streekwerk.evidence import casemix
from streekwerk.evidence.casemix import (
    ALLOWED,
    Cases,
    NotAllowedError,
    against_earlier,
    against_others,
    share_of,
    unexpected,
)
from streekwerk.guidance.file.catalogue import FIELDS
from streekwerk.vocabulary.protected import ProtectedFeatureError


@pytest.mark.parametrize(("people", "others"), [(10, 200), (40, 250), (120, 400)])
@pytest.mark.parametrize("effect", [0.0, 0.8])
def test_intervals_hold_with_few_and_many(people: int, others: int, effect: float) -> None:
    """Nominal 95 %: of 120 worlds at least 90 % cover (4.6 standard errors below 0.95 is 0.86)."""
    rng, covered, off = np.random.default_rng([people, int(10 * effect)]), 0, []
    for _ in range(120):
        one = world(people, others, effect, rng)
        found = against_others(one.cases, one.group)
        assert found.difference is not None
        covered += found.difference.low <= one.truth <= found.difference.high
        off.append(found.difference.value - one.truth)
    assert covered / 120 >= 0.90
    assert abs(np.mean(off)) < 0.03


def test_case_mix_explains_what_the_plain_share_would_blame() -> None:
    """The group is older, so fewer find work; that is not its doing."""
    one = world(3_000, 4_000, 0.0, np.random.default_rng(3), silent=0.0)
    found = against_others(one.cases, one.group)
    plain = one.cases.outcome[one.group].mean() - one.cases.outcome[~one.group].mean()
    assert found.difference is not None
    assert abs(found.difference.value) < abs(plain) / 2
    assert found.difference.low < 0 < found.difference.high


def test_a_value_that_is_not_known_moves_nothing() -> None:
    """Take one person's features away: what is expected is that of the average of the known."""
    one = world(20, 300, 0.0, np.random.default_rng(8), silent=0.0)
    silent = {
        name: np.where(one.group, None if values.dtype == object else np.nan, values)
        for name, values in one.cases.features.items()
    }
    silent = {
        name: values.astype(one.cases.features[name].dtype) for name, values in silent.items()
    }
    found = against_others(Cases(silent, one.cases.outcome), one.group)
    assert found.expected is not None
    rate = one.cases.outcome[~one.group].mean()
    assert found.expected.value == pytest.approx(rate, abs=0.03)


def test_too_few_people_or_others_say_so_and_give_no_figure() -> None:
    one = world(9, 300, 0.0, np.random.default_rng(1))
    found = against_others(one.cases, one.group)
    assert (found.observed, found.difference, found.enough) == (None, None, False)
    one = world(20, 49, 0.0, np.random.default_rng(1))
    found = against_others(one.cases, one.group)
    assert found.observed is not None
    assert found.expected is None


def test_outcomes_nobody_knows_are_counted_and_bounded() -> None:
    one = world(40, 300, 0.0, np.random.default_rng(2))
    outcome = one.cases.outcome.copy()
    outcome[:10] = np.nan
    found = against_others(Cases(one.cases.features, outcome), one.group)
    assert (found.people, found.known, found.unknown) == (40, 30, 10)
    assert found.if_all - found.if_none == pytest.approx(10 / 40)
    assert found.observed is not None
    assert found.if_none <= found.observed.value <= found.if_all


def test_nothing_of_the_group_enters_what_it_is_compared_with() -> None:
    one = world(30, 300, 0.0, np.random.default_rng(4))
    turned = one.cases.outcome.copy()
    turned[one.group] = 1 - turned[one.group]
    before = against_others(one.cases, one.group)
    after = against_others(Cases(one.cases.features, turned), one.group)
    assert before.expected == after.expected


def test_nobody_is_compared_with_themselves() -> None:
    one = world(30, 300, 0.0, np.random.default_rng(4))
    with pytest.raises(ValueError, match="themselves"):
        against_earlier(one.cases, one.group, one.group)


def test_only_what_is_on_the_list_enters_and_never_a_protected_trait() -> None:
    nothing = np.zeros(3)
    with pytest.raises(ProtectedFeatureError):
        Cases({"nationality": nothing}, nothing)
    with pytest.raises(NotAllowedError):
        Cases({"shoe_size": nothing}, nothing)
    assert FEATURES.keys() | FIELDS.keys() >= ALLOWED


def test_what_is_no_outcome_is_refused() -> None:
    with pytest.raises(ValueError, match="an outcome is"):
        Cases({}, np.array([0.5]))
    with pytest.raises(ValueError, match="differ in length"):
        Cases({"age": np.zeros(2)}, np.zeros(3))


def test_unexpected_outcomes_come_from_both_directions_and_from_the_ends() -> None:
    one = world(0, 600, 0.0, np.random.default_rng(6), silent=0.0)
    did, did_not = unexpected(one.cases, np.random.default_rng(1))
    assert did.any()
    assert did_not.any()
    assert (one.cases.outcome[did] == 1).all()
    assert (one.cases.outcome[did_not] == 0).all()
    age = one.cases.features["age"].astype(np.float64)
    assert age[did].mean() > age[did_not].mean() + 3
    few = world(0, 30, 0.0, np.random.default_rng(6))
    assert not np.concatenate(unexpected(few.cases, np.random.default_rng(1))).any()


def test_there_is_nothing_to_put_groups_or_people_in_an_order_with() -> None:
    assert not [name for name in dir(casemix) if "rank" in name or "score" in name]
    fields = {field.name for field in dataclasses.fields(casemix.CaseMix)}
    assert not fields & {"rank", "score", "chances", "position"}


def test_a_share_of_few_is_not_told() -> None:
    assert share_of(3, 9) is None
    found = share_of(3, 10)
    assert found is not None
    assert found.low < 0.3 < found.high
