"""The records that analyses may see: types of their own, in which no BSN can be put.

Their fields are the columns of the tables (docs/reference/registers-tables.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.codes import IncomeKind, YesNo
from streekwerk.registers.records import BusIncome, BusPerson, BusRecord, Srg2015Record, SrgRecord


class MeasureRow(NamedTuple):
    """A row of ``srg_measure``."""

    municipality: str
    period: date
    person: str
    measure: str
    type: str | None
    type_delivered: str | None
    edition: str
    local_name: str | None
    start_date: date | None
    end_date: date | None
    end_reason: str | None
    end_reason_2015: str | None
    wage_value: int | None
    goal: str | None
    work_capacity: str | None
    gender: str | None
    birth_month: date | None
    ladder_position: int | None
    delivery: str
    source_row: int


class BenefitRow(NamedTuple):
    """A row of ``bus_benefit_month``."""

    municipality: str
    period: date
    person: str
    benefit: str
    law: str | None
    self_employed_class: str | None
    household: str | None
    cost_sharers: int | None
    norm: int | None
    income: int | None
    paid: int | None
    registered_date: date | None
    special_cluster: str | None
    gender: str | None
    birth_month: date | None
    housing: str | None
    start_date: date | None
    end_date: date | None
    exemption: str | None
    exemption_end: date | None
    exemption_end_reason: str | None
    reciprocation: str | None
    earnings: int | None
    earnings_disregarded: bool | None
    other_income: int | None
    end_reason: str | None
    persons_in_benefit: int
    delivery: str
    source_row: int


class IncomeRow(NamedTuple):
    """A row of ``bus_income_month``."""

    municipality: str
    period: date
    person: str
    benefit: str
    kind: str | None
    amount: int | None
    disregarded: bool | None
    delivery: str
    source_row: int


def measure_row(
    record: SrgRecord | Srg2015Record, key: PseudonymKey, delivery: str, row: int
) -> MeasureRow | None:
    """Return the row of a measure, or ``None`` when a key of the record is missing."""
    period = record.header.period
    if period is None or record.bsn is None or record.registration is None:
        return None
    now = record.current() if isinstance(record, Srg2015Record) else record
    old = record if isinstance(record, Srg2015Record) else None
    name = now.description
    return MeasureRow(
        key.municipality,
        period,
        key.person(record.bsn),
        # Within the person: some packages number the measures of each person from 1.
        key.number("measure", f"{record.bsn}/{record.registration}"),
        now.type,
        record.type,
        "2015" if old else "2026",
        name.strip().lower() if name else None,
        record.start,
        record.end,
        now.end_reason,
        old.end_reason if old else None,
        record.wage_value,
        now.goal,
        now.work_capacity,
        record.gender,
        month_of(record.birth_date),
        old.ladder_position if old else None,
        delivery,
        row,
    )


def benefit_rows(
    record: BusRecord, key: PseudonymKey, delivery: str, rows: tuple[int, ...]
) -> Iterator[BenefitRow | None]:
    """Give the row of each person on a benefit; ``None`` for a person without a key."""
    period, count = record.header.period, len(record.persons)
    benefit = key.number("benefit", record.registration) if record.registration else None
    for person, row in zip(record.persons, rows, strict=True):
        if period is None or benefit is None or person.bsn is None:
            yield None
            continue
        yield BenefitRow(
            key.municipality,
            period,
            key.person(person.bsn),
            benefit,
            record.law,
            record.self_employed_class,
            record.household,
            record.cost_sharers,
            record.norm,
            record.income,
            record.paid,
            record.registered,
            record.special_cluster,
            person.gender,
            month_of(person.birth_date),
            person.housing,
            person.start,
            person.end,
            person.exemption,
            person.exemption_end,
            person.exemption_end_reason,
            person.reciprocation,
            *income_values(person.incomes),
            person.end_reason,
            count,
            delivery,
            row,
        )


def income_rows(person: BusPerson, of: BenefitRow) -> Iterator[IncomeRow]:
    """Give a row for each income of the person in ``of``."""
    for income in person.incomes:
        yield IncomeRow(
            of.municipality,
            of.period,
            of.person,
            of.benefit,
            income.kind,
            income.amount,
            is_disregarded(income),
            of.delivery,
            of.source_row,
        )


def income_values(
    incomes: tuple[BusIncome, ...],
) -> tuple[int | None, bool | None, int | None]:
    """Return earnings from employment, whether part is disregarded, and all other income."""
    if not incomes:
        return None, None, None
    work = [income for income in incomes if income.kind is IncomeKind.EMPLOYMENT]
    other = [income for income in incomes if income.kind is not IncomeKind.EMPLOYMENT]
    disregarded = [yes for income in work if (yes := is_disregarded(income)) is not None]
    return _sum(work), any(disregarded) if disregarded else None, _sum(other)


def _sum(incomes: list[BusIncome]) -> int | None:
    amounts = [income.amount for income in incomes if income.amount is not None]
    return sum(amounts) if amounts else None


def is_disregarded(income: BusIncome) -> bool | None:
    """Tell whether an income is disregarded, ``None`` when the file does not say."""
    return None if income.disregarded is None else income.disregarded is YesNo.YES


def month_of(day: date | None) -> date | None:
    """Return the first day of the month: the day of birth itself is not kept."""
    return day.replace(day=1) if day is not None else None
