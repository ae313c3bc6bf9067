"""How far an employer is in redesigning work, step by step."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.matching.carving.method import BY_KEY, MethodStep
from streekwerk.partners.models import AboutEmployer


class StepState(models.TextChoices):
    """How it stands with a step."""

    OPEN = "open", "nog te doen"
    BUSY = "busy", "mee bezig"
    DONE = "done", "klaar"
    SKIPPED = "skipped", "overgeslagen"


class RedesignStep(AboutEmployer):
    """One step of ``matching.carving.method``: its state and what was noted to each question.

    ``notes`` is in the order of the questions. Who changed it before stands in the log.
    """

    key = models.CharField(max_length=14)
    state = models.CharField(max_length=8, choices=StepState, default=StepState.OPEN)
    notes = models.JSONField(default=list)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        """Once an employer."""

        default_related_name = "redesign_steps"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("employer", "key"), name="redesign_step_once"),
            models.CheckConstraint(condition=Q(key__in=tuple(BY_KEY)), name="redesign_step_known"),
            models.CheckConstraint(
                condition=Q(state__in=StepState.values), name="redesign_step_state_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.key} {self.state}"

    @property
    def step(self) -> MethodStep:
        """Return what the step is."""
        return BY_KEY[self.key]
