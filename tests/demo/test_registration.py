"""The registration is what happened, plus each mistake at its own rate."""

from dataclasses import replace

import numpy as np
import pytest
from tests.demo.emulation import Simulated

from streekwerk.demo.benefits import benefit_rows
from streekwerk.demo.bsn import fictitious_bsns
from streekwerk.demo.config import PERFECT_REGISTRATION, Messiness, RegionConfig
from streekwerk.demo.registration import (
    INVALID_TYPES,
    NEVER_CLOSED,
    RegisteredMeasures,
    delivery_is_sent,
    register_measures,
)
from streekwerk.registers.bsn import passes_eleven_test

PERFECT = RegionConfig(people=12_000, months=36, messiness=PERFECT_REGISTRATION, seed=4)


def _registered(simulated: Simulated, messiness: Messiness) -> RegisteredMeasures:
    return register_measures(_largest(simulated, messiness))


def _largest(simulated: Simulated, messiness: Messiness):  # noqa: ANN202 -- a History
    history = simulated(PERFECT)[0]
    world = replace(history.world, config=replace(PERFECT, messiness=messiness))
    return replace(history, world=world)


def test_a_perfect_registration_is_what_happened(simulated: Simulated) -> None:
    history = simulated(PERFECT)[0]
    measures, starts = register_measures(history), history.starts
    codes = np.array(PERFECT.measure_codes)[starts.measure]
    assert measures.type.tolist() == codes.tolist()
    assert measures.first_month.tolist() == starts.month.tolist()
    assert measures.last_month.tolist() == starts.end.tolist()
    assert (measures.start <= measures.end).all()
    months = measures.start.astype("datetime64[M]") - np.datetime64("2021-01", "M")
    assert months.astype(int).tolist() == starts.month.tolist()


def test_a_measure_is_delivered_while_it_runs_and_closed_in_its_last_month(
    simulated: Simulated,
) -> None:
    history = simulated(PERFECT)[0]
    measures = register_measures(history)
    for month in (0, 17, 35):
        rows = measures.rows(month)
        running = (measures.first_month <= month) & (measures.last_month >= month)
        assert rows["number"].tolist() == measures.number[running].tolist()
        closed = ~np.isnat(rows["end"])
        assert closed.tolist() == (measures.last_month[running] == month).tolist()
        assert 0 < closed.sum() < len(closed)


def test_a_measure_that_stops_with_the_benefit_ends_on_the_same_day(
    simulated: Simulated,
) -> None:
    history = simulated(PERFECT)[0]
    measures, month = register_measures(history), 12
    benefit = benefit_rows(history, month)
    left = ~np.isnat(benefit["end"])
    day = dict(zip(benefit["person"][left].tolist(), benefit["end"][left], strict=True))
    rows = measures.rows(month)
    ended = [
        (end, day[person])
        for person, end in zip(rows["person"].tolist(), rows["end"], strict=True)
        if person in day and not np.isnat(end)
    ]
    assert len(ended) > 3
    assert all(one == other for one, other in ended)


@pytest.mark.parametrize("rate", [0.05, 0.4])
def test_every_mistake_has_its_rate(simulated: Simulated, rate: float) -> None:
    perfect = _registered(simulated, PERFECT_REGISTRATION)
    size = len(perfect)
    error = 4 * np.sqrt(rate * (1 - rate) / size)

    def with_only(mistake: str) -> RegisteredMeasures:
        return _registered(simulated, replace(PERFECT_REGISTRATION, **{mistake: rate}))

    never = with_only("never_closed")
    assert (never.last_month == NEVER_CLOSED).mean() == pytest.approx(rate, abs=error)
    late = with_only("closed_late").last_month - perfect.last_month
    assert (late > 0).mean() == pytest.approx(rate, abs=error)
    assert set(np.unique(late)) == set(range(7))
    entered = with_only("entered_late").first_month - perfect.first_month
    assert (entered > 0).mean() == pytest.approx(rate, abs=error)
    assert set(np.unique(entered)) == set(range(4))
    twice = with_only("duplicated")
    assert (len(twice) - size) / size == pytest.approx(rate, abs=error)
    assert len(np.unique(twice.number)) == len(twice)
    wrong = with_only("wrong_type")
    assert (wrong.type != perfect.type).mean() == pytest.approx(rate, abs=error)
    assert not np.isin(wrong.type, INVALID_TYPES).any()
    invalid = with_only("invalid_type")
    assert np.isin(invalid.type, INVALID_TYPES).mean() == pytest.approx(rate, abs=error)


def test_a_late_entry_is_still_delivered_at_least_once(simulated: Simulated) -> None:
    late = _registered(simulated, replace(PERFECT_REGISTRATION, entered_late=1.0))
    assert (late.last_month >= late.first_month).all()


def test_wage_value_goes_with_wage_subsidy_only(simulated: Simulated) -> None:
    measures = _registered(simulated, Messiness())
    assert (measures.wage_value[measures.type != "10"] == 0).all()
    values = _registered(simulated, PERFECT_REGISTRATION)
    subsidy = values.wage_value[values.type == "10"]
    assert subsidy.min() >= 30
    assert subsidy.max() <= 70


def test_deliveries_are_missing_at_their_rates(simulated: Simulated) -> None:
    messiness = replace(PERFECT_REGISTRATION, missing_srg_month=0.5, missing_bus_month=0.2)
    history = _largest(simulated, messiness)
    sent = np.array([delivery_is_sent(history, month) for month in range(600)])
    assert sent.mean(axis=0) == pytest.approx([0.5, 0.8], abs=0.08)
    perfect = _largest(simulated, PERFECT_REGISTRATION)
    assert all(delivery_is_sent(perfect, month) == (True, True) for month in range(60))


def test_unknown_reasons_replace_real_ones(simulated: Simulated) -> None:
    history = _largest(simulated, replace(PERFECT_REGISTRATION, reason_unknown=1.0))
    reasons = set(benefit_rows(history, 10)["end_reason"].tolist())
    assert reasons == {"", "98"}


def test_benefit_rows_add_up(simulated: Simulated) -> None:
    history = simulated(PERFECT)[0]
    rows = benefit_rows(history, 20)
    assert rows["person"].tolist() == np.flatnonzero(history.benefit[:, 20]).tolist()
    earns = rows["earnings"] > 0
    assert earns.tolist() == history.earnings[rows["person"], 20].tolist()
    assert (rows["income"] <= rows["earnings"]).all()
    assert (rows["income"][earns & ~rows["disregarded"]] > 0).all()
    # The disregard lasts six months: some still have it, some no longer.
    assert 0 < rows["disregarded"].sum() < earns.sum()
    assert (rows["start"] < np.datetime64("2022-09-15")).all()


def test_test_numbers_pass_the_eleven_test_and_are_all_different() -> None:
    numbers = fictitious_bsns(0, 13_000)
    assert len(np.unique(numbers)) == 13_000
    assert all(passes_eleven_test(str(number)) for number in numbers)
    assert (numbers > 999_800_000).all()
    np.testing.assert_array_equal(numbers[5_000:6_000], fictitious_bsns(5_000, 1_000))
