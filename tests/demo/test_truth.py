"""The truth is what re-simulation gives, and it says what it is about."""

import json
from dataclasses import replace
from pathlib import Path

import duckdb
import numpy as np
import pytest
from tests.demo.brute_force import both_lives, moments_of

from streekwerk.demo.config import Municipality, RegionConfig
from streekwerk.demo.lives import OUTCOMES, TruthPlan
from streekwerk.demo.simulation import build_world
from streekwerk.demo.truth import GROUPS, Truth, true_effects

SMALL = RegionConfig(people=2_400, months=36, seed=3)
PLAN = TruthPlan(futures=2)


@pytest.fixture(scope="module")
def truth() -> Truth:
    return true_effects(SMALL, PLAN)


@pytest.mark.parametrize(
    ("unobserved", "anticipation"), [(0.0, 0), (1.0, 2)], ids=["plain", "selected and awaited"]
)
def test_the_truth_equals_brute_force_re_simulation(unobserved: float, anticipation: int) -> None:
    config = RegionConfig(
        people=110,
        months=20,
        municipalities=(Municipality("9901", "Rivierstede", 1.0),),
        start_rate=0.08,
        unobserved_selection=unobserved,
        anticipation_months=anticipation,
        seed=5,
    )
    plan = TruthPlan(horizons=(5, 9), futures=2)
    truth, world = true_effects(config, plan), build_world(config, 0)
    moments = moments_of(world)
    compared = 0
    for row in range(len(truth.outcomes)):
        month = int(truth.units["month"][row])
        if month + 9 > config.months:
            continue
        measure = config.measure_codes.index(truth.units["measure"][row])
        person = int(truth.units["person"][row])
        slow = both_lives(world, plan, person, month, measure, moments)
        np.testing.assert_allclose(truth.outcomes[row], slow)
        compared += 1
    assert compared > 25
    assert np.nanmax(np.abs(truth.outcomes[:, 0] - truth.outcomes[:, 1])) > 0


def test_effects_are_zero_when_configured_zero() -> None:
    truth = true_effects(SMALL.without_effects(), TruthPlan(futures=1))
    found = [each.effect for each in truth.effects()]
    assert len(found) > 100
    assert set(found) == {0.0}


def test_unobserved_selection_alone_causes_no_effect() -> None:
    config = replace(SMALL.without_effects(), unobserved_selection=2.0)
    assert {each.effect for each in true_effects(config, TruthPlan(futures=1)).effects()} == {0.0}


@pytest.fixture(scope="module")
def large() -> Truth:
    return true_effects(replace(SMALL, people=12_000, months=40), PLAN)


def test_lock_in_comes_first_and_the_gain_of_training_later(large: Truth) -> None:
    training = [large.effect("42", "sustained_work", horizon) for horizon in (6, 12, 24)]
    assert training[0].effect < -2 * training[0].spread
    assert training[2].effect > 2 * training[2].spread
    assert large.effect("10", "sustained_work", 6).effect > 0
    assert large.effect("22", "sustained_work", 12).effect < 0


def test_effects_differ_by_group(large: Truth) -> None:
    assert set(large.by_group("age_group")) == {"<27", "27-44", "45-54", "55+"}
    young = np.asarray(large.units["age"] < 50)
    gap = (
        large.effect("42", "sustained_work", 24, young).effect
        - large.effect("42", "sustained_work", 24, ~young).effect
    )
    assert gap > 0.02


def test_groups_add_up_to_the_whole(truth: Truth) -> None:
    for group in GROUPS:
        parts = [
            each
            for effects in truth.by_group(group).values()
            for each in effects
            if (each.measure, each.outcome, each.horizon) == ("40", "any_work", 12)
        ]
        whole = truth.effect("40", "any_work", 12)
        assert sum(each.starts for each in parts) == whole.starts
        mean = sum(each.effect * each.starts for each in parts) / whole.starts
        assert mean == pytest.approx(whole.effect)


def test_only_trials_that_can_be_followed_count(truth: Truth) -> None:
    last = SMALL.months - 24
    late = np.asarray(truth.units["month"] > last)
    assert np.isnan(truth.outcomes[late][:, :, 2]).all()
    assert not np.isnan(truth.outcomes[~late]).any()
    assert truth.units["month"].min() >= PLAN.first_month


def test_outcomes_are_possible(truth: Truth) -> None:
    off = truth.outcomes[..., OUTCOMES.index("months_without_benefit")]
    for number, horizon in enumerate(PLAN.horizons):
        known = off[:, :, number][~np.isnan(off[:, :, number])]
        assert known.min() >= 0
        assert known.max() <= horizon
    sustained, any_work = truth.outcomes[..., 0], truth.outcomes[..., 1]
    known = ~np.isnan(sustained)
    assert (sustained[known] <= any_work[known]).all()


def test_first_starts_of_a_measure_are_marked(truth: Truth) -> None:
    first = truth.units["first_of_measure"]
    keys = {
        key
        for key, mark in zip(
            zip(
                truth.units["municipality"].tolist(),
                truth.units["person"].tolist(),
                truth.units["measure"].tolist(),
                strict=True,
            ),
            first,
            strict=True,
        )
        if mark
    }
    assert len(keys) == first.sum() < len(first)


def test_two_measures_can_be_compared(truth: Truth) -> None:
    against = true_effects(SMALL, TruthPlan(futures=1, against="42"))
    same = against.effect("42", "sustained_work", 12)
    assert same.effect == 0
    one = against.effect("40", "sustained_work", 6)
    # Within half a year training locks in more than coaching, so coaching looks better.
    assert one.effect > truth.effect("40", "sustained_work", 6).effect
    with pytest.raises(ValueError, match="not on offer"):
        true_effects(SMALL, replace(PLAN, against="20"))


def test_unknown_questions_are_refused(truth: Truth) -> None:
    with pytest.raises(ValueError, match="horizon 18"):
        truth.effect("40", "any_work", 18)
    with pytest.raises(ValueError, match="unknown outcome"):
        truth.effect("40", "wage", 12)
    with pytest.raises(ValueError, match="no start of measure 20"):
        truth.effect("20", "any_work", 12)
    with pytest.raises(ValueError, match="nobody starts"):
        true_effects(replace(SMALL, start_rate=0.0), PLAN)
    with pytest.raises(ValueError, match="at least 1 month"):
        TruthPlan(horizons=())


def test_the_truth_can_be_exported(truth: Truth, tmp_path: Path) -> None:
    truth.write_json(tmp_path / "truth.json")
    data = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))
    told = {(e["measure"], e["outcome"], e["horizon"]): e["effect"] for e in data["effects"]}
    assert told["42", "sustained_work", 12] == truth.effect("42", "sustained_work", 12).effect
    assert set(data["by_group"]) == set(GROUPS)

    truth.write_parquet(tmp_path / "truth.parquet")
    started, not_now, rows = duckdb.sql(
        f"""SELECT avg(months_without_benefit_12_started) FILTER (measure = '42'),
        avg(months_without_benefit_12_not_now) FILTER (measure = '42'), count(*)
        FROM (SELECT * FROM '{tmp_path / "truth.parquet"}'
              WHERE NOT isnan(months_without_benefit_12_started))"""  # noqa: S608 -- own path
    ).fetchall()[0]
    whole = truth.effect("42", "months_without_benefit", 12)
    assert started - not_now == pytest.approx(whole.effect)
    assert rows < len(truth.outcomes)
