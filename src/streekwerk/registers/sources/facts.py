"""A fact about a person from another source: the row of ``person_fact``."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class FactRow(NamedTuple):
    """One value of one variable for one person on one day; ``number`` or ``code`` is filled."""

    municipality: str
    person: str
    variable: str
    date: date
    number: float | None
    code: str | None
    delivery: str
    source_row: int
