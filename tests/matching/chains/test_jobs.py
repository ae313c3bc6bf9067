"""A job week by week, by hand, shared out, and without one of its employers."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from tests.matching.chains.regions import demand, drawn

from streekwerk.matching.chains import explain
from streekwerk.matching.chains.by_hand import put_together
from streekwerk.matching.chains.candidates import find
from streekwerk.matching.chains.check import breaches
from streekwerk.matching.chains.coalition import game, share_out
from streekwerk.matching.chains.contract import FORMS, ContractForm, too_long
from streekwerk.matching.chains.demand import WEEKS, ChainRules, Demand
from streekwerk.matching.chains.job import ChainJob, Share, formal_employer, job_of
from streekwerk.matching.chains.pack import pack
from streekwerk.matching.chains.robust import left_over, plan_without_each, without_each
from streekwerk.matching.inventory import Level, Moment
from streekwerk.vocabulary.language import Text
from streekwerk.vocabulary.motives import Motive

RULES = ChainRules()
GREEN = demand("green", 64, 0, can_employ=False)
OVEN = demand("oven", 0, 40)
STORE = demand("store", 10, 30, x=3.0)


def made(*demands: Demand) -> ChainJob:
    """Return the best job of all these demands."""
    job = put_together(demands, RULES).job
    assert job is not None
    return job


def test_the_year_is_told_in_spans() -> None:
    job = made(GREEN, OVEN, STORE)
    assert [(span.first, span.last) for span in job.spans()] == [(1, 14), (15, 40), (41, 52)]
    winter, summer, _ = job.spans()
    assert dict(zip(winter.demands, winter.hours, strict=True)) == {
        "oven.work": 20.0,
        "store.work": 12.0,
    }
    # A season between two spans is one workplace, or with some hours of the store beside it.
    assert sum(summer.hours) == pytest.approx(32.0)
    assert job.working_weeks == WEEKS


def test_who_signs_is_able_to_and_has_most_hours() -> None:
    job = made(GREEN, OVEN, STORE)
    formal = formal_employer(job)
    assert formal.employer == "oven"
    assert "meeste uren: 31%" in formal.reason.nl
    only = made(GREEN, replace(OVEN, can_employ=False), STORE)
    assert "enige van de 3" in formal_employer(only).reason.nl


def test_what_cannot_be_says_why() -> None:
    def why(*demands: Demand) -> str:
        attempt = put_together(demands, RULES)
        assert attempt.job is None
        return " / ".join(reason.nl for reason in attempt.reasons)

    assert "niveau" in why(GREEN, replace(OVEN, level=Level.SKILLED), STORE)
    assert "km" in why(GREEN, demand("far", 0, 64, x=40.0))
    assert "5:3" in why(
        replace(GREEN, moments=frozenset({Moment.EVENING})),
        replace(OVEN, moments=frozenset({Moment.MORNING})),
        STORE,
    )
    assert "weken" in why(GREEN, demand("short", 0, 10))
    assert "contract" in why(GREEN, replace(demand("no", 0, 64), can_employ=False))
    assert "vaardigheden" in why(
        replace(GREEN, skills=frozenset("abcd")), replace(OVEN, skills=frozenset("efgh")), STORE
    )
    assert "niet bij nodig" in why(demand("one", 64, 64), demand("two", 64, 64))
    assert "dezelfde werkgever" in why(GREEN, replace(GREEN, key="green.other"))


def test_a_job_that_takes_too_much_is_caught_without_the_solver() -> None:
    job = made(GREEN, OVEN, STORE)
    more = tuple(hours + 1 for hours in job.shares[0].half_hours)
    broken = breaches(
        replace(job, shares=(Share(job.shares[0].demand, more), *job.shares[1:])), RULES
    )
    assert any("meer uren dan er zijn" in each.nl for each in broken)
    assert too_long((96,) * WEEKS) == ()
    assert 0 in too_long((97,) * WEEKS)
    assert too_long((0,) * 50 + (121, 0)) == (50,)
    with pytest.raises(ValueError, match="60 hours"):
        ContractForm("x", Text("x", "x"), 122, 60)


def test_a_coalition_is_worth_what_only_its_members_can_make() -> None:
    # By hand: store alone fills no year, nor green with store; oven with green does.
    oven = demand("oven", 0, 50)
    job = made(GREEN, oven, STORE)
    names = job.employers
    worth = game(tuple(s.demand for s in job.shares), job.value, RULES)
    pair = put_together((GREEN, oven), RULES).job
    assert pair is not None
    expected = {frozenset(names): job.value, frozenset({"green", "oven"}): pair.value}
    for place in range(8):
        who = frozenset(name for bit, name in enumerate(names) if place >> bit & 1)
        assert worth[place] == expected.get(who, 0.0), who


def test_shares_are_the_mean_over_all_orders_and_add_up_to_the_cent() -> None:
    job = made(GREEN, demand("oven", 0, 50), STORE)
    shared = share_out(job, RULES)
    added = dict.fromkeys(job.employers, 0.0)
    orders = list(itertools.permutations(range(3)))
    for order in orders:
        place = 0
        for member in order:
            gain = shared.worth[place | 1 << member] - shared.worth[place]
            added[job.employers[member]] += gain / len(orders)
            place |= 1 << member
    for mine in shared.settlements:
        assert mine.keeps == pytest.approx(added[mine.employer], abs=2)
    assert sum(mine.keeps for mine in shared.settlements) == job.value
    assert sum(mine.pays for mine in shared.settlements) == job.travel_and_sharing


def test_who_would_be_better_off_leaving_is_told() -> None:
    # The third adds hours that two can fill better themselves.
    two = (demand("one", 64, 0), demand("two", 0, 64))
    third = demand("three", 30, 30, worth=10)
    shares = tuple(Share(d, tuple(h // 2 for h in d.half_hours)) for d in two)
    job = ChainJob((*shares, Share(third, third.half_hours)), 0)
    shared = share_out(job, RULES)
    assert ("one", "two") in [each.members for each in shared.shapley.grievances]
    told = explain.is_stable(shared.shapley, {"one": "Een", "two": "Twee"})
    assert "Een en Twee verdienen" in told.nl
    fine = share_out(made(GREEN, OVEN, STORE), RULES)
    assert "Niemand" in explain.is_stable(fine.shapley, {}).nl


def test_without_one_employer_somebody_else_may_step_in() -> None:
    job = made(GREEN, OVEN, STORE)
    spare = demand("spare", 64, 0, worth=300)
    gone = {each.employer: each for each in without_each(job, [spare, GREEN], RULES)}
    green = gone["green"]
    assert green.weeks == tuple(range(15, 41))
    assert green.new == ("spare",)
    assert green.instead is not None
    assert green.lost == job.value - green.instead.value > 0
    assert gone["oven"].instead is None
    assert gone["oven"].lost == job.value
    told = explain.when_gone(green, {"green": "Groen", "spare": "Tuin"})
    lacking = "Valt Groen weg, dan is er in 26 weken te weinig werk."
    assert told.nl == f"{lacking} Met Tuin erbij kan de baan blijven."
    assert "houdt dan op" in explain.when_gone(gone["oven"], {}).nl


def test_what_is_left_after_a_plan_and_what_stays_without_each() -> None:
    demands = drawn(np.random.default_rng(3), 14)
    candidates = find(demands, RULES)
    packing = pack(demands, candidates, np.random.default_rng(0), seconds=0.5)
    kept = plan_without_each(demands, candidates, packing.chosen)
    assert kept
    for one in kept:
        assert one.value <= packing.value
        alone = [d for d in demands if d.employer != one.employer]
        best = pack(alone, find(alone, RULES), np.random.default_rng(0), seconds=0.5)
        assert one.value <= best.bound + 1
    jobs = [job_of(candidates, number, demands, RULES) for number in packing.chosen]
    free = left_over(demands, jobs)
    assert min(min(each.half_hours) for each in free) >= 0
    taken = sum(sum(job.weeks) for job in jobs)
    assert sum(sum(d.half_hours) for d in demands) - taken == sum(sum(d.half_hours) for d in free)


@pytest.mark.parametrize("motive", [*Motive, None])
def test_every_motive_has_its_own_words(motive: Motive | None) -> None:
    share = made(GREEN, OVEN, STORE).shares[0]
    told = explain.in_own_terms(share, motive)
    assert "{" not in told.nl + told.en
    assert f"{sum(share.half_hours) // 2}" in told.nl


def test_money_is_told_from_both_sides() -> None:
    job = made(GREEN, demand("oven", 0, 50), STORE)
    told = [explain.in_money(mine).nl for mine in share_out(job, RULES).settlements]
    assert all("per jaar over" in each for each in told)
    assert any("draagt" in each for each in told)
    assert explain.shape_of(job).nl.startswith("52 weken werk per jaar")


def test_every_form_is_within_the_law() -> None:
    for form in FORMS.values():
        assert too_long((form.week,) * WEEKS) == ()
        assert form.rules(RULES).weeks == form.weeks
