"""The list of people with access as a workbook. Every cell is text, and none can be a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime

import xlsxwriter
from django.utils import timezone

from streekwerk.accounts.entry.queries import Access
from streekwerk.vocabulary.language import Language, Text

# A spreadsheet that opens the sheet as CSV later would compute these.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    (Text("Naam", "Name"), 28),
    (Text("Inlognaam", "Name to sign in"), 32),
    (Text("Rol", "Role"), 20),
    (Text("Gemeente", "Municipality"), 20),
    (Text("Aan", "Switched on"), 8),
    (Text("Sinds", "Since"), 12),
    (Text("Uitgenodigd door", "Invited by"), 24),
    (Text("Laatst ingelogd", "Last sign-in"), 16),
    (Text("Tweede stap", "Second step"), 12),
    (Text("Bevestigd door", "Confirmed by"), 24),
    (Text("Bevestigd op", "Confirmed on"), 14),
    (Text("Bevestigen vóór", "To confirm before"), 16),
)
YES, NO = Text("ja", "yes"), Text("nee", "no")


def workbook(rows: Iterable[Access], language: Language) -> bytes:
    """Return the workbook, one row an account."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(Text("Toegang", "Access").in_language(language))
        bold = book.add_format({"bold": True})
        for place, (label, width) in enumerate(COLUMNS):
            sheet.write_string(0, place, label.in_language(language), bold)
            sheet.set_column(place, place, width)
        sheet.freeze_panes(1, 1)
        for line, access in enumerate(rows, start=1):
            for place, cell in enumerate(_cells(access, language)):
                sheet.write_string(line, place, harmless(cell))
    return out.getvalue()


def harmless(cell: str) -> str:
    """Return ``cell`` so that no program takes it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _cells(access: Access, language: Language) -> tuple[str, ...]:
    person, reviewed = access.person, access.reviewed
    return (
        str(person),
        person.username,
        person.role_words.in_language(language),
        str(person.municipality or ""),
        (YES if person.is_active else NO).in_language(language),
        _day(person.date_joined),
        access.invited_by,
        _day(person.last_login),
        (YES if access.has_second_factor else NO).in_language(language),
        str(reviewed.confirmed_by) if reviewed else "",
        _day(reviewed.confirmed_at) if reviewed else "",
        _day(access.due) if person.is_active else "",
    )


def _day(moment: datetime | None) -> str:
    return "" if moment is None else timezone.localtime(moment).strftime("%Y-%m-%d")
