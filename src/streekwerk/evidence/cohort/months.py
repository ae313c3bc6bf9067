"""Months as numbers: 12 * year + month - 1, so that they can be subtracted."""

from __future__ import annotations

import datetime as dt

from streekwerk.vocabulary.language import Text

_NL = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month_number(day: dt.date) -> int:
    """Return the number of the month ``day`` lies in."""
    return 12 * day.year + day.month - 1


def first_day(month: int) -> dt.date:
    """Return the first day of a month number."""
    return dt.date(month // 12, month % 12 + 1, 1)


def calendar_month(month: int) -> int:
    """Return 1..12 for a month number."""
    return month % 12 + 1


def month_label(month: int) -> Text:
    """Say a month number as people do: "mrt 2023"."""
    year, index = divmod(month, 12)
    return Text(f"{_NL[index]} {year}", f"{_EN[index]} {year}")
