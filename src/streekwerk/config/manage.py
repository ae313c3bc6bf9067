"""Django's own commands: ``python -m streekwerk.config.manage migrate``."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

from streekwerk.config.database import running


def main(arguments: list[str] | None = None) -> None:
    """Run one of Django's commands with a database at hand."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "streekwerk.config.settings")
    with running():
        execute_from_command_line(arguments or sys.argv)


if __name__ == "__main__":
    main()
