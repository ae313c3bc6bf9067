"""Choosing jobs: never more than there is, never above what is possible, a bound that holds."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.regional_demand import region_demand
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.matching.chains.regions import demand, drawn

from streekwerk.matching.chains import search as searching
from streekwerk.matching.chains.candidates import Candidates, find, together
from streekwerk.matching.chains.check import breaches
from streekwerk.matching.chains.columns import Columns
from streekwerk.matching.chains.contract import FORMS
from streekwerk.matching.chains.demand import WEEKS, ChainRules, Demand
from streekwerk.matching.chains.job import job_of
from streekwerk.matching.chains.pack import pack

RULES = ChainRules()


def best_of_all(demands: tuple[Demand, ...], candidates: Candidates) -> int:
    """Return the worth of the best choice by trying every one of them."""
    room = np.array([each.half_hours for each in demands])
    count = len(candidates)
    uses = np.zeros((count, *room.shape), dtype=int)
    for number in range(count):
        for member, weeks in zip(candidates.members[number], candidates.taken[number], strict=True):
            if member >= 0:
                uses[number, member] += weeks

    def further(first: int, left: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> int:
        best = 0
        for number in range(first, count):
            if (uses[number] <= left).all():
                rest = further(number, left - uses[number])
                best = max(best, int(candidates.value[number]) + rest)
        return best

    return further(0, room)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_no_choice_of_all_candidates_beats_the_bound(seed: int) -> None:
    demands = drawn(np.random.default_rng(seed), 6)
    candidates = find(demands, RULES)
    packing = pack(demands, candidates, np.random.default_rng(0), seconds=2.0)
    truth = best_of_all(demands, candidates)
    assert packing.value == truth
    assert truth <= packing.bound + 1
    assert packing.bound <= packing.relaxed + 1
    assert packing.greedy <= packing.rounded <= packing.value


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_the_bound_holds_when_candidates_are_left_out(seed: int) -> None:
    demands = drawn(np.random.default_rng(seed), 6)
    candidates = find(demands, RULES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_MOST", 2)
        packing = pack(demands, candidates, np.random.default_rng(0), seconds=1.0)
    assert packing.value <= best_of_all(demands, candidates) <= packing.bound + 1


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_every_candidate_keeps_to_its_rules_and_says_what_it_is_worth(seed: int) -> None:
    demands = drawn(np.random.default_rng(seed), 7)
    for form in FORMS.values():
        rules = form.rules(RULES)
        candidates = find(demands, rules)
        for number in range(min(30, len(candidates))):
            job = job_of(candidates, number, demands, rules)
            assert breaches(job, rules) == ()
            assert job.value == candidates.value[number] > 0


def test_no_half_hour_is_given_out_twice() -> None:
    demands = drawn(np.random.default_rng(5), 40)
    rules = [FORMS[key].rules(RULES) for key in ("large", "small")]
    candidates = together(find(demands, each) for each in rules)
    packing = pack(demands, candidates, np.random.default_rng(0), seconds=0.4)
    columns = Columns.of(demands, candidates)
    counts = np.bincount(packing.chosen, minlength=len(candidates))
    assert (columns.uses @ counts <= columns.room).all()
    assert packing.value == columns.worth(counts) > 0
    assert packing.value <= packing.bound


def test_a_region_without_demand_has_no_jobs() -> None:
    packing = pack((), find((), RULES), np.random.default_rng(0), seconds=1.0)
    assert (packing.chosen, packing.value, packing.bound, packing.gap) == ((), 0, 0, 0.0)


def test_a_summer_and_a_winter_make_a_year() -> None:
    demands = (demand("green", 64, 0), demand("oven", 0, 64, x=5.0))
    candidates = find(demands, RULES)
    packing = pack(demands, candidates, np.random.default_rng(0), seconds=1.0)
    # 52 weeks of 64 half hours at 4 euros, less 52 weeks of planning at 15; never both in a week.
    assert packing.value == 52 * 64 * 400 - 52 * 1_500
    assert len(packing.chosen) == 1


def test_what_is_told_can_stop_the_work() -> None:
    class Enough(Exception):  # noqa: N818 - not an error
        pass

    def stop(_percent: int) -> None:
        raise Enough

    demands = (demand("green", 64, 0), demand("oven", 0, 64))
    with pytest.raises(Enough):
        pack(demands, find(demands, RULES), np.random.default_rng(0), seconds=1.0, tell=stop)


@pytest.mark.slow
def test_two_hundred_employers_are_within_five_per_cent_of_the_bound() -> None:
    demands = region_demand(np.random.default_rng(1))
    assert len(demands[0].half_hours) == WEEKS
    candidates = find(demands, RULES)
    packing = pack(demands, candidates, np.random.default_rng(1), seconds=60.0)
    assert packing.gap <= 0.05
    assert packing.value > 1.2 * packing.greedy
