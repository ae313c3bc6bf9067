"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class OptionsScreensConfig(AppConfig):
    """Options, decision and offers."""

    name = "streekwerk.screens.caseworker.options"
    label = "screens_options"
    verbose_name = "Mogelijkheden"
