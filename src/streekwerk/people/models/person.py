"""A jobseeker: who it is, who guides them, and how their register records are found."""

from __future__ import annotations

import uuid

from django.db import models

from streekwerk.accounts.models import Municipality, User


class Person(models.Model):
    """Somebody whom a municipality helps to work. Identity is minimal.

    There is no BSN. ``pseudonym`` is the keyed pseudonym under which the person's
    records came with deliveries, so that benefit, measures and exits join; it is
    empty for who was never in a delivered file. ``user`` is the person's own account.
    Every table about people carries ``municipality`` beside the person, so that the
    database itself can keep municipalities apart.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    pseudonym = models.UUIDField(null=True)
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=80)
    birth_date = models.DateField(null=True)
    caseworker = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    user = models.OneToOneField(User, on_delete=models.RESTRICT, null=True, related_name="person")
    fictitious = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """By name; a pseudonym is one person of a municipality."""

        ordering = ("last_name", "first_name", "pk")
        verbose_name_plural = "people"
        indexes = (
            models.Index(fields=("municipality", "caseworker"), name="person_by_caseworker"),
        )
        constraints = (
            # Other tables refer to (municipality, id), so that no row can point across.
            models.UniqueConstraint(fields=("municipality", "id"), name="person_of_municipality"),
            models.UniqueConstraint(fields=("municipality", "pseudonym"), name="pseudonym_once"),
        )

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"
