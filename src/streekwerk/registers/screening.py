"""Many rows at once: tell the records in which nothing can be wrong from the others.

A column of a file holds the same few texts over and over. Each different text is
converted once, each check is asked once for the values it looks at. A record of
which every text is right and every check is silent needs nothing more: its texts go on
in columns. Every other record, and everything unusual (two incomes, no person, a new
header), is read by :mod:`streekwerk.registers.reading`, which alone makes findings.
So the report on a file is the same whichever way its records went.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Generic, TypeVar, cast

from streekwerk.registers.convert import Misread, Value, converter
from streekwerk.registers.layouts import Edition, Field, Kind, Layout, Statistic
from streekwerk.registers.quality.bus_person_rules import INCOME_RULES, PERSON_RULES, OnBenefit
from streekwerk.registers.quality.bus_rules import BUS_RULES
from streekwerk.registers.quality.rules import Rule
from streekwerk.registers.quality.srg_rules import SRG_RULES
from streekwerk.registers.reading import BusReading, Checked, SrgReading
from streekwerk.registers.records import (
    BusHeader,
    BusIncome,
    BusPerson,
    BusRecord,
    Srg2015Record,
    SrgHeader,
    SrgRecord,
)
from streekwerk.registers.rows import Part, Row

R = TypeVar("R")

BATCH = 8_192
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Clean:
    """Rows of one delivery in which nothing was found, as columns of texts.

    Attributes
    ----------
    header
        Of all of them.
    numbers
        The row in the file.
    columns
        Per attribute of the record (person, and benefit or measure) the texts, not stripped
        of their notation; empty for "not filled in".
    incomes
        Per row the part of its one income (BUS), blank when there is none.
    persons
        Per row the number of persons on the benefit (BUS) or 1.
    """

    header: SrgHeader | BusHeader
    period: date
    numbers: tuple[int, ...]
    columns: dict[str, tuple[str, ...]]
    incomes: tuple[Part, ...] = ()
    persons: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Screened(Generic[R]):
    """A stretch of a file: what was clean, and the records that were read one by one."""

    clean: Clean | None
    checked: list[Checked[R]]

    @property
    def rows(self) -> int:
        """How many rows of the file it is about."""
        clean = len(self.clean.numbers) if self.clean is not None else 0
        return clean + sum(len(one.rows) for one in self.checked)


def screened(rows: Iterable[Row], layout: Layout, file: str) -> Iterator[Screened[Any]]:
    """Read a file in batches of whole records, in the order of the file."""
    screen = _Screen(layout, file)
    remaining = iter(rows)
    waiting: list[Row] = []
    while batch := list(islice(remaining, BATCH)):
        waiting += batch
        # The last record may go on in the next batch.
        cut = next((k for k in range(len(waiting) - 1, 0, -1) if screen.begins(waiting[k])), 0)
        ready, waiting = waiting[:cut], waiting[cut:]
        yield from screen.screened(ready)
    yield from screen.screened(waiting)


class _Column:
    """The texts of one field: which are right, and what they mean."""

    def __init__(self, field: Field) -> None:
        self._convert = converter(field)
        self._key, self._strict = field.key, field.kind in {Kind.TEXT, Kind.FREE, Kind.BSN}
        self.right: dict[str, Value] = {}

    def wrong(self, texts: Sequence[str]) -> set[str]:
        """Return the texts that need a second look."""
        wrong = set()
        new = set(texts).difference(self.right)
        keep = len(self.right) + len(new) < _REMEMBERED
        for text in new:
            value = self._convert(text)
            if isinstance(value, Misread) or (self._key and not text):
                wrong.add(text)
            elif keep and not self._strict:
                self.right[text] = value
        return wrong

    def value(self, text: str) -> Value:
        """Return what a right text means."""
        value = self.right.get(text)
        return value if value is not None else cast("Value", self._convert(text))


class _Judge:
    """One check, asked once for each combination of the texts it looks at."""

    def __init__(
        self, rule: Rule[Any], columns: dict[str, _Column], case: Callable[[dict[str, Any]], Any]
    ) -> None:
        self._broken, self._case = rule.broken, case
        self.names = tuple(name for name in rule.looks_at if name in columns)
        self._columns = [columns[name] for name in self.names]
        self._silent: set[tuple[str, ...]] = set()

    def broken(self, texts: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
        """Return the combinations that break the rule."""
        new = set(texts).difference(self._silent)
        broken = set()
        for combination in new:
            values = [c.value(t) for c, t in zip(self._columns, combination, strict=True)]
            if self._broken(self._case(dict(zip(self.names, values, strict=True)))):
                broken.add(combination)
        if len(self._silent) + len(new) < _REMEMBERED:
            self._silent |= new - broken
        return broken


class _Screen:
    """Screens the batches of one file."""

    def __init__(self, layout: Layout, file: str) -> None:
        self._bus = layout.statistic is Statistic.BUS
        self._levels = layout.parts[1:3]
        self._names = [[field.attribute for field in part] for part in self._levels]
        self._columns = {f.attribute: _Column(f) for part in self._levels for f in part}
        self._reading: Any = (BusReading if self._bus else SrgReading)(layout, file)
        self._edition = layout.edition
        self._income = _Incomes(layout) if self._bus else None
        self._texts: Part | None = None
        self._header: Any = None
        self._judges: list[_Judge] = []

    def begins(self, row: Row) -> bool:
        """Whether a record begins with this row: in the SRG every row is one."""
        return not self._bus or row.starts <= 1

    def screened(self, rows: list[Row]) -> Iterator[Screened[Any]]:
        """Screen whole records; a new header begins a stretch of its own."""
        while rows:
            texts = rows[0].parts[0]
            if texts != self._texts:
                end = next((k for k in range(1, len(rows)) if self.begins(rows[k])), len(rows))
                yield Screened(None, list(self._reading.records(rows[:end])))
                self._meet(texts)
            else:
                others = (k for k, row in enumerate(rows) if row.parts[0] != texts)
                end = next(others, len(rows))
                # Never in the middle of a record, whatever its header says.
                while end < len(rows) and not self.begins(rows[end]):
                    end += 1
                yield self._screen(rows[:end])
            rows = rows[end:]

    def _meet(self, texts: Part) -> None:
        self._texts, self._header = texts, self._reading.headers.get(texts)
        rules: Iterable[tuple[Rule[Any], Callable[[dict[str, Any]], Any]]]
        if self._bus:
            rules = [(rule, self._benefit_case) for rule in BUS_RULES]
            rules += [(rule, self._person_case) for rule in PERSON_RULES]
        else:
            rules = [(rule, self._measure_case) for rule in SRG_RULES]
        self._judges = [_Judge(rule, self._columns, case) for rule, case in rules]

    def _screen(self, rows: list[Row]) -> Screened[Any]:
        period = self._header.period if self._header is not None else None
        if period is None:
            return Screened(None, list(self._reading.records(rows)))
        columns = self._transposed(rows)
        doubtful = self._doubtful(rows, columns)
        if not doubtful:
            return Screened(self._clean(rows, columns, period), [])
        firsts = [k for k, row in enumerate(rows) if self.begins(row)]
        clean, others = _parted(rows, firsts, doubtful)
        checked = list(self._reading.records(others))
        if not clean:
            return Screened(None, checked)
        return Screened(self._clean(clean, self._transposed(clean), period), checked)

    def _transposed(self, rows: list[Row]) -> dict[str, tuple[str, ...]]:
        columns: dict[str, tuple[str, ...]] = {}
        for level, names in enumerate(self._names, start=1):
            texts = zip(*[row.parts[level] for row in rows], strict=True)
            columns.update(zip(names, texts, strict=True))
        return columns

    def _doubtful(self, rows: list[Row], columns: dict[str, tuple[str, ...]]) -> set[int]:
        doubtful: set[int] = set()
        for name, texts in columns.items():
            if wrong := self._columns[name].wrong(texts):
                doubtful.update(k for k, text in enumerate(texts) if text in wrong)
        # What could not be read is not asked about: those rows are doubtful already.
        asked = columns
        keep = range(len(rows))
        if doubtful:
            keep = [k for k in keep if k not in doubtful]  # type: ignore[assignment]
            asked = {name: tuple([texts[k] for k in keep]) for name, texts in columns.items()}
        for judge in self._judges:
            if not judge.names:
                continue
            combinations = list(zip(*(asked[name] for name in judge.names), strict=True))
            if broken := judge.broken(combinations):
                doubtful.update(keep[k] for k, c in enumerate(combinations) if c in broken)
        if self._income is not None:
            doubtful |= self._income.doubtful(rows)
        return doubtful

    def _clean(self, rows: list[Row], columns: dict[str, tuple[str, ...]], period: date) -> Clean:
        numbers = tuple([row.number for row in rows])
        if not self._bus:
            return Clean(self._header, period, numbers, columns)
        incomes = tuple([row.parts[3] for row in rows])
        return Clean(self._header, period, numbers, columns, incomes, _sizes(rows))

    def _benefit_case(self, values: dict[str, Any]) -> BusRecord:
        return _filled(BusRecord, {**values, "header": self._header, "persons": (None,)})

    def _person_case(self, values: dict[str, Any]) -> OnBenefit:
        law = values.pop("law", None)
        return OnBenefit(_filled(BusPerson, values), law, self._header.period)

    def _measure_case(self, values: dict[str, Any]) -> SrgRecord | Srg2015Record:
        known = {**values, "header": self._header}
        if self._edition is Edition.CURRENT:
            return _filled(SrgRecord, known)
        return _filled(Srg2015Record, known)


class _Incomes:
    """The one income a person may have without being unusual."""

    def __init__(self, layout: Layout) -> None:
        self._columns = [_Column(field) for field in layout.parts[3]]
        self._blank: Part = ("",) * len(self._columns)
        self._right: set[Part] = {self._blank}

    def doubtful(self, rows: list[Row]) -> set[int]:
        """Return the rows with more than one income, or one that is not right."""
        parts = [row.parts[3] for row in rows]
        wrong = {part for part in set(parts).difference(self._right) if not self._is_right(part)}
        found = {k for k, row in enumerate(rows) if row.starts > 2}
        found |= {k for k, row in enumerate(rows) if not any(row.parts[2])}
        if wrong:
            found |= {k for k, part in enumerate(parts) if part in wrong}
        return found

    def _is_right(self, part: Part) -> bool:
        if any(c.wrong((text,)) for c, text in zip(self._columns, part, strict=True)):
            return False
        values = [c.value(text) for c, text in zip(self._columns, part, strict=True)]
        income = BusIncome(*cast("Any", values))
        if any(rule.broken(income) for rule in INCOME_RULES):
            return False
        if len(self._right) < _REMEMBERED:
            self._right.add(part)
        return True


def _filled(kind: type[R], values: dict[str, Any]) -> R:
    """Make a record that holds these values only: looking at another is an AttributeError."""
    record = object.__new__(kind)
    for name, value in values.items():
        object.__setattr__(record, name, value)
    return record


def _parted(rows: list[Row], firsts: list[int], doubtful: set[int]) -> tuple[list[Row], list[Row]]:
    """Part whole records, which begin at ``firsts``: those without a doubtful row, and others."""
    if len(firsts) == len(rows):
        records = doubtful
    else:
        groups = {bisect_right(firsts, k) - 1 for k in doubtful}
        ends = [*firsts[1:], len(rows)]
        records = {k for group in groups for k in range(firsts[group], ends[group])}
    clean = [row for k, row in enumerate(rows) if k not in records]
    return clean, [row for k, row in enumerate(rows) if k in records]


def _sizes(rows: list[Row]) -> tuple[int, ...]:
    """Return for each row how many rows its record has: its persons."""
    firsts = [k for k, row in enumerate(rows) if row.starts <= 1]
    if len(firsts) == len(rows):
        return (1,) * len(rows)
    ends = [*firsts[1:], len(rows)]
    return tuple(
        size
        for first, end in zip(firsts, ends, strict=True)
        for size in [end - first] * (end - first)
    )
