"""Records in good order, to change one thing in."""

from __future__ import annotations

from datetime import date
from typing import Any

from streekwerk.registers.codes import (
    BenefitLaw,
    EndReason2015,
    Gender,
    Goal,
    Household,
    Housing,
    IncomeKind,
    MeasureType,
    MeasureType2015,
    Software,
    SrgStatistic,
    WorkCapacity,
    YesNo,
)
from streekwerk.registers.layouts import SRG_2026, Layout
from streekwerk.registers.records import (
    BusHeader,
    BusIncome,
    BusPerson,
    BusRecord,
    Srg2015Record,
    SrgHeader,
    SrgRecord,
)

SRG_HEADER = SrgHeader(2026, 3, SrgStatistic.SRG, Software.OTHER, "1.0", "1999", "0042")
BUS_HEADER = BusHeader(2026, 3, "0042", "1999", Software.OTHER, "1.0")
BSN = "999993653"


def a_measure(layout: Layout = SRG_2026) -> Any:
    if layout.edition == "2015":
        return Srg2015Record(
            SRG_HEADER,
            BSN,
            date(1980, 5, 17),
            Gender.WOMAN,
            3,
            date(2025, 1, 1),
            2,
            "V1",
            MeasureType2015.JOB_COACH,
            date(2025, 11, 1),
            None,
            None,
            None,
        )
    return SrgRecord(
        SRG_HEADER,
        BSN,
        date(1980, 5, 17),
        Gender.WOMAN,
        WorkCapacity.MINIMUM_WAGE_WITH_HELP,
        Goal.REINTEGRATION,
        "V1",
        MeasureType.JOB_COACH,
        "jobcoach licht",
        date(2025, 11, 1),
        None,
        None,
        None,
    )


def an_income() -> BusIncome:
    return BusIncome(IncomeKind.EMPLOYMENT, 412, YesNo.YES)


def a_person(bsn: str = BSN) -> BusPerson:
    return BusPerson(
        bsn,
        date(1980, 5, 17),
        Gender.WOMAN,
        Housing.TENANT,
        date(2024, 2, 1),
        *([None] * 9),
        (),
    )


def a_benefit() -> BusRecord:
    return BusRecord(
        BUS_HEADER,
        "U1",
        BenefitLaw.GENERAL,
        None,
        Household.SINGLE,
        0,
        1401,
        0,
        0,
        1330,
        date(2024, 2, 3),
        None,
        (a_person(),),
    )


ENDED_2015 = EndReason2015.COMPLETED
