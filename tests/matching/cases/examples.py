"""Cases that several tests look at. All figures are fictitious."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving import CarvedJob, Design, DesignRules, Portion, worth_of
from streekwerk.matching.cases import (
    Abroad,
    Beliefs,
    Believed,
    CaseModel,
    Crew,
    Declarations,
    Employment,
    FromAssistance,
    Job,
    Offer,
    Outcome,
    Pert,
    Region,
    Scenarios,
    Setting,
    Shared,
    Text,
    WageValueBelief,
    case_of_design,
    case_of_job,
    case_of_product,
    case_of_reshoring,
    work_out,
)
from streekwerk.matching.inventory import Inventory, Level, Load, Moment, Role, Task

START = date(2026, 7, 1)
SAID = Believed.by_employer
REGISTERED = Declarations(True, True, False, False, False, False, False)
SETTING = Setting(START, 0.20, declarations=REGISTERED, household=FromAssistance())
UNSURE = Beliefs.about(WageValueBelief(40, 60, 80))
# Everything known: the case of the spreadsheet in docs/explanation/business-case.md.
SURE = Beliefs(
    wage_value=SAID(60.0),
    growth=SAID(2.0),
    absence=SAID(5.0),
    stay=SAID(4.0),
    gap=SAID(4.0),
    guidance_fade=SAID(20.0),
    recruitment=SAID(1_000.0),
    net_share=SAID(88.0),
    travel=SAID(10.0),
    work_anyway=SAID(20.0),
    sick_pay=SAID(80.0),
    placement=SAID(500.0),
    municipal_guidance=SAID(600.0),
)


def employment(
    declarations: Declarations = REGISTERED,
    hours: float = 36.0,
    wage: float = 15.0,
    household: FromAssistance | None = None,
    guidance: Believed | None = None,
) -> Employment:
    return Employment(
        "job",
        Text("magazijnhulp", "stock hand"),
        Job(START, hours, 36.0, wage, 0.20),
        declarations,
        household,
        guidance or SAID(2.0),
        SAID(30.0),
    )


@cache
def sure_job() -> CaseModel:
    setting = Setting(
        START, 0.20, declarations=REGISTERED, household=FromAssistance(), setup=SAID(2_000.0)
    )
    return case_of_job(employment(household=FromAssistance()), SURE, setting)


@cache
def unsure_job() -> CaseModel:
    work = employment(household=FromAssistance(), guidance=SAID(Pert(1, 2, 4)))
    return case_of_job(work, UNSURE, SETTING)


GROUP = CandidateGroup(
    "starters",
    "starters",
    40,
    Level.ENTRY,
    Level.BASIC,
    Load(3, 2, 2, 3),
    (25, 15, 15, 25),
    4,
    72,
    frozenset(Moment),
    frozenset(),
)
WARD = Inventory(
    (Role("ward", "Afdeling", 4, 3_600, Level.SPECIALIST, pressure=2),),
    (
        Task("beds", "Bedden", "ward", 40, Level.ENTRY, guidance=6),
        Task("meals", "Maaltijden", "ward", 30, Level.ENTRY, guidance=4),
        Task("stock", "Voorraad", "ward", 20, Level.BASIC, teaches=True, guidance=10),
    ),
)
# 20.00 an hour with 8% holiday allowance and 25% charges costs exactly 27.00.
RULES = DesignRules(
    jobs=1, cost=dict.fromkeys(Level, 2_700), guidance_cost=3_000, no_displacement=True
)
CARVED = (
    CarvedJob((Portion("beds", 24), Portion("meals", 16), Portion("stock", 8)), ("starters",)),
)


@cache
def carved() -> CaseModel:
    design = Design(CARVED, worth_of(CARVED, WARD, [GROUP], RULES))
    setting = Setting(START, 0.25, declarations=REGISTERED, household=FromAssistance())
    return case_of_design(design, WARD, [GROUP], RULES, UNSURE, setting)


CREWS = (
    Crew(Level.ENTRY, SAID(0.10), employment=employment(household=FromAssistance(), hours=28)),
    Crew(Level.SKILLED, SAID(0.03), cost=SAID(34.0)),
)


@cache
def reshored() -> CaseModel:
    abroad = Abroad(
        SAID(9.5),
        SAID(Pert(0.8, 1.4, 4)),
        SAID(3.2),
        duty=SAID(2.7),
        lead_days=SAID(45.0),
        safety_days=SAID(60.0),
        rejects=SAID(Pert(1, 3, 8)),
        disruption_chance=SAID(Pert(5, 15, 40)),
        disruption_days=SAID(Pert(5, 20, 60)),
        margin_day=SAID(900.0),
    )
    region = Region(
        CREWS,
        SAID(4.1),
        SAID(120_000.0),
        SAID(1.1),
        maintenance=SAID(4.0),
        overhead=SAID(15_000.0),
        stock_days=SAID(10.0),
        rejects=SAID(1.0),
    )
    return case_of_reshoring(
        abroad, region, Shared(SAID(Pert(20_000, 30_000, 36_000))), UNSURE, SETTING
    )


@cache
def launched() -> CaseModel:
    offer = Offer(
        SAID(Scenarios((4_000.0, 9_000.0, 15_000.0), (30.0, 50.0, 20.0))),
        SAID(24.0),
        SAID(8.0),
        CREWS,
        SAID(60_000.0),
        selling=SAID(5.0),
        fixed=SAID(20_000.0),
    )
    return case_of_product(offer, UNSURE, SETTING)


EVERY = {"job": unsure_job, "design": carved, "reshoring": reshored, "product": launched}


@cache
def outcome(kind: str) -> Outcome:
    return work_out(EVERY[kind](), np.random.default_rng(5), draws=400)
