"""What a chosen design costs and brings, as it was computed then. Added, never changed."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners.models import OfEmployer
from streekwerk.work.models.design import Design


class Case(OfEmployer):
    """One business case: everything that went in, everything that came out."""

    design = models.ForeignKey(Design, on_delete=models.RESTRICT, related_name="cases")
    inputs = models.JSONField()
    result = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    code_version = models.CharField(max_length=40)
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        default_related_name = "cases"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("employer", "-id"), name="cases_of"),)

    def __str__(self) -> str:
        return f"{self.design_id} {self.made_at:%Y-%m-%d}"
