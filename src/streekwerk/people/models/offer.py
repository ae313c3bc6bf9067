"""What the municipality and its providers offer now: the places behind the measures."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import Municipality, User
from streekwerk.advice.offers import Offer as OfferInput
from streekwerk.people.models.checks import of_municipality


class Offer(models.Model):
    """One offer of one type of measure. Kept by the team manager and by trainers.

    ``places`` is how many can take part in all; empty means that there is no limit. What
    is taken follows from decisions. An offer is closed and never removed: decisions name it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.RESTRICT, related_name="+")
    measure = models.CharField(max_length=2)
    title = models.CharField(max_length=120)
    provider = models.CharField(max_length=120)
    place = models.CharField(max_length=120, blank=True)
    online = models.BooleanField(default=False)
    starts_on = models.DateField(null=True, blank=True)
    hours_per_week = models.PositiveSmallIntegerField(null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    places = models.PositiveSmallIntegerField(null=True, blank=True)
    travel = models.CharField(max_length=200, blank=True)
    asks = models.CharField(max_length=300, blank=True)
    closed_on = models.DateField(null=True)
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """In the order of the measures' codes; never without a name or a provider."""

        ordering = ("measure", "title", "pk")
        indexes = (
            models.Index(
                fields=("municipality", "measure"),
                condition=Q(closed_on=None),
                name="offer_open",
            ),
        )
        constraints = (
            of_municipality("offer_of_municipality"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(provider=""), name="offer_is_named"),
            models.CheckConstraint(
                condition=Q(hours_per_week__isnull=True) | Q(hours_per_week__range=(1, 60)),
                name="offer_hours_of_a_week",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def as_input(self, taken: int) -> OfferInput:
        """Return the offer as advice knows it, with ``taken`` places gone."""
        return OfferInput(
            key=str(self.public_id),
            measure=self.measure,
            title=self.title,
            provider=self.provider,
            place=self.place,
            starts_on=self.starts_on,
            hours_per_week=self.hours_per_week,
            weeks=self.weeks,
            places_free=None if self.places is None else max(self.places - taken, 0),
            online=self.online,
            travel=self.travel,
            asks=self.asks,
        )
