"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Jobseekers and their guidance."""

    name = "streekwerk.people"
    verbose_name = "Mensen"
