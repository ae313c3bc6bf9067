"""Hypothesis strategies: any value that a field of the regulation may have."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from streekwerk.registers.bsn import passes_eleven_test
from streekwerk.registers.layouts import Field, Kind, Layout, Statistic
from streekwerk.registers.records import (
    BusHeader,
    BusIncome,
    BusPerson,
    BusRecord,
    Srg2015Record,
    SrgHeader,
    SrgRecord,
)

BSNS = [f"99999{n:04d}" for n in range(10_000) if passes_eleven_test(f"99999{n:04d}")]

# Everything a text may hold: letters, signs a spreadsheet fears, XML's own signs.
_LETTERS = st.characters(min_codepoint=32, max_codepoint=126)


def _text(most: int) -> st.SearchStrategy[str]:
    return st.text(_LETTERS, min_size=1, max_size=most).filter(lambda t: t == t.strip())


def value_of(field: Field) -> st.SearchStrategy[Any]:
    kinds: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.YEAR: st.integers(1900, 2199),
        Kind.MONTH: st.integers(1, 12),
        Kind.DATE: st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        Kind.BSN: st.sampled_from(BSNS),
        Kind.DIGITS: st.text("0123456789", min_size=field.length, max_size=field.length),
        Kind.NUMBER: st.integers(0, 10**field.length - 1),
        Kind.AMOUNT: st.integers(-(10**field.length) + 1, 10**field.length - 1),
        Kind.TEXT: _text(field.length),
        Kind.FREE: _text(200),
        Kind.CODE: st.sampled_from(field.codes) if field.codes else st.nothing(),
    }
    return kinds[field.kind]


def _part(fields: tuple[Field, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Values for one level: keys are always there, the rest may be absent."""
    return st.tuples(
        *(value_of(field) if field.key else st.none() | value_of(field) for field in fields)
    )


def srg_records(layout: Layout) -> st.SearchStrategy[list[Any]]:
    header, person, measure = layout.parts
    make: Any = SrgRecord if layout.edition == "2026" else Srg2015Record
    record = st.builds(lambda p, m: (p, m), _part(person), _part(measure))
    return st.builds(
        lambda h, records: [make(SrgHeader(*h), *p, *m) for p, m in records],
        _part(header),
        st.lists(record, min_size=1, max_size=6),
    )


def bus_records(layout: Layout) -> st.SearchStrategy[list[BusRecord]]:
    header, benefit, person, income = layout.parts
    incomes = st.lists(_part(income).filter(any), max_size=3, unique=True)
    persons = st.lists(st.tuples(_part(person), incomes), max_size=3, unique_by=lambda p: p[0][0])
    benefits = st.lists(
        st.tuples(_part(benefit), persons), min_size=1, max_size=5, unique_by=lambda b: b[0][0]
    )

    def build(h: Any, all_benefits: Any) -> list[BusRecord]:
        return [
            BusRecord(
                BusHeader(*h),
                *b,
                tuple(BusPerson(*p, tuple(BusIncome(*i) for i in inc)) for p, inc in ps),
            )
            for b, ps in all_benefits
        ]

    return st.builds(build, _part(header), benefits)


def records(layout: Layout) -> st.SearchStrategy[list[Any]]:
    return srg_records(layout) if layout.statistic is Statistic.SRG else bus_records(layout)
