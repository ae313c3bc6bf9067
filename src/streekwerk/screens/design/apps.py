"""The Django app that carries templates, style sheets and template tags."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Base templates, components and charts for every reader's screens."""

    name = "streekwerk.screens.design"
    label = "design"
    verbose_name = "Vormgeving"
