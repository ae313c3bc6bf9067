"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class EmployerScreensConfig(AppConfig):
    """Screens for employers, and for the adviser who works with one."""

    name = "streekwerk.screens.employer"
    label = "screens_employer"
    verbose_name = "Werkgever"

    def ready(self) -> None:
        """Stand on the adviser's page of every employer."""
        from streekwerk.screens.employer import at_adviser  # noqa: F401, PLC0415 - needs the models
