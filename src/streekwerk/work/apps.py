"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Work at employers, redesigned."""

    name = "streekwerk.work"
    label = "work"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Werk"
