"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PartnerFileScreensConfig(AppConfig):
    """The pages of an employer's file, seen from both sides."""

    name = "streekwerk.screens.partner_file"
    label = "screens_partner_file"
    verbose_name = "Werkgeversdossier"
