"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """How evaluations and studies are shown, whoever reads them."""

    name = "streekwerk.screens.findings"
    label = "screens_findings"
    verbose_name = "Bevindingen"
