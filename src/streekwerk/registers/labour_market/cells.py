"""Read single cells as people and statistical offices write them."""

from __future__ import annotations

import math
import re
from datetime import date

_MONTH = re.compile(r"(\d{4})(?:-|MM)?(\d{2})(?:-?\d{2})?")
_QUARTER = re.compile(r"(\d{4})[- ]?(?:K|KW|Q)0?([1-4])")
_AREA = re.compile(r"(AM\d{2}|(?:GM)?\d{4})")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def months_of(text: str) -> tuple[date, ...]:
    """Return the first day of the month, or of the three of a quarter; none when unreadable.

    A month is written ``2024-03``, ``202403``, ``2024MM03`` or as a day of it; a quarter
    ``2024-K1``, ``2024KW01`` or ``2024Q1``.
    """
    bare = text.strip().upper()
    if quarter := _QUARTER.fullmatch(bare):
        first = 3 * int(quarter[2]) - 2
        found = [(int(quarter[1]), first + k) for k in range(3)]
    elif month := _MONTH.fullmatch(bare):
        found = [(int(month[1]), int(month[2]))]
    else:
        return ()
    if not all(_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12 for year, month in found):
        return ()
    return tuple(date(year, month, 1) for year, month in found)


def area_of(text: str) -> str | None:
    """Return the code of an area: ``AM12`` (region) or ``GM0344`` (municipality)."""
    bare = text.strip().upper()
    if not _AREA.fullmatch(bare):
        return None
    return f"GM{bare}" if bare.isdigit() else bare


def value_of(text: str, low: float, high: float) -> float | None:
    """Return a number as the Dutch (``4,25``) or computers (``4.25``) write it, within bounds."""
    bare = text.replace("%", "").replace(" ", "").replace("\u00a0", "")
    if "," in bare:
        bare = bare.replace(".", "").replace(",", ".")
    try:
        value = float(bare)
    except ValueError:
        return None
    return value if math.isfinite(value) and low <= value <= high else None
