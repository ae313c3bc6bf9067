"""What an employer needs week by week and does not fill well now."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.matching.inventory import Level
from streekwerk.partners.models import OfEmployer
from streekwerk.partners.models.checks import of_region
from streekwerk.vocabulary.language import Text
from streekwerk.work.models.inventory import within

MOST_IN_A_WEEK = 20_000


class WeeklyDemand(OfEmployer):
    """One kind of work over a usual year; the attributes are those of ``matching.chains``.

    ``half_hours`` are 52 whole numbers; ``worth`` cents an half hour that somebody steady
    saves. What an earlier chain was made with is kept there, so a demand may change;
    ``ended_at`` is when it was taken away.
    """

    title = models.CharField(max_length=120)
    level = models.PositiveSmallIntegerField()
    half_hours = models.JSONField()
    worth = models.PositiveIntegerField()
    skills = models.JSONField(default=list, blank=True)
    moments = models.JSONField(default=list, blank=True)
    can_employ = models.BooleanField(default=True)
    changed_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """In the order they were added; a title once as long as it is there."""

        default_related_name = "weekly_demands"
        ordering = ("pk",)
        constraints = (
            of_region("demand_of_region"),
            models.UniqueConstraint(
                fields=("employer", "title"), condition=Q(ended_at=None), name="demand_once"
            ),
            within("demand_in_range", level=(1, 5)),
        )
        indexes = (
            models.Index(fields=("region",), condition=Q(ended_at=None), name="demand_in_region"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def level_words(self) -> Text:
        """Name the level."""
        return Level(self.level).words

    @property
    def hours_a_year(self) -> float:
        """Return hours a year."""
        return float(sum(self.half_hours)) / 2

    @property
    def busiest(self) -> float:
        """Return hours in the busiest week."""
        return float(max(self.half_hours)) / 2

    @property
    def working_weeks(self) -> int:
        """Return in how many weeks there is work."""
        return sum(each > 0 for each in self.half_hours)
