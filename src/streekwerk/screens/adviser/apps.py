"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class AdviserScreensConfig(AppConfig):
    """The adviser's workbench."""

    name = "streekwerk.screens.adviser"
    label = "screens_adviser"
    verbose_name = "Werkgevers"
