"""Count findings while records stream past, in memory that does not grow with the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from streekwerk.registers.quality.across import AcrossResult
from streekwerk.registers.quality.checks import Check, Finding, Severity
from streekwerk.registers.quality.report import Example, Result
from streekwerk.registers.reading import Checked
from streekwerk.registers.records import BusRecord, Srg2015Record, SrgRecord
from streekwerk.registers.screening import Screened
from streekwerk.vocabulary.language import Text

_EXAMPLES = 10
R = TypeVar("R", SrgRecord | Srg2015Record, BusRecord)


class Tally:
    """The findings of one delivery so far."""

    def __init__(self) -> None:
        self.rows = 0
        self.rows_with_error = 0
        self.periods: set[date] = set()
        self._checks: dict[str, Check] = {}
        self._counts: Counter[str] = Counter()
        self._fields: dict[str, Counter[str]] = {}
        self._examples: dict[str, list[Example]] = {}

    def through(self, records: Iterable[Checked[R]]) -> Iterator[Checked[R]]:
        """Give the records on, counting."""
        for checked in records:
            self.rows += len(checked.rows)
            period = checked.record.header.period
            if period is not None:
                self.periods.add(period)
            if checked.findings:
                self._count(checked.findings)
            yield checked

    def of_batches(self, batches: Iterable[Screened[Any]]) -> Iterator[Screened[Any]]:
        """Give batches on, counting; in clean rows there is nothing but the rows to count."""
        for batch in batches:
            if batch.clean is not None:
                self.rows += len(batch.clean.numbers)
                self.periods.add(batch.clean.period)
            for _ in self.through(batch.checked):
                pass
            yield batch

    def results(self) -> list[Result]:
        """Return what each check found."""
        return [
            Result(
                check,
                self._counts[name],
                dict(self._fields[name].most_common()),
                tuple(self._examples[name]),
            )
            for name, check in self._checks.items()
        ]

    def _count(self, findings: tuple[Finding, ...]) -> None:
        wrong = {f.row for f in findings if f.check.severity is Severity.ERROR}
        self.rows_with_error += len(wrong)
        for finding in findings:
            name = finding.check.id
            self._checks.setdefault(name, finding.check)
            self._counts[name] += 1
            field = finding.field.name if finding.field else None
            self._fields.setdefault(name, Counter()).update([field] if field else [])
            examples = self._examples.setdefault(name, [])
            if len(examples) < _EXAMPLES:
                shown = finding.value if finding.value.strip() else "-"
                examples.append(Example(finding.row, field, Text(shown, shown)))


def from_across(found: AcrossResult) -> Result:
    """Return the result of a check across records in the form of the report."""
    examples = tuple(Example(row, None, shown) for row, shown in found.examples)
    return Result(found.check, found.count, {}, examples)
