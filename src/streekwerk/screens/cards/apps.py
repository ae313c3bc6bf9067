"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class CardsScreensConfig(AppConfig):
    """The evidence cards: what each measure does, and how sure we are."""

    name = "streekwerk.screens.cards"
    label = "screens_cards"
    verbose_name = "Bewijskaarten"
