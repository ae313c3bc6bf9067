"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class ChainsScreensConfig(AppConfig):
    """Chains of employers, for advisers and members, and vacancies."""

    name = "streekwerk.screens.chains"
    label = "screens_chains"
    verbose_name = "Ketens"

    def ready(self) -> None:
        """Add to the network map and the employer's page."""
        from streekwerk.screens.chains import hooks  # noqa: F401, PLC0415 (models must be there)
