"""What region and employer agreed, how it goes, and how both look back."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners.choices import ENDED, Again, AgreementState, Side
from streekwerk.partners.models.checks import of_region, one_of
from streekwerk.partners.models.employer import AboutEmployer, Contact, OfEmployer


class Agreement(OfEmployer):
    """One agreement: what, who on both sides, by when, and when one looks how it goes.

    ``of_region`` and ``of_employer`` are who does it on each side; ``look_on`` is the next
    day to ask, set again each time; ``ended_on`` the day it was kept or stopped.
    """

    what = models.CharField(max_length=300)
    words = models.TextField(blank=True)
    of_region = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    of_employer = models.ForeignKey(
        Contact, on_delete=models.RESTRICT, null=True, related_name="agreements"
    )
    made_on = models.DateField()
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    due = models.DateField(null=True)
    look_on = models.DateField(null=True)
    state = models.CharField(max_length=10, default=AgreementState.AGREED.value)
    ended_on = models.DateField(null=True)

    class Meta:
        """First what comes first; ended exactly when it was kept or stopped."""

        default_related_name = "agreements"
        ordering = (models.F("look_on").asc(nulls_last=True), "pk")
        indexes = (
            models.Index(fields=("employer",), name="agreements_of_employer"),
            models.Index(
                fields=("region", "look_on"), condition=Q(ended_on=None), name="agreements_to_look"
            ),
        )
        constraints = (
            of_region("agreement_of_region"),
            one_of("state", AgreementState, "agreement_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in ENDED], ended_on__isnull=False)
                | (~Q(state__in=[each.value for each in ENDED]) & Q(ended_on=None)),
                name="agreement_ends_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return self.what

    @property
    def state_now(self) -> AgreementState:
        """Return how it goes."""
        return AgreementState(self.state)


class AgreementEvent(AboutEmployer):
    """It was said how an agreement goes. Added, never changed."""

    agreement = models.ForeignKey(Agreement, on_delete=models.RESTRICT, related_name="events")
    state = models.CharField(max_length=10)
    words = models.TextField(blank=True)
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    side = models.CharField(max_length=8)
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order it happened."""

        default_related_name = "agreement_events"
        ordering = ("pk",)
        indexes = (
            models.Index(fields=("employer", "on"), name="agreement_events_of"),
            models.Index(fields=("agreement",), name="events_of_agreement"),
        )
        constraints = (
            one_of("state", AgreementState, "agreement_event_known"),
            one_of("side", Side, "agreement_event_side_known"),
        )

    def __str__(self) -> str:
        return f"{self.state} {self.on}"

    @property
    def state_now(self) -> AgreementState:
        """Return how it went."""
        return AgreementState(self.state)

    @property
    def side_now(self) -> Side:
        """Return who said it."""
        return Side(self.side)


class Evaluation(OfEmployer):
    """How one of the two looks back on an agreement that ended; each side once."""

    agreement = models.ForeignKey(Agreement, on_delete=models.RESTRICT, related_name="evaluations")
    side = models.CharField(max_length=8)
    went_well = models.TextField(blank=True)
    went_badly = models.TextField(blank=True)
    again = models.CharField(max_length=12)
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        """The region first; each side once."""

        default_related_name = "evaluations"
        ordering = ("-side", "pk")
        constraints = (
            one_of("side", Side, "evaluation_side_known"),
            one_of("again", Again, "evaluation_again_known"),
            models.UniqueConstraint(fields=("agreement", "side"), name="evaluation_once_a_side"),
        )

    def __str__(self) -> str:
        return f"{self.side} {self.on}"

    @property
    def side_now(self) -> Side:
        """Return who looks back."""
        return Side(self.side)

    @property
    def again_now(self) -> Again:
        """Return whether that side would do it again."""
        return Again(self.again)
