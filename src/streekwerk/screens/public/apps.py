"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """What everybody may read: what works, and how sure we are."""

    name = "streekwerk.screens.public"
    label = "screens_public"
    verbose_name = "Wat werkt"
