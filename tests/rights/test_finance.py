"""The employer's and the person's picture: right, uncertain where it should be, and private."""

import dataclasses
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.rights import REGISTRY, Case, Truth, new_case, rule
from streekwerk.rights.engine.facts import Privacy
from streekwerk.rights.finance import (
    Declarations,
    EmployerPicture,
    Extras,
    Interval,
    Job,
    Pay,
    WageValueBelief,
    employer_picture,
    over_hours,
    person_picture,
)
from streekwerk.rights.finance.employer import RULES_USED

DAY = date(2026, 7, 1)
JOB = Job(DAY, 36, 36, 15.00, employer_charges=0.20)
NONE = Declarations(False, False, False, False, False, False, False)
KOEN = dataclasses.replace(NONE, wage_subsidy_group=True, in_register=True)
PERSON = {
    "algemene_bijstand": "ja",
    "leeftijd": 40,
    "aow_leeftijd_bereikt": "nee",
    "leefvorm": "alleenstaand",
    "medisch_urenbeperkt": "nee",
    "doelgroep_lks": "nee",
    "alleenstaande_ouder": "nee",
    "maanden_vrijlating_25": 0,
    "draagt_bij_aan_arbeidsinschakeling": "ja",
}


def picture(
    declarations: Declarations,
    belief: WageValueBelief,
    job: Job = JOB,
    extras: Extras | None = None,
) -> EmployerPicture:
    rng = np.random.default_rng(11)
    return employer_picture(DAY, job, declarations, belief, rng, extras=extras)


def month(found: EmployerPicture, key: str) -> Interval:
    return next(line.month for line in found.lines if line.key == key)


def test_a_measured_wage_value_gives_the_amounts_of_the_law() -> None:
    found = picture(KOEN, WageValueBelief.measured(60))
    cost = 36 * 52 / 12 * 15.00 * 1.08 * 1.20
    assert month(found, "loonkosten").middle == pytest.approx(cost)
    assert month(found, "lks").middle == pytest.approx(-1009.584 * 1.235)
    assert month(found, "lkv").middle == pytest.approx(-1.01 * 36 * 52 / 12)
    assert found.net_month.certain
    assert found.net_month.middle == pytest.approx(cost - 1009.584 * 1.235 - 157.56)
    assert found.net_year.middle == pytest.approx(12 * found.net_month.middle)
    assert found.no_risk is Truth.YES


def test_an_uncertain_wage_value_gives_intervals_that_hold_the_truth() -> None:
    sure = picture(KOEN, WageValueBelief.measured(60))
    unsure = picture(KOEN, WageValueBelief(40, 60, 80))
    assert not unsure.net_month.certain
    assert unsure.net_month.low < sure.net_month.middle < unsure.net_month.high
    assert unsure.work_done_month.low < sure.work_done_month.middle < unsure.work_done_month.high


def test_every_reading_of_the_contested_points_is_there() -> None:
    found = picture(KOEN, WageValueBelief.measured(20))
    amounts = {text.nl.split(":")[0]: interval.middle for text, interval in found.readings}
    cap = 0.7 * 2337.00 * 1.08
    assert amounts["zonder vergoeding werkgeverslasten"] == pytest.approx(cap)
    assert amounts["lezing 1"] == pytest.approx(cap * 1.235)
    assert amounts["lezing 2"] == pytest.approx(min(0.8 * 2337 * 1.08, cap * 1.235))
    assert amounts["lezing 3"] == pytest.approx(cap)


def test_without_a_declaration_nothing_is_received_and_nothing_assumed() -> None:
    nothing = picture(NONE, WageValueBelief.measured(60))
    assert month(nothing, "lks").middle == 0
    assert month(nothing, "lkv").middle == 0
    assert nothing.no_risk is Truth.NO
    assert nothing.readings == ()
    unknown = picture(Declarations(), WageValueBelief.measured(60))
    assert [line.key for line in unknown.still_to_ask] == ["lks", "lkv"]
    assert unknown.net_month.middle == nothing.net_month.middle


def test_adaptation_and_coaching_are_what_was_filled_in() -> None:
    found = picture(NONE, WageValueBelief.measured(60), extras=Extras(1200, 1000, 2400, 2400))
    assert month(found, "aanpassing").middle == pytest.approx(200 / 12)
    assert month(found, "jobcoach").middle == 0


def test_a_wage_below_the_minimum_is_pointed_out() -> None:
    low = dataclasses.replace(JOB, hourly_wage=14.98)
    assert picture(NONE, WageValueBelief.measured(60), low).below_minimum_wage
    assert not picture(NONE, WageValueBelief.measured(60)).below_minimum_wage


