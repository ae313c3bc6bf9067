"""Whose records are left out of evaluations, because they objected to that use."""

from __future__ import annotations

from django.db import models

from streekwerk.accounts.models import Municipality


class LeftOut(models.Model):
    """From now on the records of ``person`` are left out, or (``out`` false) used again.

    ``person`` is a pseudonym. Added, and never changed: of two rows about a person the later
    counts. A round of evaluations keeps which rows counted for it, so that it can be redone.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    person = models.UUIDField()
    out = models.BooleanField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        verbose_name_plural = "left out"
        db_table = "deliveries_left_out"
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("municipality", "person", "-id"), name="left_out_of_person"),
        )

    def __str__(self) -> str:
        return f"{'out' if self.out else 'in'} {self.at:%Y-%m-%d}"
