"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class ResearcherConfig(AppConfig):
    """The researcher's screens: from a file to a result."""

    name = "streekwerk.screens.researcher"
    label = "screens_researcher"
    verbose_name = "Onderzoek"
