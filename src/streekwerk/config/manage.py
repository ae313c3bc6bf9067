"""Django's own commands: ``python -m streekwerk.config.manage migrate``."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

from streekwerk.accounts.scope import AT_THE_DOOR, acting
from streekwerk.config.database import NoOwnerError, as_owner, running

# These make or empty tables; the rest is done as the application, which owns none.
OWNERS_WORK = {"migrate", "flush", "sqlflush", "createcachetable"}


def main(arguments: list[str] | None = None) -> None:
    """Run one of Django's commands with a database at hand."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "streekwerk.config.settings")
    line = arguments or sys.argv
    try:
        with running(), as_owner() if {*line[1:2]} & OWNERS_WORK else acting(AT_THE_DOOR):
            execute_from_command_line(line)
    except NoOwnerError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
