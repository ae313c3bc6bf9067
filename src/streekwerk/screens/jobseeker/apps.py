"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class JobseekerScreensConfig(AppConfig):
    """The jobseeker's own portal."""

    name = "streekwerk.screens.jobseeker"
    label = "screens_jobseeker"
    verbose_name = "Mijn Streekwerk"
