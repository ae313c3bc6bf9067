"""A table of the regional labour market: about no person, so no key and no pseudonym."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streekwerk.deliveries.importing.found import Found
from streekwerk.deliveries.importing.workspace import Workspace
from streekwerk.deliveries.models import Delivery, Reporter, Statistic
from streekwerk.registers.analysis.schema import MARKET
from streekwerk.registers.exchange import Progress
from streekwerk.registers.labour_market.indicators import Indicator
from streekwerk.registers.labour_market.reader import (
    MarketFinding,
    MarketTable,
    is_market,
    read_market,
)
from streekwerk.registers.quality.checks import Severity

_EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class MarketFile:
    """An Excel or CSV file with figures on the labour market by month."""

    delivery: Delivery
    path: Path
    code: str

    @property
    def order(self) -> tuple[str, int, int]:
        """After the registers: nothing in them is checked against it."""
        return ("9999", 3, self.delivery.pk)

    def check(self, space: Workspace, _progress: Progress) -> Found:
        """Read and check the file; its figures are then in the workspace's tables."""
        table = read_market(self.path, self.code, self.delivery.fingerprint)
        if table.facts:
            marks = ", ".join("?" * len(MARKET.columns))
            space.tables.executemany(f"INSERT INTO {MARKET.name} VALUES ({marks})", table.facts)  # noqa: S608 - our own names
        return Found(
            statistic=Statistic.MARKET,
            code=self.code,
            period=None,
            source="",
            layout=", ".join(_headers(table)),
            rows=table.rows,
            persons=0,
            errors=_count(table, Severity.ERROR),
            warnings=_count(table, Severity.WARNING),
            report=_report(table, self.path.name),
        )


def market_file(delivery: Delivery, path: Path, reporters: Sequence[Reporter]) -> MarketFile | None:
    """Return the file if it is a labour market table, under the tenant's first code.

    Raises
    ------
    RefusedError : it is unsafe or damaged.
    """
    return MarketFile(delivery, path, reporters[0].code) if is_market(path) else None


def _headers(table: MarketTable) -> list[str]:
    there = {row.indicator for row in table.facts}
    return [each.header for each in Indicator if each.value in there]


def _count(table: MarketTable, severity: Severity) -> int:
    return sum(finding.check.severity is severity for finding in table.findings)


def _report(table: MarketTable, name: str) -> dict[str, Any]:
    """Return what was found, in the form of the reports on registers."""
    found: dict[str, list[MarketFinding]] = {}
    for finding in table.findings:
        found.setdefault(finding.check.id, []).append(finding)
    wrong = {f.row for f in table.findings if f.check.severity is Severity.ERROR}
    months = sorted({row.period for row in table.facts})
    return {
        "file": name,
        "rows": table.rows,
        "rows_with_error": len(wrong),
        "without_key": 0,
        "counts": {str(s): _count(table, s) for s in (Severity.ERROR, Severity.WARNING)},
        "results": [_result(findings) for findings in found.values()],
        "trend": [],
        "market": {
            "areas": sorted({row.area for row in table.facts}),
            "sources": sorted({row.source for row in table.facts if row.source}),
            "first": f"{months[0]:%Y-%m}" if months else "",
            "last": f"{months[-1]:%Y-%m}" if months else "",
        },
    }


def _result(findings: list[MarketFinding]) -> dict[str, Any]:
    check = findings[0].check
    return {
        "check": check.id,
        "severity": str(check.severity),
        "title": check.title.as_json(),
        "why": check.why.as_json(),
        "advice": check.advice.as_json(),
        "source": check.source,
        "count": len(findings),
        "per_field": {},
        "examples": [
            {
                "row": each.row,
                "field": each.column,
                "shown": {"nl": each.shown or "–", "en": each.shown or "–"},
            }
            for each in findings[:_EXAMPLES]
        ],
    }
