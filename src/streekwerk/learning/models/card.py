"""One round of computing for a municipality or the region, and the evidence cards it makes."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from streekwerk.accounts.models import Municipality, Region, User
from streekwerk.learning.models.run import RunState
from streekwerk.registers.codes import MeasureType
from streekwerk.vocabulary.language import Text


class Round(models.Model):
    """Everything computed at one moment from the deliveries that then counted.

    ``municipality`` is empty for what the region computes together. ``deliveries``
    are the ids of the deliveries that went in, ``left_out`` of the rows that say whose
    records did not: neither are ever changed, so a round can be redone. The same
    ``inputs`` (fingerprint) give the same cards.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    region = models.ForeignKey(Region, on_delete=models.RESTRICT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, null=True, related_name="+"
    )
    deliveries = models.JSONField()
    left_out = models.JSONField(default=list)
    codes = models.JSONField()
    inputs = models.CharField(max_length=64)
    last_month = models.DateField(null=True)
    seed = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=RunState, default=RunState.WAITING)
    doing = models.JSONField(default=dict)
    failure = models.JSONField(null=True)
    cohort = models.JSONField(null=True)
    audit = models.JSONField(null=True)
    code_version = models.CharField(max_length=40, blank=True)
    asked_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; one at a time for each municipality and for the region."""

        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("region", "municipality"),
                condition=Q(state__in=("waiting", "busy")),
                nulls_distinct=False,
                name="one_unfinished_round",
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.FAILED) | Q(failure__isnull=False),
                name="failed_round_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality or self.region} {self.state}"

    @property
    def is_unfinished(self) -> bool:
        """Whether there is something to wait for."""
        return self.state in {RunState.WAITING, RunState.BUSY}

    @property
    def doing_words(self) -> Text | None:
        """Say what is being done."""
        return Text.from_json(self.doing) if self.doing else None

    @property
    def failure_words(self) -> Text | None:
        """Say why it failed."""
        return Text.from_json(self.failure) if self.failure else None


class MeasureCard(models.Model):
    """The evidence card of one measure in one round.

    ``against`` is the measure it is compared with; empty is "nothing now". ``card`` is the
    whole card, ``brief`` what a list of cards shows of it.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="cards")
    region = models.ForeignKey(Region, on_delete=models.RESTRICT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, null=True, related_name="+"
    )
    measure = models.CharField(max_length=2)
    against = models.CharField(max_length=2, blank=True)
    state = models.CharField(max_length=10, choices=RunState, default=RunState.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    failure = models.JSONField(null=True)
    brief = models.JSONField(null=True)
    card = models.JSONField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """One card a measure, and one a pair of measures that somebody asked for."""

        ordering = ("measure", "against")
        constraints = (
            models.UniqueConstraint(
                fields=("round", "measure", "against"), name="card_once_a_round"
            ),
            models.CheckConstraint(
                condition=~Q(measure=F("against")), name="card_of_two_different_measures"
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.DONE)
                | Q(card__isnull=False, brief__isnull=False, finished_at__isnull=False),
                name="done_card_is_there",
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.FAILED) | Q(failure__isnull=False),
                name="failed_card_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.measure}{self.against and f'/{self.against}'} {self.state}"

    @property
    def label(self) -> Text:
        """Name the measure as the regulation does, and what it is compared with."""
        own = MeasureType(self.measure).label
        if not self.against:
            return own
        other = MeasureType(self.against).label
        return Text(f"{own.nl} tegenover {other.nl}", f"{own.en} against {other.en}")

    @property
    def is_unfinished(self) -> bool:
        """Whether there is something to wait for."""
        return self.state in {RunState.WAITING, RunState.BUSY}

    @property
    def failure_words(self) -> Text | None:
        """Say why it failed."""
        return Text.from_json(self.failure) if self.failure else None
