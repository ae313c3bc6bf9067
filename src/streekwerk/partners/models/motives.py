"""What drives an employer, each time it was talked about."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import User
from streekwerk.partners.choices import Side
from streekwerk.partners.models.checks import of_region, one_of
from streekwerk.partners.models.employer import AboutEmployer, OfEmployer
from streekwerk.vocabulary.motives import HIGHEST, LOWEST, Motive


class MotiveRound(OfEmployer):
    """One conversation about what drives the employer. Earlier rounds stay.

    ``current`` marks the latest, so that lists can be filtered by it. ``side`` is who
    filled it in.
    """

    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    side = models.CharField(max_length=8)
    words = models.TextField(blank=True)
    current = models.BooleanField(default=True)

    class Meta:
        """Newest first; one is current."""

        default_related_name = "motive_rounds"
        ordering = ("-on", "-pk")
        indexes = (models.Index(fields=("employer", "-on"), name="motives_of_employer"),)
        constraints = (
            of_region("motive_round_of_region"),
            one_of("side", Side, "motive_side_known"),
            models.UniqueConstraint(
                fields=("employer",), condition=Q(current=True), name="one_current_round"
            ),
        )

    def __str__(self) -> str:
        return f"{self.on}"


class MotiveScore(AboutEmployer):
    """What was said to one statement: 1 (not at all) to 5 (very much). No row: not answered."""

    round = models.ForeignKey(MotiveRound, on_delete=models.RESTRICT, related_name="scores")
    motive = models.CharField(max_length=12)
    score = models.PositiveSmallIntegerField()

    class Meta:
        """Once a statement."""

        default_related_name = "motive_scores"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("round", "motive"), name="motive_once_a_round"),
            models.CheckConstraint(
                condition=Q(motive__in=[each.value for each in Motive]), name="motive_known"
            ),
            models.CheckConstraint(
                condition=Q(score__gte=LOWEST, score__lte=HIGHEST), name="motive_score_in_range"
            ),
        )

    def __str__(self) -> str:
        return f"{self.motive} {self.score}"
