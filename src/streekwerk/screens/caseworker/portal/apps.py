"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PortalScreensConfig(AppConfig):
    """Invitations to the portal, and the requests that come from it."""

    name = "streekwerk.screens.caseworker.portal"
    label = "screens_portal"
    verbose_name = "Vragen van werkzoekenden"
