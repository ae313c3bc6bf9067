"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class BylawsConfig(AppConfig):
    """Open terms of the law, filled in by each municipality with source and date."""

    name = "streekwerk.bylaws"
    verbose_name = "Verordening"
