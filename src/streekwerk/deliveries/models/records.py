"""The pseudonymised records of deliveries: the register tables, in PostgreSQL.

Columns and meaning are those of docs/reference/registers-tables.md; here a
delivery is a foreign key, and the tenant stands on every row. There is no column
that could hold a BSN. Rows are written by COPY and never changed; which of them
count follows from the state of their delivery.
"""

from __future__ import annotations

import datetime as dt

from django.db import models

from streekwerk.accounts.models import Municipality
from streekwerk.deliveries.models.delivery import Delivery


def _code(length: int) -> models.CharField[str | None, str | None]:
    """Return a column for a code of the regulation: absent is NULL, as in the register tables."""
    return models.CharField(max_length=length, null=True)


def _day() -> models.DateField[dt.date | None, dt.date | None]:
    return models.DateField(null=True)


def _small() -> models.SmallIntegerField[int | None, int | None]:
    return models.SmallIntegerField(null=True)


def _euros() -> models.IntegerField[int | None, int | None]:
    return models.IntegerField(null=True)


class Record(models.Model):
    """What every record has: its delivery, tenant, month, person and row in the file."""

    delivery = models.ForeignKey(
        Delivery, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    source_row = models.IntegerField()
    person = models.UUIDField()

    class Meta:
        """Shared columns only."""

        abstract = True

    def __str__(self) -> str:
        return f"{self.delivery_id}/{self.source_row}"


class SrgMeasure(Record):
    """One delivered measure in one month."""

    pk = models.CompositePrimaryKey("delivery_id", "source_row")
    period = models.DateField()
    measure = models.UUIDField()
    type = _code(2)
    type_delivered = _code(2)
    edition = models.CharField(max_length=4)
    local_name = models.TextField(null=True)  # noqa: DJ001 - NULL where too few share the name
    start_date = _day()
    end_date = _day()
    end_reason = _code(1)
    end_reason_2015 = _code(1)
    wage_value = _small()
    goal = _code(1)
    work_capacity = _code(2)
    gender = _code(1)
    birth_month = _day()
    ladder_position = _small()

    class Meta:
        """Named as the register table."""

        db_table = "deliveries_srg_measure"
        # The file of one person asks for that person's records only.
        indexes = (models.Index(fields=("municipality", "person"), name="measure_of_person"),)


class BusBenefitMonth(Record):
    """One person on a benefit in one month."""

    pk = models.CompositePrimaryKey("delivery_id", "source_row")
    period = models.DateField()
    benefit = models.UUIDField()
    law = _code(2)
    self_employed_class = _code(1)
    household = _code(1)
    cost_sharers = _small()
    norm = _euros()
    income = _euros()
    paid = _euros()
    registered_date = _day()
    special_cluster = _code(1)
    gender = _code(1)
    birth_month = _day()
    housing = _code(1)
    start_date = _day()
    end_date = _day()
    exemption = _code(1)
    exemption_end = _day()
    exemption_end_reason = _code(1)
    reciprocation = _code(1)
    earnings = _euros()
    earnings_disregarded = models.BooleanField(null=True)
    other_income = _euros()
    end_reason = _code(2)
    persons_in_benefit = models.SmallIntegerField()

    class Meta:
        """Named as the register table."""

        db_table = "deliveries_bus_benefit_month"
        # The file of one person asks for that person's records only.
        indexes = (models.Index(fields=("municipality", "person"), name="benefit_of_person"),)


class BusIncomeMonth(Record):
    """One kind of income of one person in one month; ``place`` counts them per person."""

    pk = models.CompositePrimaryKey("delivery_id", "source_row", "place")
    place = models.SmallIntegerField()
    period = models.DateField()
    benefit = models.UUIDField()
    kind = _code(2)
    amount = _euros()
    disregarded = models.BooleanField(null=True)

    class Meta:
        """Named as the register table."""

        db_table = "deliveries_bus_income_month"


class PersonFact(Record):
    """One value of one variable from another source; ``number`` or ``code`` is filled."""

    pk = models.CompositePrimaryKey("delivery_id", "source_row", "variable")
    variable = models.CharField(max_length=60)
    date = models.DateField(null=True)
    number = models.FloatField(null=True)
    code = models.TextField(null=True)  # noqa: DJ001 - NULL where the fact is a number

    class Meta:
        """Named as the register table."""

        db_table = "deliveries_person_fact"
