"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    """Employers and the relation with them."""

    name = "streekwerk.partners"
    verbose_name = "Werkgevers"

    def ready(self) -> None:
        """Have the own events and reasons registered before anybody asks for them."""
        from streekwerk.partners import events, signals  # noqa: F401, PLC0415 - needs the models
        from streekwerk.partners.actions import invitations  # noqa: F401, PLC0415 - it listens
