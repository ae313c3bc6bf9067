"""Kinds of business in the demo region: how many, how large, with what roles and seasons."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of business.

    Attributes
    ----------
    words : with which a name begins.
    sbi : four digits of SBI 2008.
    weight : relative number of employers of this kind.
    median : of how many people work there.
    season : a profile of ``seasons.py``.
    urban : 0 for the countryside, 1 for town.
    sector : for motives and the innovation agenda.
    roles : occupations of the library, the largest first.
    days, from_time, until_time : when there is work.
    """

    key: str
    words: tuple[str, ...]
    sbi: str
    weight: int
    median: int
    season: str
    urban: float
    sector: str
    roles: tuple[str, ...]
    days: tuple[str, ...]
    from_time: dt.time
    until_time: dt.time


@cache
def kinds() -> tuple[Kind, ...]:
    """Return all kinds, as in ``data/kinds.tsv``."""
    file = resources.files("streekwerk.demo.employers") / "data" / "kinds.tsv"
    rows = csv.DictReader(file.read_text("utf-8").splitlines(), delimiter="\t")
    return tuple(
        Kind(
            row["key"],
            tuple(row["words"].split(";")),
            row["sbi"],
            int(row["weight"]),
            int(row["median"]),
            row["season"],
            float(row["urban"]),
            row["sector"],
            tuple(row["roles"].split()),
            tuple(row["days"].split()),
            dt.time.fromisoformat(row["from"]),
            dt.time.fromisoformat(row["until"]),
        )
        for row in rows
    )
