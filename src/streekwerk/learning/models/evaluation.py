"""An evaluation on its way from a file to a result, with the outcome sealed until opened."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import Municipality, User
from streekwerk.learning.models.dataset import Dataset
from streekwerk.learning.models.measure import MeasureKind, OutcomeKind
from streekwerk.vocabulary.language import Text


class State(models.TextChoices):
    """Where an evaluation stands; actions move it forward."""

    UPLOADED = "uploaded", "Bestand ontvangen"
    MAPPED = "mapped", "Opzet wordt beoordeeld"
    DESIGNED = "designed", "Uitkomst verzegeld"
    OPENED = "opened", "Wordt berekend"
    DONE = "done", "Klaar"


class Evaluation(models.Model):
    """One comparison: what was asked, how its design was judged, what came out.

    ``parts`` is the draft of which column plays which part; ``specification`` is
    what the trial was really built from. The seal is kept by the database: no
    result without the moment and the
    person that opened the outcome, and no opening without a stored design.
    ``publication_approved_by`` is never who asked for it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="evaluations"
    )
    dataset = models.ForeignKey(Dataset, on_delete=models.RESTRICT, related_name="evaluations")
    title = models.JSONField()
    measure_kind = models.CharField(max_length=30, choices=MeasureKind, default=MeasureKind.OTHER)
    outcome_kind = models.CharField(max_length=10, choices=OutcomeKind, default=OutcomeKind.OTHER)
    state = models.CharField(max_length=20, choices=State, default=State.UPLOADED)
    parts = models.JSONField(default=dict)
    specification = models.JSONField(null=True)
    design = models.JSONField(null=True)
    result = models.JSONField(null=True)
    data_fingerprint = models.CharField(max_length=64, blank=True)
    code_version = models.CharField(max_length=40, blank=True)
    seed = models.BigIntegerField()
    created_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    saved_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    saved_at = models.DateTimeField(null=True)
    publication_asked_by = models.ForeignKey(
        User, on_delete=models.RESTRICT, null=True, related_name="+"
    )
    publication_asked_at = models.DateTimeField(null=True)
    publication_approved_by = models.ForeignKey(
        User, on_delete=models.RESTRICT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; sealed, and released by two people, by constraint."""

        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True)
                | Q(design__isnull=False, opened_by__isnull=False),
                name="opened_only_after_the_design",
            ),
            models.CheckConstraint(
                condition=Q(result__isnull=True) | Q(opened_at__isnull=False),
                name="result_only_after_opening",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.DONE) | Q(result__isnull=False),
                name="done_means_a_result",
            ),
            models.CheckConstraint(
                condition=Q(saved_at__isnull=True) | Q(result__isnull=False),
                name="saved_only_with_a_result",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | (
                    Q(saved_at__isnull=False, publication_asked_by__isnull=False)
                    & Q(publication_approved_by__isnull=False)
                    & ~Q(publication_approved_by=models.F("publication_asked_by"))
                ),
                name="published_by_two_people",
            ),
        )

    def __str__(self) -> str:
        return str(self.title_words)

    @property
    def title_words(self) -> Text:
        """Say what is compared."""
        return Text.from_json(self.title)

    @property
    def kind(self) -> MeasureKind:
        """Return the kind of measure."""
        return MeasureKind(self.measure_kind)

    @property
    def is_opened(self) -> bool:
        """Whether somebody broke the seal."""
        return self.opened_at is not None

    @property
    def is_published(self) -> bool:
        """Whether everybody may see the result."""
        return self.published_at is not None
