"""The work of an employer: versions of an inventory, with roles and tasks.

The newest version is edited until designs are computed with it. From then on it is frozen,
and the next change begins a new version with the same keys.
"""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.matching.inventory import HEAVIEST, Level
from streekwerk.partners.models import AboutEmployer, OfEmployer
from streekwerk.vocabulary.language import Text

# Half hours a week: a thousand people full time.
LONGEST_TASK = 80_000
LEVELS = tuple(int(level) for level in Level)


class Source(models.TextChoices):
    """Where a task came from."""

    OWN = "own", "zelf ingevuld"
    LIBRARY = "library", "uit de bibliotheek"
    FILE = "file", "uit een bestand"


def upto(highest: int, default: int = 0) -> models.PositiveSmallIntegerField[int, int]:
    """Return a field for 0 to ``highest``."""
    return models.PositiveSmallIntegerField(
        default=default, validators=[MaxValueValidator(highest)]
    )


def within(name: str, **limits: tuple[int, int]) -> models.CheckConstraint:
    """Return the constraint that each field lies within its limits, both included."""
    condition = Q()
    for field, (lowest, highest) in limits.items():
        condition &= Q(**{f"{field}__gte": lowest, f"{field}__lte": highest})
    return models.CheckConstraint(condition=condition, name=name)


class WorkAnalysis(OfEmployer):
    """One version of the inventory; ``frozen_at`` is when designs were first computed with it."""

    number = models.PositiveIntegerField()
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    frozen_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; numbered for the employer; at most one that can be edited."""

        default_related_name = "work_analyses"
        ordering = ("-number",)
        verbose_name_plural = "work analyses"
        constraints = (
            models.UniqueConstraint(fields=("employer", "number"), name="analysis_numbered"),
            models.UniqueConstraint(
                fields=("employer",), condition=Q(frozen_at=None), name="one_open_analysis"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}"


class Role(AboutEmployer):
    """A role as it is now. ``cost`` is cents an hour for the employer, all charges included.

    ``contract_hours`` is the week of one person, to compare the hours of the tasks with; empty
    when it differs too much to say.
    """

    analysis = models.ForeignKey(WorkAnalysis, on_delete=models.CASCADE, related_name="roles")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    people = models.PositiveIntegerField(default=1, validators=[MinValueValidator(1)])
    contract_hours = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    cost = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField()
    pressure = upto(HEAVIEST)

    class Meta:
        """In the order they were added; a name once."""

        default_related_name = "work_roles"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("analysis", "key"), name="role_once_a_version"),
            models.UniqueConstraint(fields=("analysis", "name"), name="role_name_once"),
            within("role_in_range", level=(1, 5), pressure=(0, HEAVIEST)),
            models.CheckConstraint(condition=Q(people__gte=1, cost__gte=1), name="role_of_people"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def level_words(self) -> Text:
        """Name the level."""
        return Level(self.level).words

    @property
    def contract_half_hours(self) -> int | None:
        """Return what all people of the role have together in a week; None when not known."""
        if self.contract_hours is None:
            return None
        return round(2 * self.people * self.contract_hours)


class Task(AboutEmployer):
    """One task of one role; the attributes are those of ``matching.inventory.Task``."""

    analysis = models.ForeignKey(
        WorkAnalysis, on_delete=models.CASCADE, related_name="tasks", db_index=False
    )
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="tasks")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    half_hours = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField()
    physical = upto(HEAVIEST)
    cognitive = upto(HEAVIEST)
    social = upto(HEAVIEST)
    energetic = upto(HEAVIEST)
    skills = models.JSONField(default=list, blank=True)
    guidance = upto(60)
    autonomy = upto(HEAVIEST, 2)
    risk = upto(HEAVIEST)
    moments = models.JSONField(default=list, blank=True)
    core = models.BooleanField(default=False)
    teaches = models.BooleanField(default=False)
    divisible = models.BooleanField(default=True)
    confirmed = models.BooleanField(default=True)
    source = models.CharField(max_length=8, choices=Source, default=Source.OWN)
    library_key = models.CharField(max_length=80, blank=True)

    class Meta:
        """In the order they were added."""

        default_related_name = "work_tasks"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("analysis", "key"), name="task_once_a_version"),
            within(
                "task_in_range",
                level=(1, 5),
                half_hours=(1, LONGEST_TASK),
                physical=(0, HEAVIEST),
                cognitive=(0, HEAVIEST),
                social=(0, HEAVIEST),
                energetic=(0, HEAVIEST),
                guidance=(0, 60),
                autonomy=(0, HEAVIEST),
                risk=(0, HEAVIEST),
            ),
            models.CheckConstraint(condition=Q(source__in=Source.values), name="task_source_known"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def level_words(self) -> Text:
        """Name the level."""
        return Level(self.level).words

    @property
    def hours(self) -> float:
        """Return the hours a week."""
        return self.half_hours / 2
