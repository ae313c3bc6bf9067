"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The start page, signing in, and the reader's language."""

    name = "streekwerk.screens.home"
    label = "screens_home"
    verbose_name = "Begin"
