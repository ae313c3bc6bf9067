"""The data quality report on one delivery: counts, examples, trend, advice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from streekwerk.registers.quality.checks import Check, Severity
from streekwerk.registers.quality.trend import Month
from streekwerk.vocabulary.language import Language, Text, number

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_SEVERITY = {
    Severity.ERROR: Text("fout", "error"),
    Severity.WARNING: Text("waarschuwing", "warning"),
    Severity.NOTE: Text("opmerking", "note"),
}


@dataclass(frozen=True, slots=True)
class Example:
    """One place: the row in the file, the field (if one) and what stands there."""

    row: int
    field: str | None
    shown: Text

    def as_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {"row": self.row, "field": self.field, "shown": self.shown.as_json()}


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found in a delivery: how often, in which fields, and the first places."""

    check: Check
    count: int
    per_field: dict[str, int]
    examples: tuple[Example, ...]

    def as_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "check": self.check.id,
            "severity": str(self.check.severity),
            "title": self.check.title.as_json(),
            "why": self.check.why.as_json(),
            "advice": self.check.advice.as_json(),
            "source": self.check.source,
            "count": self.count,
            "per_field": self.per_field,
            "examples": [example.as_json() for example in self.examples],
        }


@dataclass(frozen=True, slots=True)
class QualityReport:
    """All that was found in one delivery; it holds no BSN.

    Attributes
    ----------
    rows
        Rows (SRG) or persons on a benefit (BUS) read.
    rows_with_error
        Rows on which at least one *error* within the record was found.
    without_key
        Rows that cannot be linked and so do not count in any analysis.
    results
        Per check, the gravest and most frequent first.
    trend
        All months of the municipality loaded so far, this delivery included.
    """

    file: str
    fingerprint: str
    layout: str
    profile: str
    municipality: str
    periods: tuple[date, ...]
    rows: int
    rows_with_error: int
    without_key: int
    results: tuple[Result, ...]
    trend: tuple[Month, ...]

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity there are."""
        return sum(result.count for result in self.results if result.check.severity is severity)

    @property
    def share_with_error(self) -> float:
        """Share of rows with an error, 0 for an empty delivery."""
        return self.rows_with_error / self.rows if self.rows else 0.0

    def as_json(self) -> dict[str, Any]:
        """Return plain data, ready for :func:`json.dumps`."""
        return {
            "file": self.file,
            "fingerprint": self.fingerprint,
            "layout": self.layout,
            "profile": self.profile,
            "municipality": self.municipality,
            "periods": [period.isoformat()[:7] for period in self.periods],
            "rows": self.rows,
            "rows_with_error": self.rows_with_error,
            "without_key": self.without_key,
            "counts": {str(severity): self.count(severity) for severity in Severity},
            "results": [result.as_json() for result in self.results],
            "trend": [month.as_json() for month in self.trend],
        }

    def as_text(self, language: Language = "nl") -> str:
        """Write the report for reading."""
        months = ", ".join(period.isoformat()[:7] for period in self.periods) or "?"
        rows, wrong, lost = (
            number(count, language) for count in (self.rows, self.rows_with_error, self.without_key)
        )
        head = (
            Text(f"Kwaliteit van {self.file}", f"Quality of {self.file}"),
            Text(
                f"{self.layout}, {self.profile}; gemeente {self.municipality}; {months}",
                f"{self.layout}, {self.profile}; municipality {self.municipality}; {months}",
            ),
            Text(
                f"{rows} rijen, {wrong} met een fout, {lost} niet te gebruiken.",
                f"{rows} rows, {wrong} with an error, {lost} unusable.",
            ),
        )
        nothing = Text("Er is niets gevonden.", "Nothing was found.")
        lines = [text.in_language(language) for text in head]
        for result in self.results:
            lines += ["", *_lines(result, language)]
        if not self.results:
            lines += ["", nothing.in_language(language)]
        return "\n".join(lines) + "\n"


def ordered(results: Iterable[Result]) -> tuple[Result, ...]:
    """Put results in the order of reading: gravest first, then most frequent."""
    return tuple(sorted(results, key=lambda r: (_ORDER[r.check.severity], -r.count, r.check.id)))


def _lines(result: Result, language: Language) -> list[str]:
    row = "rij" if language == "nl" else "row"
    check = result.check
    severity = _SEVERITY[check.severity].in_language(language)
    places = "; ".join(
        f"{row} {example.row}"
        + (f" {example.field}" if example.field else "")
        + (f" '{shown}'" if (shown := example.shown.in_language(language)) != "-" else "")
        for example in result.examples[:5]
    )
    return [
        f"[{severity}] {check.title.in_language(language)}: {number(result.count, language)} ×",
        f"  {check.why.in_language(language)}",
        f"  → {check.advice.in_language(language)}",
        f"  {places}",
    ]
