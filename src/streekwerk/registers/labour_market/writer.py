"""Write a labour market table, and the empty one to fill in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from streekwerk.registers.labour_market.indicators import AREA, MONTH, SOURCE, Indicator

HEADER = (MONTH, AREA, *(each.header for each in Indicator), SOURCE)
Line = Sequence[str]


def as_csv(lines: Iterable[Line] = ()) -> bytes:
    """Return a table as CSV: semicolons, UTF-8 with a byte order mark, as Excel expects."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADER)
    writer.writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def as_excel(lines: Iterable[Line] = ()) -> bytes:
    """Return a table as a workbook of texts: nothing becomes a date or a formula.

    A second sheet says in Dutch what goes into each column; only the first is read.
    """
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
        for name, rows in (("Arbeidsmarkt", [HEADER, *lines]), ("Uitleg", EXPLANATION)):
            sheet = book.add_worksheet(name)
            sheet.set_column(0, len(HEADER) - 1, 26, text)
            for row, line in enumerate(rows):
                for column, cell in enumerate(line):
                    sheet.write_string(row, column, cell, bold if row == 0 else text)
    return stream.getvalue()


EXPLANATION: tuple[Line, ...] = (
    ("Kolom", "Wat erin komt"),
    (MONTH, "De maand, als 2024-03. Een kwartaal mag ook: 2024-K1 telt voor zijn drie maanden."),
    (AREA, "AM en twee cijfers voor een arbeidsmarktregio, GM en vier cijfers voor een gemeente."),
    *((each.header, each.label.nl) for each in Indicator),
    (SOURCE, "Waar de cijfers vandaan komen. Dit staat bij de grafiek."),
    ("", "Ten minste een van de drie cijfers is nodig. Lever steeds de hele reeks."),
)
