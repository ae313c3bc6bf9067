"""A file of the municipality's own, read through the column mapping it saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from streekwerk.deliveries.importing.found import Found
from streekwerk.deliveries.importing.workspace import Workspace
from streekwerk.deliveries.keys import key_of
from streekwerk.deliveries.models import Delivery, Reporter, Statistic
from streekwerk.registers.analysis.load import load_facts
from streekwerk.registers.exchange import Progress
from streekwerk.registers.quality.checks import Check, Severity
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.sources.facts import FactRow
from streekwerk.registers.sources.mapping import ColumnMapping
from streekwerk.registers.sources.reader import FactsOfRow, SourceFinding, read_facts

_EXAMPLES = 10
_TOLD_EVERY = 5_000


@dataclass(frozen=True, slots=True)
class SourceFile:
    """An Excel or CSV file with facts about persons."""

    delivery: Delivery
    path: Path
    mapping: ColumnMapping
    reporter: Reporter

    @property
    def code(self) -> str:
        """Return the municipality code."""
        return self.reporter.code

    @property
    def order(self) -> tuple[str, int, int]:
        """After the registers: nothing in them is checked against it."""
        return ("9999", 2, self.delivery.pk)

    def fits(self) -> bool:
        """Whether every column of the mapping is in the file."""
        try:
            next(self._read(), None)
        except RefusedError:
            return False
        return True

    def check(self, space: Workspace, progress: Progress) -> Found:
        """Read and check the file; Refused when the pseudonym key is missing."""
        tally = _Tally(progress)
        load_facts(space.tables, tally.facts(self._read()), self.delivery.fingerprint)
        return Found(
            statistic=Statistic.FACTS,
            code=self.code,
            period=None,
            source=self.mapping.name,
            layout=self.mapping.name,
            rows=tally.rows,
            persons=len(tally.people),
            errors=tally.errors,
            warnings=0,
            report=tally.report(self.path.name),
        )

    def preview(self, most: int = 5_000) -> Preview:
        """Read the first rows as they would be, and keep nothing.

        Raises
        ------
        Refused : the pseudonym key is missing.
        RefusedError : the file is damaged.
        """
        tally = _Tally()
        for _ in tally.facts(islice(self._read(), most)):
            tally.facts_read += 1
        report = tally.report(self.path.name)
        good = tally.rows - tally.rows_with_error
        return Preview(
            tally.rows, good, len(tally.people), tally.facts_read, report["results"], most
        )

    def _read(self) -> Iterator[FactsOfRow]:
        key = key_of(self.code, self.reporter.key_check)
        return read_facts(self.path, self.mapping, key, self.delivery.fingerprint)


@dataclass(frozen=True, slots=True)
class Preview:
    """What the first rows of a file would become.

    ``results`` are as in a report; ``rows`` is at most ``most``.
    """

    rows: int
    good: int
    persons: int
    facts: int
    results: list[dict[str, Any]]
    most: int


@dataclass(slots=True)
class _Tally:
    """What was read so far; ``progress`` is told the rows, for nobody knows how many there are."""

    progress: Progress = lambda rows, share: None
    rows: int = 0
    facts_read: int = 0
    rows_with_error: int = 0
    people: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    checks: dict[str, Check] = field(default_factory=dict)
    examples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        return self.counts.total()

    def facts(self, rows: Iterator[FactsOfRow]) -> Iterator[FactRow]:
        for row in rows:
            self.rows += 1
            if self.rows % _TOLD_EVERY == 0:
                self.progress(self.rows, 0.0)
            self.rows_with_error += bool(row.findings)
            for finding in row.findings:
                self._count(finding)
            for fact in row.facts:
                self.people.add(fact.person)
                yield fact

    def _count(self, finding: SourceFinding) -> None:
        name = finding.check.id
        self.checks[name] = finding.check
        self.counts[name] += 1
        examples = self.examples.setdefault(name, [])
        if len(examples) < _EXAMPLES:
            shown = {"nl": finding.value or "-", "en": finding.value or "-"}
            examples.append({"row": finding.row, "field": finding.column, "shown": shown})

    def report(self, name: str) -> dict[str, Any]:
        """Return what was found, in the form of the reports on registers."""
        return {
            "file": name,
            "rows": self.rows,
            "rows_with_error": self.rows_with_error,
            "without_key": 0,
            "counts": {str(Severity.ERROR): self.errors},
            "results": [
                {
                    "check": name,
                    "severity": str(check.severity),
                    "title": check.title.as_json(),
                    "why": check.why.as_json(),
                    "advice": check.advice.as_json(),
                    "source": check.source,
                    "count": self.counts[name],
                    "per_field": {},
                    "examples": self.examples[name],
                }
                for name, check in self.checks.items()
            ],
            "trend": [],
        }
