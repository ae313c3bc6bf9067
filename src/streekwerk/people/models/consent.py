"""What a jobseeker consents to, and objections to the use of the own records."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import User
from streekwerk.guidance.consents import Purpose
from streekwerk.people.models.checks import one_of
from streekwerk.people.models.person import OfPerson


class Consent(OfPerson):
    """Consent to one purpose was given or withdrawn. Added, and never changed.

    ``text`` is what was read, word for word, in ``language``; ``version`` is its version. Of
    two rows for a purpose the later counts, and none means no consent.
    """

    purpose = models.CharField(max_length=12)
    version = models.CharField(max_length=10)
    language = models.CharField(max_length=2)
    text = models.TextField()
    given = models.BooleanField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first for each purpose; never without the text."""

        default_related_name = "consents"
        ordering = ("purpose", "-pk")
        indexes = (models.Index(fields=("person", "purpose", "-id"), name="consent_of_person"),)
        constraints = (
            one_of("purpose", Purpose, "consent_purpose_known"),
            models.CheckConstraint(condition=~Q(text=""), name="consent_has_its_text"),
        )

    def __str__(self) -> str:
        return f"{self.purpose} {'given' if self.given else 'withdrawn'}"

    @property
    def purpose_now(self) -> Purpose:
        """Return what it is for."""
        return Purpose(self.purpose)


class UseObjection(OfPerson):
    """Somebody objects to the use of the own records in evaluations, or takes that back.

    AVG art. 21. Added, and never changed: the later row counts. ``words`` may be empty; no
    reason is asked.
    """

    out = models.BooleanField()
    words = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        default_related_name = "use_objections"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("person", "-id"), name="use_objection_of_person"),)

    def __str__(self) -> str:
        return f"{'out' if self.out else 'in'} {self.at:%Y-%m-%d}"
