"""What a measure does by person, group or on average, beside the card it belongs to."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import Municipality, Region
from streekwerk.learning.models.card import MeasureCard
from streekwerk.learning.models.run import RunState


class MeasureBenefit(models.Model):
    """The benefit of one card.

    ``benefit`` is the canonical text of a :class:`streekwerk.evidence.benefit.benefit.Benefit`
    and ``digest`` its SHA-256: text and not JSON, so that it stays what it was byte for byte.
    """

    card = models.OneToOneField(MeasureCard, on_delete=models.CASCADE, related_name="benefit")
    region = models.ForeignKey(Region, on_delete=models.RESTRICT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, null=True, related_name="+"
    )
    state = models.CharField(max_length=10, choices=RunState, default=RunState.WAITING)
    failure = models.JSONField(null=True)
    benefit = models.TextField(null=True)  # noqa: DJ001 - empty text would be no benefit either
    digest = models.CharField(max_length=64, blank=True)
    level = models.CharField(max_length=10, blank=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """One a card."""

        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=RunState.DONE)
                | Q(benefit__isnull=False, finished_at__isnull=False) & ~Q(digest=""),
                name="done_benefit_is_there",
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.FAILED) | Q(failure__isnull=False),
                name="failed_benefit_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.card} {self.state}"
