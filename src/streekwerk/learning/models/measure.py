"""What evidence is ordered by: kinds of measures and kinds of outcomes."""

from __future__ import annotations

from django.db import models

from streekwerk.vocabulary.language import Text


class MeasureKind(models.TextChoices):
    """What kind of help it was. The label is Dutch; :attr:`words` has both languages."""

    TRAINING = "training", "Scholing en training"
    WORK_EXPERIENCE = "work_experience", "Werkervaring en werkplek"
    WAGE_SUBSIDY = "wage_subsidy", "Loonkostensubsidie"
    COACHING = "coaching", "Begeleiding en coaching"
    INCENTIVE = "incentive", "Bonus of vrijlating"
    EXEMPTION = "exemption", "Ontheffing van plichten"
    OTHER = "other", "Anders"

    @property
    def words(self) -> Text:
        """Name the kind in both languages."""
        return Text(str(self.label), _ENGLISH[self.value])


_ENGLISH = {
    "training": "Training",
    "work_experience": "Work experience",
    "wage_subsidy": "Wage subsidy",
    "coaching": "Guidance and coaching",
    "incentive": "Bonus or earnings disregard",
    "exemption": "Exemption from duties",
    "other": "Other",
}


class OutcomeKind(models.TextChoices):
    """What an effect is an effect on."""

    WORK = "work", "Werk"
    INCOME = "income", "Inkomen"
    BENEFIT = "benefit", "Uitkering"
    OTHER = "other", "Anders"

    @property
    def words(self) -> Text:
        """Name the kind in both languages."""
        return Text(str(self.label), _ENGLISH_OUTCOMES[self.value])


_ENGLISH_OUTCOMES = {
    "work": "Work",
    "income": "Income",
    "benefit": "Benefit",
    "other": "Other",
}
