"""What every page of the house needs to know."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def house(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the municipality's theme, the demo notice, where the source is.

    Settings, all optional: ``STREEKWERK_THEME_CSS`` (a static path or a URL of a
    token file), ``STREEKWERK_THEME_CLASS`` (the class that file is written for),
    ``DEMO`` and ``STREEKWERK_SOURCE_URL``.
    """
    return {
        "house_theme_css": getattr(settings, "STREEKWERK_THEME_CSS", ""),
        "house_theme_class": getattr(settings, "STREEKWERK_THEME_CLASS", ""),
        "house_demo": getattr(settings, "DEMO", False),
        "house_source_url": getattr(settings, "STREEKWERK_SOURCE_URL", ""),
    }
