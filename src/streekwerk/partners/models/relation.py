"""The relation with an employer: which phase it is in, and when there was contact."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners.choices import ContactKind
from streekwerk.partners.models.checks import one_of
from streekwerk.partners.models.employer import AboutEmployer, Contact, OfEmployer
from streekwerk.vocabulary.dennis import TILES, Tile


class PhaseMove(AboutEmployer):
    """Somebody moved the relation to another phase. Added, never changed.

    ``before`` is empty for the first phase.
    """

    before = models.CharField(max_length=4, blank=True)
    after = models.CharField(max_length=4)
    why = models.TextField(blank=True)
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order it happened."""

        default_related_name = "phase_moves"
        ordering = ("pk",)
        indexes = (models.Index(fields=("employer", "on"), name="phase_moves_of"),)
        constraints = (
            models.CheckConstraint(condition=Q(after__in=tuple(TILES)), name="move_phase_known"),
        )

    def __str__(self) -> str:
        return f"{self.before} {self.after} {self.on}"

    @property
    def tile(self) -> Tile:
        """Return the phase it moved to."""
        return TILES[self.after]


class ContactMoment(OfEmployer):
    """There was contact: when, how, with whom, and what was said."""

    on = models.DateField()
    kind = models.CharField(max_length=8)
    contact = models.ForeignKey(
        Contact, on_delete=models.RESTRICT, null=True, related_name="moments"
    )
    words = models.TextField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        default_related_name = "moments"
        ordering = ("-on", "-pk")
        indexes = (models.Index(fields=("employer", "-on"), name="moments_of_employer"),)
        constraints = (one_of("kind", ContactKind, "moment_kind_known"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"

    @property
    def kind_now(self) -> ContactKind:
        """Return how there was contact."""
        return ContactKind(self.kind)
