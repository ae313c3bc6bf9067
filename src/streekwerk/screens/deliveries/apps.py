"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class DeliveriesScreensConfig(AppConfig):
    """The screens of deliveries: what is there, what lacks, and what to decide."""

    name = "streekwerk.screens.deliveries"
    label = "screens_deliveries"
    verbose_name = "Leveringen"
