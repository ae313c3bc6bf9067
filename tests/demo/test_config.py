import json
from dataclasses import replace
from pathlib import Path

import pytest

from streekwerk.demo.config import (
    Messiness,
    Municipality,
    RegionConfig,
    calendar_month,
    month_label,
)
from streekwerk.demo.measures import DEFAULT_MEASURES, EffectProfile


def test_the_people_are_divided_over_six_municipalities_of_different_size() -> None:
    sizes = RegionConfig(people=12_001).sizes()
    assert sum(sizes) == 12_001
    assert len(set(sizes)) == 6
    assert max(sizes) > 8 * min(sizes)


def test_a_real_municipality_code_is_refused() -> None:
    with pytest.raises(ValueError, match="never a real one"):
        Municipality("0344", "Utrecht", 1.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"first_month": "2021-13"},
        {"people": 3},
        {"months": 0},
        {"start_rate": 0.9},
        {"measures": ()},
        {"seed": -1},
        {"measures": DEFAULT_MEASURES[:1] * 2},
    ],
)
def test_a_wrong_setting_is_refused_with_its_value(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        replace(RegionConfig(), **wrong)


def test_a_rate_that_is_no_probability_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"never_closed must be from 0 to 1, got 1.5"):
        Messiness(never_closed=1.5)


def test_months_are_labelled_across_years() -> None:
    assert month_label("2021-11", 2) == "2022-01"
    assert month_label("2021-01", -1) == "2020-12"
    assert calendar_month("2021-11", 2) == 1


def test_the_shares_of_the_measures_add_up_to_one() -> None:
    assert sum(each.share for each in DEFAULT_MEASURES) == pytest.approx(1)


def test_an_effect_goes_through_its_phases() -> None:
    profile = EffectProfile(2, -0.5, 0.6, rise_months=1, hold_months=2, fade_months=1)
    lock_in, share = profile.phases(8, lock_in_scale=2)
    assert lock_in.tolist() == [-1, -1, 0, 0, 0, 0, 0, 0]
    assert share.tolist() == [0, 0, 0.5, 1, 1, 0.5, 0, 0]


@pytest.mark.shared_data
def test_every_code_on_offer_is_in_the_regulation() -> None:
    path = Path(__file__).parents[3] / "shared" / "data" / "cbs" / "srg_2026.json"
    if not path.exists():
        pytest.skip("the research data are not here")
    fields = json.loads(path.read_text(encoding="utf-8"))["fields"]
    codes = next(each["codes"] for each in fields if each["nr"] == 14)
    offered = {each.code for each in DEFAULT_MEASURES}
    assert set(codes) - offered == {"20"}  # no new entrants since 2004
    assert offered <= set(codes)