def test_the_employer_never_needs_a_benefit_or_an_illness() -> None:
    hidden = {Privacy.BENEFIT, Privacy.HEALTH}
    for key in RULES_USED:
        for version in rule(key).versions:
            assert not [fact.key for fact in version.facts() if fact.privacy in hidden]
    for key in KOEN.facts():
        assert REGISTRY[key].privacy not in hidden


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match="loonwaarde"):
        WageValueBelief(60, 50, 70)
    with pytest.raises(ValueError, match="uren per week"):
        Job(DAY, 0, 36, 15, 0.2)
    with pytest.raises(ValueError, match="loon moet hoger"):
        Job(DAY, 36, 36, 0, 0.2)
    with pytest.raises(ValueError, match="nettodeel"):
        Pay(16, 15, 0.9, 1.1)
    with pytest.raises(ValueError, match="all numbers"):
        Interval.of(np.array([np.nan]))


def test_an_interval_reads_as_people_speak() -> None:
    assert Interval(900, 900, 900).said("nl") == "€ 900"
    assert Interval(850.4, 900, 1020).said("nl") == "tussen € 850 en € 1.020"
    assert Interval(850.4, 900, 1020).said("en") == "between € 850 and € 1,020"


def person(**more: object) -> Case:
    return new_case(DAY, {**PERSON, **more})


def test_working_beside_assistance_keeps_a_quarter_for_six_months() -> None:
    found = person_picture(person(), Pay(8, 15.00, 1.0, 1.0))
    earned = 8 * 52 / 12 * 15
    without = 1419.46 * 0.95
    assert found.disregard.middle == pytest.approx(0.25 * earned)
    assert found.assistance.middle == pytest.approx(without - 0.75 * earned)
    assert found.total.middle == pytest.approx(without + 0.25 * earned)
    assert found.gain is not None
    assert found.gain.middle == pytest.approx(0.25 * earned)
    assert found.applied is not None
    assert found.applied.rule.key == "vrijlating-25-procent"
    assert found.assistance_other_reading.middle == pytest.approx(1419.46 - 0.75 * earned * 1.08)


def test_after_six_months_nothing_is_kept_without_another_ground() -> None:
    found = person_picture(person(maanden_vrijlating_25=6), Pay(8, 15.00, 1.0, 1.0))
    assert found.applied is None
    assert found.gain is not None
    assert found.gain.middle == pytest.approx(0)


def test_enough_hours_end_assistance_and_the_reason_says_why() -> None:
    found = person_picture(person(), Pay(36, 16.00, 0.9, 1.0))
    assert found.assistance.high == 0
    assert found.total.low == pytest.approx(found.earnings.low)
    assert found.supplement.truth is Truth.NO
    reason = found.supplement.reason("plain")
    assert "lager dan de bijstandsnorm" in "\n".join(reason.lines("nl"))


def test_what_is_not_known_comes_back_as_a_question() -> None:
    facts = {key: value for key, value in PERSON.items() if key != "maanden_vrijlating_25"}
    found = person_picture(new_case(DAY, facts), Pay(8, 15.00, 1.0, 1.0))
    assert found.applied is None
    assert "maanden_vrijlating_25" in [fact.key for fact in found.questions]


def test_without_household_the_picture_asks_for_it() -> None:
    facts = {key: value for key, value in PERSON.items() if key != "leefvorm"}
    with pytest.raises(ValueError, match="uw leefvorm"):
        person_picture(new_case(DAY, facts), Pay(8, 15.00, 1.0, 1.0))


@given(st.integers(0, 6), st.floats(0.6, 1.0))
@settings(max_examples=20, deadline=None)
def test_more_hours_never_leave_a_person_with_less(used: int, share: float) -> None:
    case = person(maanden_vrijlating_25=used)
    pictures = over_hours(case, Pay(0, 15.00, share, share), range(0, 41, 4))
    totals = [each.total.middle for each in pictures]
    assert all(after >= before - 1e-6 for before, after in pairwise(totals))


def test_a_benefit_whose_amount_waits_for_another_declaration_is_not_counted_yet() -> None:
    partly = Declarations(wage_subsidy_group=False, in_register=True, job_agreement=True)
    shown = picture(partly, WageValueBelief.measured(60))
    (benefit,) = [line for line in shown.lines if line.key == "lkv"]
    assert benefit.truth is Truth.UNKNOWN
    assert benefit in shown.still_to_ask
    assert benefit.month.certain
    assert benefit.month.middle == 0
