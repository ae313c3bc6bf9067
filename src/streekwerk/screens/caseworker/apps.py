"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class CaseworkerScreensConfig(AppConfig):
    """The caseworker's day: caseload, file, conversation, options, decision, plan."""

    name = "streekwerk.screens.caseworker"
    label = "screens_caseworker"
    verbose_name = "Begeleiding"
