"""The agreements of a region as a workbook or a file with commas. No cell can be a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

import xlsxwriter

from streekwerk.partners.choices import Side
from streekwerk.partners.models import Agreement
from streekwerk.screens.account.export import harmless
from streekwerk.vocabulary.language import Language, Text

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COMMAS = "text/csv; charset=utf-8"
YES, NO = Text("ja", "yes"), Text("nee", "no")
COLUMNS = (
    (Text("Werkgever", "Employer"), 32),
    (Text("Plaats", "Place"), 18),
    (Text("Afspraak", "Agreement"), 48),
    (Text("Namens de regio", "For the region"), 22),
    (Text("Namens de werkgever", "For the employer"), 22),
    (Text("Gemaakt op", "Made on"), 13),
    (Text("Klaar op", "Due on"), 13),
    (Text("Weer kijken op", "Look again on"), 13),
    (Text("Hoe het gaat", "How it goes"), 16),
    (Text("Afgesloten op", "Ended on"), 13),
    (Text("Teruggekeken: regio", "Looked back: region"), 18),
    (Text("Teruggekeken: werkgever", "Looked back: employer"), 20),
)
WIDTHS = tuple(width for _label, width in COLUMNS)


def rows(agreements: Iterable[Agreement], language: Language) -> list[tuple[str, ...]]:
    """Return the heading and one row an agreement, every cell as text."""
    heading = tuple(label.in_language(language) for label, _width in COLUMNS)
    return [heading, *(_cells(each, language) for each in agreements)]


def workbook(table: Iterable[tuple[str, ...]]) -> bytes:
    """Return the rows as a workbook."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("Afspraken")
        bold = book.add_format({"bold": True})
        for place, width in enumerate(WIDTHS):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(1, 1)
        for number, row in enumerate(table):
            for place, cell in enumerate(row):
                sheet.write_string(number, place, harmless(cell), bold if number == 0 else None)
    return out.getvalue()


def commas(table: Iterable[tuple[str, ...]]) -> bytes:
    """Return the rows as a file with commas, with the mark by which Excel knows UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in table)
    return out.getvalue().encode("utf-8-sig")


def _cells(agreement: Agreement, language: Language) -> tuple[str, ...]:
    told = {each.side for each in agreement.evaluations.all()}

    def looked_back(side: Side) -> str:
        return (YES if side.value in told else NO).in_language(language)

    return (
        agreement.employer.name,
        agreement.employer.place,
        agreement.what,
        str(agreement.of_region or ""),
        str(agreement.of_employer or ""),
        _day(agreement.made_on),
        _day(agreement.due),
        _day(agreement.look_on),
        agreement.state_now.words.in_language(language),
        _day(agreement.ended_on),
        looked_back(Side.REGION),
        looked_back(Side.EMPLOYER),
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
