"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class RightsConfig(AppConfig):
    """What the law gives, for whoever wants to know."""

    name = "streekwerk.screens.rights"
    label = "screens_rights"
    verbose_name = "Wat de wet geeft"
