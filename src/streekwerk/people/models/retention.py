"""How long a municipality keeps files, and the destroying of a file by two people.

Both are history. What stays of a file that was destroyed is the declaration of it
(Archiefbesluit 1995 art. 8): what kind of file, on what ground, by whom; not whose.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from streekwerk.accounts.models import Municipality, User
from streekwerk.guidance.choices import Choice
from streekwerk.people.models.checks import one_of
from streekwerk.people.models.person import Person


class Ground(Choice):
    """Why a file is destroyed."""

    TERM = "term", "de bewaartermijn is voorbij", "the retention term has passed"
    REQUEST = (
        "request",
        "de werkzoekende vroeg erom (AVG art. 17)",
        "the jobseeker asked for it (GDPR art. 17)",
    )


class RetentionTerm(models.Model):
    """How many months after closing a file is kept, and in which selection list that stands.

    Added, and never changed: the latest counts. There is no default: as long as a municipality
    filled in nothing, no file is past its term.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    months = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    set_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    set_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; never without a source."""

        ordering = ("-pk",)
        indexes = (models.Index(fields=("municipality", "-id"), name="retention_of_municipality"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=1200), name="retention_in_months"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="retention_has_a_source"),
        )

    def __str__(self) -> str:
        return f"{self.months} {self.source}"


class Destruction(models.Model):
    """One file on its way to be destroyed: proposed by one person, confirmed by another.

    Until it is confirmed ``person`` says whose file; after that the column is empty and
    the row is the declaration. ``kept_words`` says why a proposal was put aside. Of an
    advice of a destroyed file only its number is left in ``advices``.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.RESTRICT, null=True, related_name="destructions"
    )
    ground = models.CharField(max_length=8)
    months = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=200)
    proposed_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    kept_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    kept_at = models.DateTimeField(null=True)
    kept_words = models.CharField(max_length=300, blank=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    destroyed_at = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(default=0)
    advices = models.PositiveIntegerField(default=0)

    class Meta:
        """Newest first; two different people; a person exactly until it is done."""

        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("municipality", "-id"), name="destruction_of_municipality"),
        )
        constraints = (
            one_of("ground", Ground, "destruction_ground_known"),
            models.UniqueConstraint(
                fields=("person",), condition=Q(kept_at=None), name="one_destruction_of_a_file"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="destruction_confirmed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")),
                name="destruction_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(destroyed_at__isnull=True, person__isnull=False)
                | Q(destroyed_at__isnull=True, kept_at__isnull=False)
                | Q(destroyed_at__isnull=False, person__isnull=True, confirmed_by__isnull=False),
                name="destruction_person_until_done",
            ),
            models.CheckConstraint(
                condition=Q(kept_at__isnull=True, kept_by__isnull=True, kept_words="")
                | Q(kept_at__isnull=False, kept_by__isnull=False, confirmed_at=None)
                & ~Q(kept_words=""),
                name="destruction_kept_with_words",
            ),
        )

    def __str__(self) -> str:
        return f"{self.ground} {self.proposed_at:%Y-%m-%d}"

    @property
    def ground_now(self) -> Ground:
        """Return why."""
        return Ground(self.ground)
