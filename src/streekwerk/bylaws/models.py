"""Decisions of a municipality on open terms. Rows are added and never changed: they are history."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import Municipality, User
from streekwerk.bylaws.terms import TERMS, read
from streekwerk.rights.engine.municipality import OpenTerm


class Decision(models.Model):
    """What holds for one open term in one municipality from one day on.

    ``value`` is empty where the municipality took its decision back: then the
    neutral default counts again. Of two decisions for the same day the later counts.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="bylaw_decisions"
    )
    term = models.CharField(max_length=60)
    value = models.FloatField(null=True)
    valid_from = models.DateField()
    source = models.CharField(max_length=200)
    url = models.URLField(blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Latest first; never without a source, never negative."""

        ordering = ("term", "-valid_from", "-pk")
        indexes = (models.Index(fields=("municipality", "term"), name="bylaw_by_municipality"),)
        constraints = (
            models.CheckConstraint(condition=~Q(source=""), name="bylaw_has_a_source"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=0), name="bylaw_not_negative"
            ),
        )

    def __str__(self) -> str:
        return f"{self.term} {self.valid_from}"

    @property
    def open_term(self) -> OpenTerm:
        """Return the term decided on."""
        return TERMS[self.term]

    @property
    def decided(self) -> float | bool | None:
        """Return the value as the rules want it; None when it was taken back."""
        return None if self.value is None else read(self.open_term, self.value)
