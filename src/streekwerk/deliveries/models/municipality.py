"""Which municipality code a tenant delivers about, and which key makes its pseudonyms."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import Municipality, User


class Reporter(models.Model):
    """A municipality code (CBS, four digits) whose files a tenant delivers.

    A joint service delivers for several municipalities, so a tenant can have
    several codes. ``key_check`` tells whether a pseudonym key is the right one;
    the key itself is never in the database. ``in_region_since`` is empty while the
    municipality keeps its records out of what the region computes together.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="reporters"
    )
    code = models.CharField(max_length=4, unique=True, validators=[RegexValidator(r"^\d{4}$")])
    key_check = models.CharField(max_length=32)
    in_region_since = models.DateTimeField(null=True)
    in_region_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        """By code."""

        ordering = ("code",)
        constraints = (
            models.CheckConstraint(condition=Q(code__regex=r"^\d{4}$"), name="code_of_four_digits"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.municipality}"


class Source(models.Model):
    """How to read a municipality's own kind of file: a saved column mapping, used every time."""

    municipality = models.ForeignKey(Municipality, on_delete=models.RESTRICT, related_name="+")
    name = models.CharField(max_length=60)
    mapping = models.JSONField()
    saved_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        """One of a name."""

        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("municipality", "name"), name="source_once"),
        )

    def __str__(self) -> str:
        return self.name
