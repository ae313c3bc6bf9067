"""What others found and published, typed in with citation."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.learning.models.measure import MeasureKind, OutcomeKind
from streekwerk.vocabulary.language import Text


class Study(models.Model):
    """A published study: what was tried on whom, and where to read it."""

    slug = models.SlugField(unique=True)
    measure_kind = models.CharField(max_length=30, choices=MeasureKind)
    title = models.JSONField()
    summary = models.JSONField()
    people = models.JSONField()
    country = models.CharField(max_length=2)
    year = models.PositiveSmallIntegerField()
    period = models.CharField(max_length=40)
    outcome_kind = models.CharField(max_length=10, choices=OutcomeKind)
    randomised = models.BooleanField()
    citation = models.TextField()
    doi = models.CharField(max_length=100, blank=True)
    url = models.URLField(blank=True)
    remark = models.JSONField(null=True)

    class Meta:
        """By what was tried."""

        ordering = ("measure_kind", "-year", "slug")
        verbose_name_plural = "studies"

    def __str__(self) -> str:
        return str(self.title_words)

    @property
    def title_words(self) -> Text:
        """Say what was tried."""
        return Text.from_json(self.title)

    @property
    def summary_words(self) -> Text:
        """Say what was found, in a sentence or two."""
        return Text.from_json(self.summary)

    @property
    def people_words(self) -> Text:
        """Say who took part."""
        return Text.from_json(self.people)

    @property
    def remark_words(self) -> Text | None:
        """Say what to keep in mind."""
        return Text.from_json(self.remark) if self.remark else None

    @property
    def kind(self) -> MeasureKind:
        """Return the kind of measure."""
        return MeasureKind(self.measure_kind)


class StudyEstimate(models.Model):
    """One figure of a study.

    ``effect`` is in ``unit``; ``standard_error`` is as published. Both are empty
    where no interval was published: a point without its interval is not kept.
    """

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="estimates")
    position = models.PositiveSmallIntegerField()
    outcome = models.JSONField()
    group = models.JSONField()
    horizon_months = models.PositiveSmallIntegerField(null=True)
    unit = models.JSONField()
    higher_is_better = models.BooleanField(default=True)
    effect = models.FloatField(null=True)
    standard_error = models.FloatField(null=True)
    n = models.PositiveIntegerField(null=True)
    words = models.JSONField()

    class Meta:
        """In the study's own order; never a point without its interval."""

        ordering = ("study", "position")
        constraints = (
            models.UniqueConstraint(fields=("study", "position"), name="estimate_place_in_study"),
            models.CheckConstraint(
                condition=Q(effect__isnull=True, standard_error__isnull=True)
                | Q(effect__isnull=False, standard_error__isnull=False, standard_error__gt=0),
                name="no_point_without_interval",
            ),
        )

    def __str__(self) -> str:
        return str(self.outcome_words)

    @property
    def outcome_words(self) -> Text:
        """Name the outcome."""
        return Text.from_json(self.outcome)

    @property
    def group_words(self) -> Text:
        """Say whom the figure is about."""
        return Text.from_json(self.group)

    @property
    def unit_words(self) -> Text:
        """Name the unit."""
        return Text.from_json(self.unit)

    @property
    def result_words(self) -> Text:
        """Say the figure in words."""
        return Text.from_json(self.words)

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return the 95 % interval, estimate ± 1.96 standard errors."""
        if self.effect is None or self.standard_error is None:
            return None
        return (self.effect - 1.96 * self.standard_error, self.effect + 1.96 * self.standard_error)
