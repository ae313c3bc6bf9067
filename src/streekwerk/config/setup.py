"""Set Django up for a command, once."""

from __future__ import annotations

import os

import django
from django.apps import apps


def set_up() -> None:
    """Make models usable; nothing when that was done already in this process.

    Setting up twice would close the log handlers made meanwhile, and with them the
    stream that a library's handler writes to: standard error itself.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "streekwerk.config.settings")
    if not apps.ready:
        django.setup()
