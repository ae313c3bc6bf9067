"""An employer and the people one speaks to there."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import Municipality, Region, User
from streekwerk.partners.choices import SizeClass
from streekwerk.partners.models.checks import of_region, one_of
from streekwerk.vocabulary.dennis import TILES, Tile
from streekwerk.vocabulary.language import Text
from streekwerk.vocabulary.sbi import division_of


class Employer(models.Model):
    """An establishment where people work. It belongs to the region, not to a municipality.

    ``municipality`` is where it stands: its log is kept there and its accounts are looked
    after there. ``x_km`` and ``y_km`` are kilometres in the national grid (RD), for travel
    and the map. ``adviser`` is who of the region looks after the relation. ``phase``,
    ``phase_since``, ``next_on`` and ``last_contact_on`` follow from moves, agreements and
    contacts; only actions set them.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    region = models.ForeignKey(Region, on_delete=models.RESTRICT, related_name="+", db_index=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.RESTRICT, related_name="+")
    name = models.CharField(max_length=120)
    search_name = models.CharField(max_length=240, default="", editable=False)
    kvk_number = models.CharField(max_length=8)
    establishment_number = models.CharField(max_length=12, blank=True)
    sbi_code = models.CharField(max_length=5)
    size_class = models.CharField(max_length=8)
    place = models.CharField(max_length=80)
    x_km = models.FloatField(null=True)
    y_km = models.FloatField(null=True)
    adviser = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    phase = models.CharField(max_length=4)
    phase_since = models.DateField()
    next_on = models.DateField(null=True)
    last_contact_on = models.DateField(null=True)
    fictitious = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_on = models.DateField(null=True)

    class Meta:
        """By name; an establishment is there once in a region."""

        ordering = ("search_name", "pk")
        indexes = (
            models.Index(
                fields=("region", "search_name"),
                condition=Q(closed_on=None),
                name="employer_by_name",
            ),
            models.Index(
                fields=("region", "phase", "search_name"),
                condition=Q(closed_on=None),
                name="employer_by_phase",
            ),
            models.Index(
                fields=("region", "next_on"), condition=Q(closed_on=None), name="employer_by_next"
            ),
        )
        constraints = (
            of_region("employer_of_region"),
            models.UniqueConstraint(
                fields=("region", "kvk_number", "establishment_number"), name="establishment_once"
            ),
            one_of("size_class", SizeClass, "employer_size_known"),
            models.CheckConstraint(
                condition=Q(phase__in=tuple(TILES)), name="employer_phase_known"
            ),
            models.CheckConstraint(
                condition=Q(x_km=None, y_km=None) | Q(x_km__isnull=False, y_km__isnull=False),
                name="employer_place_whole",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def tile(self) -> Tile:
        """Return the phase of the relation."""
        return TILES[self.phase]

    @property
    def size(self) -> SizeClass:
        """Return how many people work there."""
        return SizeClass(self.size_class)

    @property
    def sector(self) -> Text:
        """Name the division of the economic activity."""
        return division_of(self.sbi_code).name


class AboutEmployer(models.Model):
    """What every row about an employer has: the region and the employer.

    The database lets an employer's own session through by ``employer``, so no table does
    without it, however it is reached.
    """

    region = models.ForeignKey(Region, on_delete=models.RESTRICT, related_name="+", db_index=False)
    employer = models.ForeignKey(Employer, on_delete=models.RESTRICT, db_index=False)

    class Meta:
        """Shared columns only."""

        abstract = True


class OfEmployer(AboutEmployer):
    """A row about an employer with a name for addresses."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        """Shared columns only."""

        abstract = True


class Contact(OfEmployer):
    """Somebody one speaks to at an employer; ``user`` is that person's own account.

    The account sees this employer only, and nothing after ``ended_on``.
    """

    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=80)
    job_title = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    user = models.OneToOneField(
        User, on_delete=models.RESTRICT, null=True, related_name="employer_contact"
    )
    ended_on = models.DateField(null=True)

    class Meta:
        """In the order they came."""

        default_related_name = "contacts"
        ordering = ("pk",)
        indexes = (models.Index(fields=("employer",), name="contact_of_employer"),)
        constraints = (of_region("contact_of_region"),)

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()
