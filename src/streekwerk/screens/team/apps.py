"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class TeamScreensConfig(AppConfig):
    """What happened with my clients, and what the team learns from it."""

    name = "streekwerk.screens.team"
    label = "screens_team"
    verbose_name = "Team"
