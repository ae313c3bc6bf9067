"""A figure about a labour market: the row of ``labour_market_month``."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class MarketRow(NamedTuple):
    """One indicator of one area in one month, as a municipality delivered it."""

    municipality: str
    period: date
    area: str
    indicator: str
    value: float
    source: str | None
    delivery: str
    source_row: int
