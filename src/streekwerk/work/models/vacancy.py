"""Work that is open: of one employer, or of a chain."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.matching.inventory import Level
from streekwerk.partners.models import OfEmployer
from streekwerk.vocabulary.language import Text
from streekwerk.work.models.chain import ChainProposal
from streekwerk.work.models.design import Design


class VacancyState(models.TextChoices):
    """Whether somebody can still come."""

    OPEN = "open", "Open"
    FILLED = "filled", "Vervuld"
    WITHDRAWN = "withdrawn", "Ingetrokken"


class Vacancy(OfEmployer):
    """One job that somebody can get; ``employer`` is who gives the contract.

    It says what the work is, never for whom in terms of a benefit or a target group.
    ``places`` are where one works (name, place, hours a year); ``half_hours`` what each of 52
    weeks has, the same every week for a job that is not a chain. ``load`` are the four loads
    from 0 to 4, empty where they are not known.
    """

    proposal = models.ForeignKey(
        ChainProposal, on_delete=models.RESTRICT, null=True, related_name="vacancies"
    )
    design = models.ForeignKey(
        Design, on_delete=models.RESTRICT, null=True, related_name="vacancies"
    )
    title = models.CharField(max_length=160)
    tasks = models.JSONField(default=list)
    half_hours = models.JSONField()
    level = models.PositiveSmallIntegerField()
    skills = models.JSONField(default=list)
    moments = models.JSONField(default=list)
    load = models.JSONField(null=True)
    places = models.JSONField()
    guidance = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=VacancyState, default=VacancyState.OPEN)
    opened_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; ended exactly when it is no longer open."""

        default_related_name = "vacancies"
        ordering = ("-pk",)
        verbose_name_plural = "vacancies"
        indexes = (
            models.Index(fields=("employer",), name="vacancies_of_employer"),
            models.Index(fields=("region", "state", "-id"), name="vacancies_by_state"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=VacancyState.values), name="vacancy_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=VacancyState.OPEN, ended_at=None)
                | (~Q(state=VacancyState.OPEN) & Q(ended_at__isnull=False)),
                name="vacancy_ends_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def level_words(self) -> Text:
        """Name the level."""
        return Level(self.level).words

    @property
    def hours_of_weeks(self) -> tuple[float, float]:
        """Return the fewest and the most hours in a week with work."""
        weeks = [each / 2 for each in self.half_hours if each]
        return (min(weeks), max(weeks)) if weeks else (0.0, 0.0)

    @property
    def working_weeks(self) -> int:
        """Return in how many weeks there is work."""
        return sum(each > 0 for each in self.half_hours)
