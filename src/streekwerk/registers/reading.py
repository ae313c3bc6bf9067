"""From rows to canonical records, checked on the way.

Nothing is dropped and nothing is kept: each record is given with the findings
on it, and the caller decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar, cast

from streekwerk.registers.bsn import masked
from streekwerk.registers.convert import Converter, Misread, Value, converter, to_text
from streekwerk.registers.layouts import Edition, Field, Kind, Layout, Statistic
from streekwerk.registers.quality.bus_person_rules import INCOME_RULES, PERSON_RULES, OnBenefit
from streekwerk.registers.quality.bus_rules import BUS_RULES
from streekwerk.registers.quality.checks import Finding
from streekwerk.registers.quality.field_checks import FIELD_CHECKS, KEY_MISSING
from streekwerk.registers.quality.rules import Rule
from streekwerk.registers.quality.srg_rules import SRG_RULES, AnySrg
from streekwerk.registers.records import (
    BusHeader,
    BusIncome,
    BusPerson,
    BusRecord,
    Srg2015Record,
    SrgHeader,
    SrgRecord,
)
from streekwerk.registers.rows import Part, Row, is_blank

R = TypeVar("R")
S = TypeVar("S")

# Every rule beside its test: looking the test up once instead of for every record.
_Tests: TypeAlias = tuple[tuple[Callable[[S], object], Rule[S]], ...]


def _tests(rules: Iterable[Rule[S]]) -> _Tests[S]:
    return tuple((rule.broken, rule) for rule in rules)


_SRG_TESTS = _tests(SRG_RULES)
_BUS_TESTS = _tests(BUS_RULES)
_PERSON_TESTS = _tests(PERSON_RULES)
_INCOME_TESTS = _tests(INCOME_RULES)


@dataclass(frozen=True, slots=True)
class Checked(Generic[R]):
    """A record with where it stood and what was found.

    ``rows`` gives the row of an SRG record, or of each person of a BUS record.
    """

    record: R
    rows: tuple[int, ...]
    findings: tuple[Finding, ...]


class _Part:
    """Reads one level of a layout: texts to values, with findings."""

    def __init__(self, layout: Layout, level: int, file: str) -> None:
        self.fields: tuple[Field, ...] = layout.parts[level]
        self.by_attribute = {field.attribute: field for field in self.fields}
        self._file = file
        self._converters: list[Converter] = [converter(field) for field in self.fields]
        self._keys = [place for place, field in enumerate(self.fields) if field.key]

    def read(self, part: Part, row: int, findings: list[Finding]) -> list[Value]:
        read = [convert(text) for convert, text in zip(self._converters, part, strict=True)]
        if Misread in map(type, read):
            for place, value in enumerate(read):
                if isinstance(value, Misread):
                    findings.append(self._misread(self.fields[place], value, row))
                    read[place] = value.value
        values = cast("list[Value]", read)
        for place in self._keys:
            if not part[place]:
                findings.append(Finding(KEY_MISSING, self._file, row, self.fields[place], ""))
        return values

    def judge(
        self, tests: _Tests[S], case: S, holder: object, row: int, findings: list[Finding]
    ) -> None:
        for broken, rule in tests:
            if broken(case):
                self.found(rule, holder, row, findings)

    def found(self, rule: Rule[Any], holder: object, row: int, findings: list[Finding]) -> None:
        field = self.by_attribute[rule.attribute]
        shown = to_shown(field, getattr(holder, rule.attribute))
        findings.append(Finding(rule.check, self._file, row, field, shown))

    def _misread(self, field: Field, value: Misread, row: int) -> Finding:
        shown = masked(value.text) if field.kind is Kind.BSN else value.text[:60]
        return Finding(FIELD_CHECKS[value.fault], self._file, row, field, shown)


def to_shown(field: Field, value: Value) -> str:
    """Return a value as a finding may show it: a BSN masked, a long text cut."""
    text = to_text(field, value) if not isinstance(value, str) else str(value)
    return masked(text) if field.kind is Kind.BSN else text[:60]


def header_of_row(row: Row, layout: Layout, file: str) -> SrgHeader | BusHeader:
    """Return the header of a row, whatever else the row holds."""
    values = cast("Any", _Part(layout, 0, file).read(row.parts[0], row.number, []))
    return SrgHeader(*values) if layout.statistic is Statistic.SRG else BusHeader(*values)


def srg_records(rows: Iterable[Row], layout: Layout, file: str) -> Iterator[Checked[AnySrg]]:
    """Read SRG records, current or 2015 as the layout says, one per row."""
    return SrgReading(layout, file).records(rows)


def bus_records(rows: Iterable[Row], layout: Layout, file: str) -> Iterator[Checked[BusRecord]]:
    """Read BUS records: one per benefit, with its persons and their incomes."""
    return BusReading(layout, file).records(rows)


class SrgReading:
    """Reads the SRG records of one file, in one go or group by group.

    ``headers`` are those met so far; what was wrong with one is told once.
    """

    def __init__(self, layout: Layout, file: str) -> None:
        self._parts = [_Part(layout, level, file) for level in range(3)]
        self._make = cast(
            "Callable[..., AnySrg]",
            SrgRecord if layout.edition is Edition.CURRENT else Srg2015Record,
        )
        self.headers: dict[Part, SrgHeader] = {}

    def records(self, rows: Iterable[Row]) -> Iterator[Checked[AnySrg]]:
        """Read one record per row."""
        header_part, person_part, measure_part = self._parts
        for number, _, (header_texts, person_texts, measure_texts) in rows:
            findings: list[Finding] = []
            header = self.headers.get(header_texts)
            if header is None:
                values = cast("Any", header_part.read(header_texts, number, findings))
                header = self.headers[header_texts] = SrgHeader(*values)
            if is_blank(person_texts) and is_blank(measure_texts):
                continue
            record = self._make(
                header,
                *person_part.read(person_texts, number, findings),
                *measure_part.read(measure_texts, number, findings),
            )
            for broken, rule in _SRG_TESTS:
                if broken(record):
                    holds = rule.attribute in person_part.by_attribute
                    part = person_part if holds else measure_part
                    part.found(rule, record, number, findings)
            yield Checked(record, (number,), tuple(findings))


class BusReading:
    """Reads the BUS records of one file, in one go or group by group; see :class:`SrgReading`."""

    def __init__(self, layout: Layout, file: str) -> None:
        self._parts = [_Part(layout, level, file) for level in range(4)]
        self.headers: dict[Part, BusHeader] = {}

    def records(self, rows: Iterable[Row]) -> Iterator[Checked[BusRecord]]:
        """Read one record per benefit; the rows of a benefit must come together."""
        findings: list[Finding] = []
        current: _Benefit | None = None
        for row in rows:
            if row.starts <= 1:
                if current is not None:
                    yield _finished(current, self._parts, findings)
                findings = []
                current = _opened(row, self._parts, self.headers, findings)
            if current is None:
                continue
            _add_person(current, row, self._parts, findings)
        if current is not None:
            yield _finished(current, self._parts, findings)


class _Benefit:
    """A BUS record while its rows come in."""

    def __init__(self, header: BusHeader, values: list[Value], row: int) -> None:
        self.header = header
        self.values = values
        self.row = row
        self.persons: list[tuple[int, list[Value], list[BusIncome]]] = []


def _opened(
    row: Row, parts: list[_Part], headers: dict[Part, BusHeader], findings: list[Finding]
) -> _Benefit | None:
    texts = row.parts[0]
    header = headers.get(texts)
    if header is None:
        values = cast("Any", parts[0].read(texts, row.number, findings))
        header = headers[texts] = BusHeader(*values)
    if all(map(is_blank, row.parts[1:])):
        return None
    return _Benefit(header, parts[1].read(row.parts[1], row.number, findings), row.number)


def _add_person(benefit: _Benefit, row: Row, parts: list[_Part], findings: list[Finding]) -> None:
    _, _, person, income = row.parts
    if is_blank(person) and is_blank(income):
        return
    if row.starts <= 2 or not benefit.persons:
        benefit.persons.append((row.number, parts[2].read(person, row.number, findings), []))
    if not is_blank(income):
        made = BusIncome(*cast("Any", parts[3].read(income, row.number, findings)))
        benefit.persons[-1][2].append(made)
        parts[3].judge(_INCOME_TESTS, made, made, row.number, findings)


def _finished(benefit: _Benefit, parts: list[_Part], findings: list[Finding]) -> Checked[BusRecord]:
    law = cast("Any", benefit.values[1])
    persons = []
    for row, values, incomes in benefit.persons:
        person = BusPerson(*cast("Any", (*values, tuple(incomes))))
        case = OnBenefit(person, law, benefit.header.period)
        parts[2].judge(_PERSON_TESTS, case, person, row, findings)
        persons.append(person)
    record = BusRecord(*cast("Any", (benefit.header, *benefit.values, tuple(persons))))
    parts[1].judge(_BUS_TESTS, record, record, benefit.row, findings)
    rows = tuple(row for row, _, _ in benefit.persons) or (benefit.row,)
    return Checked(record, rows, tuple(findings))
