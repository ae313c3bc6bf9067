"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Published studies and our own evaluations."""

    name = "streekwerk.learning"
    verbose_name = "Learning"
