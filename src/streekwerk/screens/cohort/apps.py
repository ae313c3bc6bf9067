"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class CohortScreensConfig(AppConfig):
    """The cohort at a glance: people, measures and exits."""

    name = "streekwerk.screens.cohort"
    label = "screens_cohort"
    verbose_name = "Mensen en voorzieningen"
