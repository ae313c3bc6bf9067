"""Read facts about persons from Excel or CSV, checked like every other file."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.bsn import masked
from streekwerk.registers.convert import Misread, converter
from streekwerk.registers.files.csv_file import csv_lines
from streekwerk.registers.files.excel_file import excel_lines
from streekwerk.registers.files.guard import FileKind, inspect
from streekwerk.registers.files.limits import DEFAULT_LIMITS, Limits
from streekwerk.registers.files.table import plain
from streekwerk.registers.layouts import Field, Kind, Level
from streekwerk.registers.quality.checks import Check, Severity
from streekwerk.registers.quality.rules import check
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.sources.facts import FactRow
from streekwerk.registers.sources.mapping import Column, ColumnMapping, FactKind
from streekwerk.vocabulary.language import Text

_BSN = Field(0, "BSN", "bsn", Level.PERSON, Kind.BSN, Text("BSN", "BSN"), 9)
_DATE = Field(0, "DATUM", "date", Level.PERSON, Kind.DATE, Text("datum", "date"))

UNREADABLE = check(
    "bron-onleesbaar",
    Severity.ERROR,
    title=("Cel is niet te lezen", "Cell cannot be read"),
    why=("De waarde telt als niet ingevuld.", "The value counts as not filled in."),
    advice=(
        "Verbeter de cel, of pas de kolomindeling aan.",
        "Correct the cell, or change the column mapping.",
    ),
)
NOBODY = check(
    "bron-zonder-persoon",
    Severity.ERROR,
    title=("Rij zonder bruikbaar BSN of datum", "Row without a usable BSN or date"),
    why=("De rij is aan niemand te koppelen.", "The row can be linked to nobody."),
    advice=("Vul het BSN en de datum in.", "Fill in the BSN and the date."),
)


class SourceFinding(NamedTuple):
    """What was found in a cell; a BSN is masked."""

    check: Check
    file: str
    row: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class FactsOfRow:
    """The facts of one row and what was wrong with it."""

    row: int
    facts: tuple[FactRow, ...]
    findings: tuple[SourceFinding, ...]


def read_facts(
    path: Path,
    mapping: ColumnMapping,
    key: PseudonymKey,
    delivery: str,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[FactsOfRow]:
    """Read the facts in a file, row by row; the BSN is replaced before anything leaves.

    Parameters
    ----------
    delivery
        Fingerprint of the file.

    Raises
    ------
    RefusedError
        When the file is unsafe or not a table, or a column of the mapping is missing.
    """
    kind = inspect(path, limits)
    if kind is FileKind.EXCEL:
        yield from _facts(excel_lines(path), path.name, mapping, key, delivery)
        return
    if kind is not FileKind.CSV:
        raise RefusedError(path.name, *_NO_TABLE)
    with path.open("rb") as stream:
        yield from _facts(csv_lines(stream, path.name, limits), path.name, mapping, key, delivery)


def _facts(
    lines: Iterator[list[str]], file: str, mapping: ColumnMapping, key: PseudonymKey, delivery: str
) -> Iterator[FactsOfRow]:
    places = _places(next(lines, []), file, mapping)
    reader = _Row(places, file, mapping, key, delivery)
    for number, cells in enumerate(lines, start=2):
        if any(cell.strip() for cell in cells):
            yield reader.read(number, cells)


def _places(header: Sequence[str], file: str, mapping: ColumnMapping) -> dict[str, int]:
    there = {plain(name): place for place, name in enumerate(header)}
    wanted = [mapping.person, *([mapping.date] if mapping.date else [])]
    wanted += [column.header for column in mapping.columns]
    missing = [name for name in wanted if plain(name) not in there]
    if missing:
        names = ", ".join(missing)
        raise RefusedError(
            file,
            Text(f"Deze kolommen ontbreken: {names}.", f"These columns are missing: {names}."),
            Text(
                f"Pas de kolomindeling '{mapping.name}' aan of het bestand.",
                f"Change the column mapping '{mapping.name}' or the file.",
            ),
        )
    return {name: there[plain(name)] for name in wanted}


class _Row:
    """Reads one row after another of one file."""

    def __init__(
        self,
        places: dict[str, int],
        file: str,
        mapping: ColumnMapping,
        key: PseudonymKey,
        delivery: str,
    ) -> None:
        self._places, self._file, self._mapping = places, file, mapping
        self._key, self._delivery = key, delivery
        self._bsn, self._date = converter(_BSN), converter(_DATE)

    def read(self, number: int, cells: Sequence[str]) -> FactsOfRow:
        """Return the facts of a row."""
        findings: list[SourceFinding] = []
        bsn = self._person(number, cells, findings)
        day = self._day(cells)
        if bsn is None or (self._mapping.date is not None and day is None):
            findings.append(self._found(NOBODY, number, self._mapping.person, ""))
            return FactsOfRow(number, (), tuple(findings))
        person = self._key.person(bsn)
        facts: list[FactRow] = []
        for column in self._mapping.columns:
            text = self._cell(cells, column.header)
            if not text:
                continue
            read = self._value(column, text, day)
            if read is None:
                findings.append(self._found(UNREADABLE, number, column.header, text))
                continue
            where = (self._key.municipality, person, column.variable)
            facts.append(FactRow(*where, *read, self._delivery, number))
        return FactsOfRow(number, tuple(facts), tuple(findings))

    def _person(
        self, number: int, cells: Sequence[str], findings: list[SourceFinding]
    ) -> str | None:
        text = self._cell(cells, self._mapping.person)
        bsn = self._bsn(text)
        if isinstance(bsn, Misread):
            findings.append(self._found(UNREADABLE, number, self._mapping.person, masked(text)))
            bsn = bsn.value
        return str(bsn) if bsn is not None else None

    def _found(self, what: Check, number: int, column: str, value: str) -> SourceFinding:
        return SourceFinding(what, self._file, number, column, value[:60])

    def _cell(self, cells: Sequence[str], header: str) -> str:
        place = self._places[header]
        return cells[place].strip() if place < len(cells) else ""

    def _day(self, cells: Sequence[str]) -> date | None:
        if self._mapping.date is None:
            return None
        return self._read_date(self._cell(cells, self._mapping.date))

    def _read_date(self, text: str) -> date | None:
        value = self._date(text)
        if isinstance(value, Misread):
            value = value.value
        return value if isinstance(value, date) else None

    def _value(
        self, column: Column, text: str, day: date | None
    ) -> tuple[date, float | None, str | None] | None:
        """Return date, number and code of a cell, or ``None`` when it cannot be read."""
        if column.kind is FactKind.DATE:
            when = self._read_date(text)
            return (when, None, "1") if when else None
        if day is None:
            return None
        if column.kind is FactKind.CODE:
            code = column.codes.get(text) if column.codes else text
            return (day, None, code) if code else None
        amount = _number(text)
        if amount is None or not (
            (column.low is None or amount >= column.low)
            and (column.high is None or amount <= column.high)
        ):
            return None
        return day, amount, None


def _number(text: str) -> float | None:
    """Read a number as the Dutch write it (``1.234,5``) or as computers do (``1234.5``)."""
    bare = text.replace("€", "").replace(" ", "").replace(" ", "")
    if "," in bare:
        bare = bare.replace(".", "").replace(",", ".")
    try:
        amount = float(bare)
    except ValueError:
        return None
    return amount if math.isfinite(amount) else None


_NO_TABLE = (
    Text("Dit is geen Excel- of CSV-bestand.", "This is not an Excel or CSV file."),
    Text("Sla het op als Excel of CSV.", "Save it as Excel or CSV."),
)
