"""A process of its own that delivers one municipality of the demo region."""

from __future__ import annotations

import os

import django

from streekwerk.demo.config import RegionConfig


def deliver(code: str, config: RegionConfig) -> int:
    """Set Django up in this fresh process and deliver; return the rows read."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "streekwerk.config.settings")
    django.setup()
    from streekwerk.deliveries import demo  # noqa: PLC0415 (models need Django set up)

    return demo.deliver(code, config)
