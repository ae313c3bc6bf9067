"""How the register tables in DuckDB and their twins in PostgreSQL correspond."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from streekwerk.deliveries.models import (
    BusBenefitMonth,
    BusIncomeMonth,
    LabourMarketMonth,
    PersonFact,
    SrgMeasure,
    Statistic,
)
from streekwerk.registers.analysis.schema import BENEFITS, FACTS, INCOMES, MARKET, MEASURES, Table


@dataclass(frozen=True, slots=True)
class Twin:
    """A register table and the model that keeps its rows.

    ``own`` are the columns they share as they are; municipality and delivery are
    a code and a fingerprint in the one, foreign keys in the other. ``place``
    numbers rows that share a source row.
    """

    table: Table
    model: type[models.Model]
    place: bool = False

    @property
    def own(self) -> tuple[str, ...]:
        """Names of the shared columns."""
        return tuple(
            name for name in self.table.columns if name not in {"municipality", "delivery"}
        )

    @property
    def name(self) -> str:
        """Name of the table in PostgreSQL."""
        return self.model._meta.db_table


TWINS_OF = {
    Statistic.SRG: (Twin(MEASURES, SrgMeasure),),
    Statistic.BUS: (Twin(BENEFITS, BusBenefitMonth), Twin(INCOMES, BusIncomeMonth, place=True)),
    Statistic.FACTS: (Twin(FACTS, PersonFact),),
    Statistic.MARKET: (Twin(MARKET, LabourMarketMonth),),
}
TWINS = tuple(twin for twins in TWINS_OF.values() for twin in twins)
