"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class DeliveriesConfig(AppConfig):
    """Deliveries of municipalities and the pseudonymised records in them."""

    name = "streekwerk.deliveries"
    verbose_name = "Deliveries"
