"""The canonical records of SRG and BUS: every field, typed.

A field is ``None`` when the file says nothing about it or says something that
cannot be read; the unreadable text is then in a finding. So no row of a file
ever disappears: a delivery is taken whole or refused whole.

Amounts are whole euros, wage value is percent of the minimum wage, dates are
calendar dates, identifiers keep their leading zeros. The number of each field
in the regulation is in :mod:`streekwerk.registers.layouts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from streekwerk.registers.codes import (
    CURRENT_END_REASON,
    CURRENT_TYPE,
    BenefitEndReason,
    BenefitLaw,
    EndReason,
    EndReason2015,
    Exemption,
    ExemptionEndReason,
    Gender,
    Goal,
    Household,
    Housing,
    IncomeKind,
    MeasureType,
    MeasureType2015,
    ReductionReason,
    SelfEmployedClass,
    Software,
    SpecialCluster,
    SrgStatistic,
    WorkCapacity,
    YesNo,
)


@dataclass(frozen=True, slots=True)
class SrgHeader:
    """About an SRG delivery: fields 1–7."""

    year: int | None
    month: int | None
    statistic: SrgStatistic | None
    software: Software | None
    version: str | None
    municipality: str | None
    reporter: str | None

    @property
    def period(self) -> date | None:
        """First day of the month the delivery is about, or ``None`` when unreadable."""
        return date(self.year, self.month, 1) if self.year and self.month else None


@dataclass(frozen=True, slots=True)
class BusHeader:
    """About a BUS delivery: fields 1–6."""

    year: int | None
    month: int | None
    reporter: str | None
    municipality: str | None
    software: Software | None
    version: str | None

    @property
    def period(self) -> date | None:
        """First day of the month the delivery is about, or ``None`` when unreadable."""
        return date(self.year, self.month, 1) if self.year and self.month else None


@dataclass(frozen=True, slots=True)
class SrgRecord:
    """One measure of one person in one month: the current SRG, fields 8–19 after its header."""

    header: SrgHeader
    bsn: str | None
    birth_date: date | None
    gender: Gender | None
    work_capacity: WorkCapacity | None
    goal: Goal | None
    registration: str | None
    type: MeasureType | None
    description: str | None
    start: date | None
    end: date | None
    wage_value: int | None
    end_reason: EndReason | None


@dataclass(frozen=True, slots=True)
class Srg2015Record:
    """One measure of one person in one month: the SRG of 2015, fields 8–19 after its header."""

    header: SrgHeader
    bsn: str | None
    birth_date: date | None
    gender: Gender | None
    ladder_position: int | None
    ladder_date: date | None
    work_capacity: int | None
    registration: str | None
    type: MeasureType2015 | None
    start: date | None
    end: date | None
    end_reason: EndReason2015 | None
    wage_value: int | None

    def current(self) -> SrgRecord:
        """Return the same measure in the current layout.

        The position on the ladder is lost, the work capacity too: the 2015 annex
        gives no codes for it, so no mapping can be defended.
        """
        return SrgRecord(
            header=self.header,
            bsn=self.bsn,
            birth_date=self.birth_date,
            gender=self.gender,
            work_capacity=None,
            goal=None,
            registration=self.registration,
            type=CURRENT_TYPE[self.type].type if self.type is not None else None,
            description=None,
            start=self.start,
            end=self.end,
            wage_value=self.wage_value,
            end_reason=CURRENT_END_REASON[self.end_reason] if self.end_reason else None,
        )


@dataclass(frozen=True, slots=True)
class BusIncome:
    """One kind of income of a person: BUS fields 31–33; ``amount`` has a sign."""

    kind: IncomeKind | None
    amount: int | None
    disregarded: YesNo | None


@dataclass(frozen=True, slots=True)
class BusPerson:
    """One person on a benefit: BUS fields 18–30 and 34, with the person's incomes (31–33)."""

    bsn: str | None
    birth_date: date | None
    gender: Gender | None
    housing: Housing | None
    start: date | None
    end: date | None
    exemption: Exemption | None
    exemption_end: date | None
    exemption_end_reason: ExemptionEndReason | None
    reciprocation: YesNo | None
    reduction_reason: ReductionReason | None
    reduction_start: date | None
    reduction_end: date | None
    end_reason: BenefitEndReason | None
    incomes: tuple[BusIncome, ...] = ()


@dataclass(frozen=True, slots=True)
class BusRecord:
    """One benefit in one month: BUS fields 7–17 after its header, with its persons."""

    header: BusHeader
    registration: str | None
    law: BenefitLaw | None
    self_employed_class: SelfEmployedClass | None
    household: Household | None
    cost_sharers: int | None
    norm: int | None
    reduction: int | None
    income: int | None
    paid: int | None
    registered: date | None
    special_cluster: SpecialCluster | None
    persons: tuple[BusPerson, ...] = ()
