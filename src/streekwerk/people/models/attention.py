"""What the reasons to look at a file are counted with: the municipality's rhythm, open rights."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import Municipality, User
from streekwerk.people.models.person import AboutPerson

FEWEST_WEEKS, MOST_WEEKS = 1, 52


class ContactRhythm(models.Model):
    """After how many weeks without a conversation a municipality wants a reminder.

    Added, and never changed: the last row of a municipality counts.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    weeks = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    set_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        ordering = ("-pk",)
        indexes = (models.Index(fields=("municipality", "-id"), name="rhythm_of_municipality"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(weeks__gte=FEWEST_WEEKS, weeks__lte=MOST_WEEKS),
                name="rhythm_in_weeks_of_a_year",
            ),
        )

    def __str__(self) -> str:
        return f"{self.weeks} weeks"


class RightToAsk(AboutPerson):
    """A right that somebody may be missing: one open question stands before it, or none.

    Worked out for everybody alike from the law, kept so that lists stay quick, and made
    again when the file changed. ``question`` is empty where nothing is open any more.
    """

    rule = models.CharField(max_length=60)
    question = models.CharField(max_length=60, blank=True)
    checked_on = models.DateField()

    class Meta:
        """A rule once for a person."""

        default_related_name = "rights_to_ask"
        verbose_name_plural = "rights to ask"
        ordering = ("person", "rule")
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "person", "rule"), name="right_once_a_person"
            ),
        )

    def __str__(self) -> str:
        return self.rule
