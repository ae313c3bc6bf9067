"""What happens in Middenland is reproducible, obeys its own order, and has the stated rates."""

from dataclasses import fields, replace

import numpy as np
import pytest
from tests.demo.emulation import Simulated

from streekwerk.demo.config import RegionConfig
from streekwerk.demo.exits import MOVED_CODES, OTHER_ENDS, WORK_CODES
from streekwerk.demo.simulation import History, Starts, build_world, next_exit, run

REGION = RegionConfig()
SMALL = RegionConfig(people=600, months=24, seed=7)


def _stacked(histories: tuple[History, ...], name: str) -> np.ndarray:
    return np.vstack([getattr(each, name) for each in histories])


def _starts(histories: tuple[History, ...], name: str) -> np.ndarray:
    inside = [each.starts.month >= 0 for each in histories]
    return np.concatenate(
        [getattr(each.starts, name)[keep] for each, keep in zip(histories, inside, strict=True)]
    )


def test_the_same_seed_gives_the_same_region_and_another_seed_another() -> None:
    one, two = run(build_world(SMALL, 0)), run(build_world(SMALL, 0))
    other = run(build_world(replace(SMALL, seed=8), 0))
    for name in ("benefit", "exit_code", "earnings", "exemption", "since"):
        np.testing.assert_array_equal(getattr(one, name), getattr(two, name))
    for each in fields(Starts):
        np.testing.assert_array_equal(
            getattr(one.starts, each.name), getattr(two.starts, each.name)
        )
    assert not np.array_equal(one.benefit, other.benefit)


def test_a_municipality_does_not_depend_on_the_others() -> None:
    alone = run(build_world(SMALL, 3))
    run(build_world(SMALL, 0))
    again = run(build_world(SMALL, 3))
    np.testing.assert_array_equal(alone.exit_code, again.exit_code)


def test_messy_registration_changes_nothing_that_happened(simulated: Simulated) -> None:
    clean = simulated(replace(SMALL, messiness=SMALL.messiness.scaled(0)))
    messy = simulated(SMALL)
    np.testing.assert_array_equal(_stacked(clean, "exit_code"), _stacked(messy, "exit_code"))


def test_everybody_is_on_benefit_at_some_moment(simulated: Simulated) -> None:
    benefit = _stacked(simulated(REGION), "benefit")
    assert benefit.shape == (12_000, 60)
    assert benefit.any(axis=1).all()


def test_the_caseload_is_steady(simulated: Simulated) -> None:
    caseload = _stacked(simulated(REGION), "benefit").sum(axis=0)
    assert caseload[0] == pytest.approx(0.55 * 12_000, rel=0.02)
    assert caseload.min() > 0.9 * caseload[0]
    assert caseload.max() < 1.1 * caseload[0]


def test_one_in_nine_of_the_caseload_leaves_for_work_in_a_year(simulated: Simulated) -> None:
    histories = simulated(REGION)
    code, benefit = _stacked(histories, "exit_code"), _stacked(histories, "benefit")
    work = np.isin(code, WORK_CODES)
    assert 12 * work.sum() / benefit.sum() == pytest.approx(0.115, abs=0.012)
    assert (code == WORK_CODES[1]).sum() / work.sum() == pytest.approx(0.08, abs=0.015)


@pytest.mark.parametrize(("code", "rate"), OTHER_ENDS.items())
def test_other_reasons_have_their_rates(simulated: Simulated, code: int, rate: float) -> None:
    histories = simulated(REGION)
    benefit = _stacked(histories, "benefit").sum()
    found = (_stacked(histories, "exit_code") == code).sum()
    # A little lower, because work goes first; 4 standard errors of a count besides.
    assert found / benefit == pytest.approx(rate, abs=0.02 * rate + 4 * np.sqrt(rate / benefit))


def test_earnings_and_exemptions_are_as_common_as_documented(simulated: Simulated) -> None:
    histories = simulated(REGION)
    benefit = _stacked(histories, "benefit")
    earnings = _stacked(histories, "earnings")[benefit].mean()
    exempt = (_stacked(histories, "exemption")[benefit] != 2).mean()
    assert earnings == pytest.approx(0.073, abs=0.01)
    assert exempt == pytest.approx(0.12, abs=0.02)


def test_measures_have_their_shares_of_the_starts(simulated: Simulated) -> None:
    number = _starts(simulated(REGION), "measure")
    found = np.bincount(number, minlength=len(REGION.measures)) / len(number)
    stated = np.array([each.share for each in REGION.measures])
    np.testing.assert_allclose(found, stated, atol=4 * np.sqrt(0.18 / len(number)))


def test_places_are_few_in_july_and_many_in_september(simulated: Simulated) -> None:
    months = _starts(simulated(REGION), "month") % 12
    per_month = np.bincount(months, minlength=12)
    assert per_month[6] / per_month[3] == pytest.approx(0.6, abs=0.1)
    assert per_month[8] / per_month[3] == pytest.approx(1.4, abs=0.15)


def test_measures_last_as_long_as_planned_where_work_does_not_end_them(
    simulated: Simulated,
) -> None:
    histories = simulated(REGION)
    number = REGION.measure_codes.index("30")
    first_years = (_starts(histories, "month") < 24) & (_starts(histories, "measure") == number)
    months = _starts(histories, "end") - _starts(histories, "month") + 1
    assert months[first_years].mean() == pytest.approx(12, abs=1.5)


def test_only_people_on_benefit_since_last_month_start_a_measure(simulated: Simulated) -> None:
    for history in simulated(SMALL):
        starts, inside = history.starts, history.starts.month >= 0
        person, month = starts.person[inside], starts.month[inside]
        assert history.benefit[person, month].all()
        assert (history.since[person, month] < month).all()


def test_nobody_starts_a_measure_that_is_still_in_force(simulated: Simulated) -> None:
    for history in simulated(SMALL):
        starts = history.starts
        order = np.lexsort((starts.month, starts.measure, starts.person))
        person, measure = starts.person[order], starts.measure[order]
        same = (person[1:] == person[:-1]) & (measure[1:] == measure[:-1])
        overlap = starts.month[order][1:] <= starts.end[order][:-1]
        assert not (same & overlap).any()


def test_at_most_one_measure_starts_per_person_and_month(simulated: Simulated) -> None:
    for history in simulated(SMALL):
        pairs = history.starts.person * 1_000 + history.starts.month
        assert len(np.unique(pairs)) == len(pairs)


def test_nobody_receives_benefit_after_death_pension_or_moving_away(
    simulated: Simulated,
) -> None:
    for history in simulated(REGION):
        person, month = np.nonzero(np.isin(history.exit_code, (3, 4, *MOVED_CODES)))
        for one, when in zip(person, month, strict=True):
            assert not history.benefit[one, when + 1 :].any()


def test_a_course_ends_with_the_benefit_and_a_job_coach_goes_on(simulated: Simulated) -> None:
    went_on = 0
    for history in simulated(REGION):
        starts = history.starts
        end_of_benefit = next_exit(history.exit_code)[starts.person, np.maximum(starts.month, 0)]
        codes = np.array(REGION.measure_codes)[starts.measure]
        assert (starts.end <= end_of_benefit)[codes == "42"].all()
        went_on += int((starts.end > end_of_benefit)[codes == "30"].sum())
    assert went_on > 50


def test_next_exit_finds_the_first_end_from_each_month_on() -> None:
    code = np.array([[0, 11, 0, 0, 2], [0, 0, 0, 0, 0]], dtype=np.int8)
    never = np.iinfo(np.int16).max
    assert next_exit(code).tolist() == [[1, 1, 4, 4, 4], [never] * 5]
