"""What is known of a person: facts that are added and never changed.

The newest fact of a field is its value; the older ones are its history. The database
refuses to update a row (second migration); rows disappear only when a term ends.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.people.models.checks import one_of
from streekwerk.people.models.person import OfPerson


class Fact(OfPerson):
    """One value of one field of one person, with where it comes from.

    ``field`` is a key of ``guidance.file.catalogue.FIELDS``; ``value`` is what that field
    writes (text, number, list of choices, day as ``jjjj-mm-dd``), empty when it is not known.
    ``known_on`` is the day it held; ``recorded_at`` when it was written down. Of two facts
    of a field the one recorded later counts.
    """

    field = models.CharField(max_length=60)
    state = models.CharField(max_length=10, default=FactState.KNOWN.value)
    value = models.JSONField(null=True)
    source = models.CharField(max_length=12)
    note = models.CharField(max_length=300, blank=True)
    known_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Latest first per field; a value exactly when it is known."""

        default_related_name = "facts"
        ordering = ("field", "-pk")
        indexes = (models.Index(fields=("person", "field", "-id"), name="fact_of_person"),)
        constraints = (
            one_of("state", FactState, "fact_state_known"),
            one_of("source", FactSource, "fact_source_known"),
            models.CheckConstraint(
                condition=Q(state="known", value__isnull=False)
                | (~Q(state="known") & Q(value__isnull=True)),
                name="fact_has_value_when_known",
            ),
        )

    def __str__(self) -> str:
        return f"{self.field} {self.known_on}"

    @property
    def state_now(self) -> FactState:
        """Return whether it is known."""
        return FactState(self.state)

    @property
    def source_now(self) -> FactSource:
        """Return where it comes from."""
        return FactSource(self.source)
