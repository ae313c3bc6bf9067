"""A design report on a page: the verdict in words, the checks, and the pictures behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from streekwerk.charts.balance import Balance, Difference, balance
from streekwerk.charts.figure import Figure
from streekwerk.charts.overlap import Overlap, overlap
from streekwerk.charts.table import Column, DataTable
from streekwerk.evidence.results.check import Check, Table
from streekwerk.evidence.results.design import ArmDesign, DesignReport
from streekwerk.vocabulary.language import Language, Text, number

ALIKE = Text("Leken de groepen op elkaar vóór de start?", "Were the groups alike before the start?")
COMPARABLE = Text("Voor wie is er een vergelijkbare ander?", "Who has a comparable other?")
AGAINST = Text("tegenover", "against")


@dataclass(frozen=True, slots=True)
class CheckOnPage:
    """One question put to the design, with the numbers behind the answer."""

    check: Check
    table: DataTable | None


@dataclass(frozen=True, slots=True)
class DesignOnPage:
    """The design of one arm against the comparison arm."""

    title: str
    design: ArmDesign
    checks: tuple[CheckOnPage, ...]
    balance: Figure | None
    overlap: Figure | None

    @property
    def level(self) -> str:
        """Return the light as the badge wants it."""
        return self.design.verdict.value


def designs_on_page(
    report: DesignReport, arms: Mapping[str, Text], language: Language
) -> list[DesignOnPage]:
    """Return the design of every arm, ready to show; ``arms`` names them by code."""
    return [_on_page(design, arms, language) for design in report.arms]


def _on_page(design: ArmDesign, arms: Mapping[str, Text], language: Language) -> DesignOnPage:
    one, other = (
        arms.get(code, Text(code, code)).in_language(language)
        for code in (design.arm, design.comparison)
    )
    return DesignOnPage(
        title=f"{one} {AGAINST.in_language(language)} {other}",
        design=design,
        checks=tuple(
            CheckOnPage(check, None if check.table is None else data_table(check.table, language))
            for check in design.checks
        ),
        balance=_balance(design, language),
        overlap=_overlap(design, (one, other), language),
    )


def _balance(design: ArmDesign, language: Language) -> Figure | None:
    if not design.balance:
        return None
    weighted = any(row.before != row.after for row in design.balance)
    rows = tuple(
        Difference(row.label, row.before, row.after if weighted else None) for row in design.balance
    )
    return balance(Balance(ALIKE, rows), language)


def _overlap(design: ArmDesign, arms: tuple[str, str], language: Language) -> Figure | None:
    if design.overlap is None:
        return None
    shown = design.overlap
    plot = Overlap(COMPARABLE, shown.edges, shown.treated, shown.comparison, labels=arms)
    return overlap(plot, language)


def data_table(table: Table, language: Language) -> DataTable:
    """Return a check's table as the house writes tables."""
    numeric = [
        any(isinstance(row[k], (int, float)) for row in table.rows)
        for k in range(len(table.columns))
    ]
    return DataTable(
        caption=table.title.in_language(language),
        columns=tuple(
            Column(column.in_language(language), is_number)
            for column, is_number in zip(table.columns, numeric, strict=True)
        ),
        rows=tuple(tuple(_cell(cell, language) for cell in row) for row in table.rows),
    )


def _cell(cell: str | float | Text | None, language: Language) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, Text):
        return cell.in_language(language)
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int) or float(cell).is_integer():
        return number(float(cell), language)
    return number(cell, language, 2 if abs(cell) < 100 else 0)
