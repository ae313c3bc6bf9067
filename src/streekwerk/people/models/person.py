"""A jobseeker: who it is, who guides them, and how their register records are found."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import Municipality, User


class Person(models.Model):
    """Somebody whom a municipality helps to work. Identity is minimal.

    There is no BSN. ``pseudonym`` is the keyed pseudonym under which the person's
    records came with deliveries, so that benefit, measures and exits join; it is
    empty for who was never in a delivered file. ``user`` is the person's own account.
    Every table about people carries ``municipality`` beside the person, so that the
    database itself can keep municipalities apart.

    Name and birth date are the latest of what the facts say, kept here to list and
    search by (``search_name`` without capitals and accents). ``next_on`` and
    ``last_contact_on`` follow from steps and conversations; only actions set them.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    pseudonym = models.UUIDField(null=True)
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=80)
    search_name = models.CharField(max_length=160, default="", editable=False)
    birth_date = models.DateField(null=True)
    caseworker = models.ForeignKey(
        User, on_delete=models.RESTRICT, null=True, related_name="+", db_index=False
    )
    user = models.OneToOneField(User, on_delete=models.RESTRICT, null=True, related_name="person")
    fictitious = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    next_on = models.DateField(null=True)
    last_contact_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    class Meta:
        """By name; a pseudonym is one person of a municipality."""

        ordering = ("search_name", "pk")
        verbose_name_plural = "people"
        indexes = (
            models.Index(
                fields=("municipality", "search_name"),
                condition=Q(closed_on=None),
                name="person_by_name",
            ),
            models.Index(
                fields=("caseworker", "search_name"),
                condition=Q(closed_on=None),
                name="person_of_caseworker",
            ),
            models.Index(
                fields=("municipality", "next_on"),
                condition=Q(closed_on=None),
                name="person_by_next_date",
            ),
        )
        constraints = (
            # Other tables refer to (municipality, id), so that no row can point across.
            models.UniqueConstraint(fields=("municipality", "id"), name="person_of_municipality"),
            models.UniqueConstraint(fields=("municipality", "pseudonym"), name="pseudonym_once"),
        )

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"


class AboutPerson(models.Model):
    """What every row about a person has: the tenant and the person.

    The database lets a jobseeker's own session through by ``person``, so no table does
    without it, however it is reached.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.RESTRICT, db_index=False)

    class Meta:
        """Shared columns only."""

        abstract = True


class OfPerson(AboutPerson):
    """A row about a person with a name for addresses."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        """Shared columns only."""

        abstract = True
