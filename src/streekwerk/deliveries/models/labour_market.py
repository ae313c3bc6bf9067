"""The labour market by month, as municipalities deliver it: about no person."""

from __future__ import annotations

from django.db import models

from streekwerk.accounts.models import Municipality
from streekwerk.deliveries.models.delivery import Delivery


class LabourMarketMonth(models.Model):
    """One figure of one area in one month; a quarter of the file is three of them."""

    pk = models.CompositePrimaryKey("delivery_id", "source_row", "indicator", "period")
    delivery = models.ForeignKey(
        Delivery, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    source_row = models.IntegerField()
    period = models.DateField()
    area = models.CharField(max_length=6)
    indicator = models.CharField(max_length=20)
    value = models.FloatField()
    source = models.CharField(max_length=120, null=True)  # noqa: DJ001 - NULL where none was named

    class Meta:
        """Named as the register table."""

        db_table = "deliveries_labour_market_month"

    def __str__(self) -> str:
        return f"{self.area} {self.period:%Y-%m} {self.indicator}"
