"""What a team looks back on together, what it agreed, and how choices went with the evidence."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import Municipality, User
from streekwerk.people.models.checks import of_municipality
from streekwerk.people.models.decision import Decision
from streekwerk.people.models.person import AboutPerson


class DecisionSupport(AboutPerson):
    """Whether a decision went along with the evidence that was on the table then.

    ``followed`` is empty where nothing was supported: there was nothing to follow.
    """

    decision = models.OneToOneField(Decision, on_delete=models.RESTRICT, related_name="support")
    followed = models.BooleanField(null=True)

    class Meta:
        """One for a decision."""

        default_related_name = "decision_support"
        verbose_name_plural = "decision support"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.followed}"


class Reflection(models.Model):
    """A meeting of the team to look back. About work, never about a colleague's person."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    held_on = models.DateField()
    words = models.TextField()
    noted_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    noted_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; never without words."""

        ordering = ("-held_on", "-pk")
        indexes = (models.Index(fields=("municipality", "-held_on"), name="reflection_by_day"),)
        constraints = (
            of_municipality("reflection_of_municipality"),
            models.CheckConstraint(condition=~Q(words=""), name="reflection_has_words"),
        )

    def __str__(self) -> str:
        return f"{self.held_on}"


class TeamAgreement(models.Model):
    """What a team agreed to do differently, or to find out. Done when somebody says so."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    reflection = models.ForeignKey(
        Reflection, on_delete=models.RESTRICT, null=True, related_name="agreements"
    )
    what = models.CharField(max_length=300)
    due = models.DateField(null=True)
    agreed_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    agreed_at = models.DateTimeField(default=timezone.now, editable=False)
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        """Open ones first, by day."""

        ordering = (
            models.F("done_on").desc(nulls_first=True),
            models.F("due").asc(nulls_last=True),
            "pk",
        )
        constraints = (
            of_municipality("agreement_of_municipality"),
            models.CheckConstraint(condition=~Q(what=""), name="agreement_has_words"),
            models.CheckConstraint(
                condition=Q(done_on=None, done_by=None)
                | Q(done_on__isnull=False, done_by__isnull=False),
                name="agreement_done_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return self.what
