"""Long work and how far it is."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import Municipality, User
from streekwerk.learning.models.evaluation import Evaluation
from streekwerk.vocabulary.language import Text


class RunKind(models.TextChoices):
    """What is computed."""

    DESIGN = "design", "Opzet beoordelen"
    EFFECTS = "effects", "Effecten berekenen"


class RunState(models.TextChoices):
    """How it stands with the computation."""

    WAITING = "waiting", "Wacht op zijn beurt"
    BUSY = "busy", "Bezig"
    DONE = "done", "Klaar"
    FAILED = "failed", "Mislukt"


class Run(models.Model):
    """One computation of an evaluation: percent, what it is doing, and why it failed if it did."""

    municipality = models.ForeignKey(Municipality, on_delete=models.RESTRICT, related_name="+")
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="runs")
    kind = models.CharField(max_length=10, choices=RunKind)
    state = models.CharField(max_length=10, choices=RunState, default=RunState.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    doing = models.JSONField(default=dict)
    failure = models.JSONField(null=True)
    asked_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """At most one unfinished run of a kind per evaluation."""

        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("evaluation", "kind"),
                condition=Q(state__in=("waiting", "busy")),
                name="one_unfinished_run",
            ),
            models.CheckConstraint(
                condition=Q(percent__gte=0) & Q(percent__lte=100), name="percent_of_a_hundred"
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.FAILED) | Q(failure__isnull=False),
                name="failure_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.state} {self.percent}%"

    @property
    def is_unfinished(self) -> bool:
        """Whether there is something to wait for."""
        return self.state in {RunState.WAITING, RunState.BUSY}

    @property
    def doing_words(self) -> Text | None:
        """Say what it is doing."""
        return Text.from_json(self.doing) if self.doing else None

    @property
    def failure_words(self) -> Text | None:
        """Say why it failed."""
        return Text.from_json(self.failure) if self.failure else None

    @property
    def waiting_seconds(self) -> float:
        """Return how long ago it was asked for."""
        return (timezone.now() - self.asked_at).total_seconds()
