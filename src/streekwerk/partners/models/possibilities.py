"""What an employer can do, and what must come out of it for the business."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import User
from streekwerk.partners.choices import Side
from streekwerk.partners.models.checks import of_region, one_of
from streekwerk.partners.models.employer import AboutEmployer, OfEmployer


class Possibilities(OfEmployer):
    """What was possible from a day on; the latest counts and earlier ones stay.

    Empty means that it was not asked: never that there is none. Lists hold keys of
    ``partners.choices``. ``guidance_minutes`` is minutes a week in which somebody can
    guide a new colleague; ``workplaces`` how many people could start.
    """

    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    side = models.CharField(max_length=8)
    guidance_minutes = models.PositiveIntegerField(null=True)
    workplaces = models.PositiveSmallIntegerField(null=True)
    days = models.JSONField(default=list)
    from_time = models.TimeField(null=True)
    until_time = models.TimeField(null=True)
    busy_months = models.JSONField(default=list)
    accessibility = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    technology = models.JSONField(default=list)
    words = models.TextField(blank=True)

    class Meta:
        """Newest first."""

        default_related_name = "possibilities"
        ordering = ("-on", "-pk")
        verbose_name_plural = "possibilities"
        indexes = (models.Index(fields=("employer", "-on"), name="possible_at_employer"),)
        constraints = (one_of("side", Side, "possibilities_side_known"),)

    def __str__(self) -> str:
        return f"{self.on}"


class ValuePackage(OfEmployer):
    """What must come out of it for the business, in its own words. The latest counts."""

    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    side = models.CharField(max_length=8)
    words = models.TextField()

    class Meta:
        """Newest first; never without words."""

        default_related_name = "value_packages"
        ordering = ("-on", "-pk")
        indexes = (models.Index(fields=("employer", "-on"), name="value_of_employer"),)
        constraints = (
            of_region("value_package_of_region"),
            one_of("side", Side, "value_side_known"),
            models.CheckConstraint(condition=~Q(words=""), name="value_has_words"),
        )

    def __str__(self) -> str:
        return self.words[:60]


class ValuePoint(AboutEmployer):
    """One measurable point: what, how it is now and how it should become."""

    package = models.ForeignKey(ValuePackage, on_delete=models.RESTRICT, related_name="points")
    what = models.CharField(max_length=120)
    now = models.CharField(max_length=60, blank=True)
    aim = models.CharField(max_length=60)

    class Meta:
        """In the order they were written."""

        default_related_name = "value_points"
        ordering = ("pk",)
        indexes = (models.Index(fields=("package",), name="point_of_package"),)

    def __str__(self) -> str:
        return f"{self.what}: {self.aim}"
