"""Break the import in every way we can think of; nothing may be half, doubled or lost.

    python -m benchmarks.import_crashes [kills] [dropped connections]

It starts a PostgreSQL of its own that really writes to disk (fsync on), delivers one
municipality's month of benefits again and again, and at a random moment

- kills the importing process with SIGKILL,
- drops its database connections with ``pg_terminate_backend``,
- lets the disk of the tables run full (a small tmpfs as tablespace; needs root).

After each blow it looks at what the database holds: all records of the file or none,
in agreement with the state of the delivery. Then the same file is delivered again, as
somebody would, and exactly one delivery with exactly the right records must be there,
and no file with BSNs anywhere.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from pathlib import Path

import django
from django.core.management import call_command

from streekwerk.config import database


def main() -> None:
    """Run everything and print what was seen."""
    kills, drops = (int(text) for text in [*sys.argv[1:], "200", "50"][:2])
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"STREEKWERK_VAR": folder, "STREEKWERK_DEMO": "1", "OMP_NUM_THREADS": "1"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "streekwerk.config.settings"
        django.setup()
        with database.running():
            with database.as_owner():
                call_command("migrate", verbosity=0)
            from benchmarks.crash_bench import Bench  # noqa: PLC0415 (models need Django set up)

            Bench(Path(folder), random.Random(1)).run(kills, drops)


if __name__ == "__main__":
    main()
