"""A file of records that a researcher brought in."""

from __future__ import annotations

import uuid

from django.db import models

from streekwerk.accounts.models import Municipality, User


class Dataset(models.Model):
    """The file as it came in, byte for byte, and who brought it.

    The bytes live in the database: they are then in the same backup, the same
    transaction and, later, behind the same row-level security as the rest.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.RESTRICT, related_name="+")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    columns = models.JSONField()
    uploaded_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The same file is kept once per municipality."""

        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "sha256", "name"), name="file_once_a_municipality"
            ),
        )

    def __str__(self) -> str:
        return self.name
