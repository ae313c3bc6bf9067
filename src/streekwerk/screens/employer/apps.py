"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class EmployerScreensConfig(AppConfig):
    """Screens for employers, and for the adviser who works with one."""

    name = "streekwerk.screens.employer"
    label = "screens_employer"
    verbose_name = "Werkgever"
