"""The law in a case: the same amounts as the rights engine gives, and nothing copied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from tests.matching.cases.examples import (
    CARVED,
    EVERY,
    GROUP,
    REGISTERED,
    RULES,
    SAID,
    START,
    SURE,
    UNSURE,
    WARD,
    carved,
    employment,
)

from streekwerk.demo import hospital_ward as ward
from streekwerk.matching.carving import Design, worth_of
from streekwerk.matching.carving.design import guidance_minutes
from streekwerk.matching.cases import (
    Account,
    Beliefs,
    CaseModel,
    Declarations,
    FromAssistance,
    Origin,
    Setting,
    WageValueBelief,
    calculate,
    case_of_design,
    case_of_job,
)
from streekwerk.matching.cases.law import month_on
from streekwerk.rights import Municipality, national_parameters, new_case
from streekwerk.rights.finance import Pay, employer_picture, person_picture

# Everybody performs in full, nobody is ill or leaves, and all freed time is used.
FULL = {
    "wage_value": Decimal(100),
    "used": Decimal(100),
    "absence": Decimal(0),
    "gap": Decimal(0),
    "stay": Decimal(40),
    "guidance_fade": Decimal(0),
    "recruitment": Decimal(0),
}


def with_declarations(declarations: Declarations, **other: object) -> CaseModel:
    setting = Setting(START, 0.20, declarations=declarations)
    return case_of_job(employment(declarations, **other), SURE, setting)  # type: ignore[arg-type]


def yearly(model: CaseModel, name: str, changed: dict[str, Decimal] | None = None) -> list[float]:
    values = calculate(model, changed).values
    return [float(values[name, year]) for year in range(1, 6)]


@pytest.mark.parametrize("hours", [12.0, 24.0, 36.0, 40.0])
@pytest.mark.parametrize("wage_value", [20, 37, 60, 85, 100])
def test_the_first_year_is_the_employers_picture(hours: float, wage_value: int) -> None:
    model = with_declarations(REGISTERED, hours=hours)
    picture = employer_picture(
        START,
        employment(hours=hours).job,
        REGISTERED,
        WageValueBelief.measured(wage_value),
        np.random.default_rng(1),
    )
    year = {line.key: line.year.middle for line in picture.lines}
    found = calculate(model, {"wage_value": Decimal(wage_value)}).values
    assert float(found["job.subsidy", 1]) == pytest.approx(-year["lks"])
    assert float(found["job.benefit", 1]) == pytest.approx(-year["lkv"])
    cost = found["job.gross", None] + found["job.employer_charges", 1]
    assert float(cost) == pytest.approx(year["loonkosten"])


def test_a_benefit_ends_when_the_law_ends_it() -> None:
    disabled = Declarations(False, False, True, False, False, False, False)
    assert yearly(with_declarations(disabled), "job.benefit") == pytest.approx(
        [1872 * 3.05, 1872 * 3.05, 1872 * 3.05, 0, 0]
    )
    reinstated = Declarations(False, False, False, False, False, True, False)
    assert yearly(with_declarations(reinstated), "job.benefit")[1:] == [0, 0, 0, 0]


def test_what_is_not_declared_counts_as_nothing_and_is_asked_for() -> None:
    model = with_declarations(Declarations())
    for name in ("subsidy", "benefit", "sick_pay"):
        assert yearly(model, f"job.{name}") == [0] * 5
    said = " ".join(note.nl for note in model.notes)
    for name in ("Loonkostensubsidie", "Loonkostenvoordeel", "No-riskpolis"):
        assert f"{name}" in said
    assert "telt niet mee zolang" in said


@pytest.mark.parametrize("hours", [8.0, 16.0, 24.0])
@pytest.mark.parametrize("couple", [False, True])
def test_assistance_beside_the_job_is_the_persons_picture(hours: float, couple: bool) -> None:
    household = FromAssistance(couple=couple)
    model = case_of_job(
        employment(hours=hours, household=household),
        SURE,
        Setting(START, 0.20, declarations=REGISTERED, household=household),
    )
    found = calculate(model).values["job.assistance", 1]
    pay = Pay(hours, 15.0, 0.88, 0.88)
    counters = {"maanden_vrijlating_25": 0, "maanden_vrijlating_lks": 0}
    answers = household.answers(subsidised=True)
    expected = 0.0
    for number in range(12):
        picture = person_picture(new_case(month_on(START, number), {**answers, **counters}), pay)
        if picture.applied is not None and picture.applied.rule.key == "vrijlating-25-procent":
            counters["maanden_vrijlating_25"] += 1
        # In prices of the start: the norm of July 2026 in all months.
        norm = 2027.79 if couple else 1419.46
        disregard = picture.disregard.middle
        counted = (pay.net_month(0.88) - disregard) * 1.08
        expected += norm - max(norm - counted, 0)
    assert float(found) == pytest.approx(expected, rel=1e-9)


def test_the_law_changes_in_2027_and_the_case_follows() -> None:
    household = FromAssistance()
    setting = Setting(START, 0.20, declarations=REGISTERED, household=household)
    model = case_of_job(employment(hours=16, household=household), SURE, setting)
    net = 16 * 52 / 12 * 15 * 0.88
    # Half a year 25% (2026), then a year 15% without maximum (2027), then nothing.
    assistance = [12 * 1419.46 - held for held in yearly(model, "job.assistance")]
    assert assistance == pytest.approx(
        [
            6 * (1419.46 - 0.75 * net * 1.08) + 6 * (1419.46 - 0.85 * net * 1.08),
            6 * (1419.46 - 0.85 * net * 1.08) + 6 * (1419.46 - net * 1.08),
            *[12 * (1419.46 - net * 1.08)] * 3,
        ]
    )


@pytest.mark.parametrize("kind", EVERY)
def test_every_amount_of_the_law_is_the_dated_parameter(kind: str) -> None:
    held = [one for one in EVERY[kind]().inputs if one.origin is Origin.RULE]
    assert held
    for one in held:
        value = national_parameters()[one.name.removeprefix("law.")].at(START)
        assert float(one.median) == value.value
        assert value.source in one.source.nl
        assert value.start.isoformat() in one.source.nl


def test_who_does_not_come_from_assistance_leaves_none_behind() -> None:
    model = with_declarations(REGISTERED)
    names = {flow.name for flow in model.flows}
    assert not names & {"assistance", "guidance_saved"}
    assert not any("ijstand naast werk" in note.nl for note in model.notes)


def test_another_reading_of_a_contested_point_can_be_chosen() -> None:
    setting = Setting(START, 0.20, declarations=REGISTERED)
    plain = case_of_job(employment(), SURE, replace(setting, reading="lks"))
    main = case_of_job(employment(), SURE, setting)
    assert yearly(main, "job.subsidy")[0] == pytest.approx(1.235 * yearly(plain, "job.subsidy")[0])
    assert any("Omstreden" in note.nl for note in main.notes)


def test_a_wage_below_the_minimum_is_pointed_out() -> None:
    assert any("minimumloon" in n.nl for n in with_declarations(REGISTERED, wage=14.5).notes[:1])


def test_a_design_gains_in_a_week_what_carving_says_it_gains() -> None:
    """At a full performance, nobody ill or leaving, all time used, and without subsidies."""
    model = carved()
    guidance = {"job1.guidance_hours": Decimal(24 * 6 + 16 * 4 + 8 * 10) / 120}
    employer = calculate(model, FULL | guidance).statements[Account.EMPLOYER]
    lines = {line.flow.name: line.amounts[1] for line in employer.lines}
    aided = sum(lines[name] for name in ("subsidy", "benefit", "sick_pay"))
    gain = worth_of(CARVED, WARD, [GROUP], RULES).gain
    assert lines["subsidy"] == 0
    assert float(employer.balance[1] - aided) == pytest.approx(52 * gain / 100, abs=1.0)


def test_the_hospital_ward_gains_what_its_hand_worked_design_gains() -> None:
    """Two jobs at different levels; wages in whole cents make the only difference."""
    worth = worth_of(ward.BY_HAND, ward.WARD, ward.GROUPS, ward.RULES)
    setting = Setting(START, 0.24, declarations=Declarations())
    model = case_of_design(
        Design(ward.BY_HAND, worth), ward.WARD, ward.GROUPS, ward.RULES, UNSURE, setting
    )
    tasks = {task.key: task for task in ward.WARD.tasks}
    known = {group.key: group for group in ward.GROUPS}
    guidance = {
        f"job{number}.guidance_hours": Decimal(
            guidance_minutes(job, tasks, [known[key] for key in job.groups])
        )
        / 6_000
        for number, job in enumerate(ward.BY_HAND, start=1)
    }
    employer = calculate(model, FULL | guidance).statements[Account.EMPLOYER]
    assert float(employer.balance[1]) == pytest.approx(52 * worth.gain / 100, rel=0.002)
    assert len({one.label.nl for one in model.inputs}) == len(model.inputs)


def test_months_are_counted_as_a_calendar_does() -> None:
    assert month_on(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert month_on(date(2026, 7, 1), 59) == date(2031, 6, 1)


def test_the_municipality_may_apply_the_law_ahead() -> None:
    setting = Setting(
        START,
        0.20,
        declarations=REGISTERED,
        household=FromAssistance(age=24),
        municipality=Municipality(ahead_of_law=True),
    )
    work = employment(hours=16, household=FromAssistance(age=24))
    ahead = case_of_job(work, SURE, setting)
    plain = case_of_job(work, SURE, replace(setting, municipality=Municipality()))
    assert yearly(ahead, "job.assistance")[0] < yearly(plain, "job.assistance")[0]


def test_beliefs_can_be_replaced_one_by_one() -> None:
    held = Beliefs.about(WageValueBelief.measured(55)).supposing(stay=SAID(3.0))
    assert held.wage_value.origin is Origin.EMPLOYER
    assert held.stay.belief.median == 3
