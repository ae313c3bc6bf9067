"""How fast a large delivery is taken in: ``python -m benchmarks.import_speed [people]``.

One month of benefits of a fictitious municipality, as XML: received, read and checked,
stored with COPY, fetched back for an analysis. Wall-clock and processor seconds are both
given, because a machine that does other things makes the first say little.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command

from streekwerk.config import database

if TYPE_CHECKING:
    from streekwerk.accounts.models import User


def main() -> None:
    """Measure each step and print rows per second."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"STREEKWERK_VAR": folder, "STREEKWERK_DEMO": "1", "OMP_NUM_THREADS": "1"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "streekwerk.config.settings"
        django.setup()
        with database.running():
            with database.as_owner():
                call_command("migrate", verbosity=0)
            _measure(Path(folder), people)


def _measure(folder: Path, people: int) -> None:
    from benchmarks import crash_bench  # noqa: PLC0415 (models need Django set up)
    from streekwerk.accounts.scope import Scope, acting  # noqa: PLC0415 (likewise)
    from streekwerk.registers.exchange import read_bus, read_screened  # noqa: PLC0415 (likewise)

    file = crash_bench.write_file(folder / "files", people)
    user = crash_bench.set_up()
    rows = sum(len(checked.rows) for checked in read_bus(file))
    print(f"{rows:,} rows, {file.stat().st_size / 1e6:.0f} MB of XML")
    with _timed("reading and checking each record by itself", rows):
        sum(1 for _ in read_bus(file))
    with _timed("reading and checking many at once", rows):
        sum(1 for _ in read_screened(file))
    with acting(Scope.of(user)):
        _import(user, file, rows)


def _import(user: User, file: Path, rows: int) -> None:
    from streekwerk.deliveries.actions import checking, receiving  # noqa: PLC0415 (likewise)
    from streekwerk.deliveries.importing import storing, workspace  # noqa: PLC0415 (likewise)

    with _timed("receiving (to the disk itself)", rows):
        content = [file.read_bytes()]
        delivery = receiving.receive(user, file.name, content, check_later=False).delivery
    real = storing.store

    def store(*arguments: object, **options: object) -> int:
        with _timed("  of which storing (DuckDB to PostgreSQL)", rows):
            return real(*arguments, **options)  # type: ignore[arg-type]  # passed on as it came

    checking.store = store  # type: ignore[assignment]  # to see how long it takes
    with _timed("the whole import", rows):
        checking.check_waiting(delivery.municipality_id)
    with _timed("fetching back for an analysis", rows), workspace.workspace([delivery.pk]):
        pass


@contextmanager
def _timed(name: str, rows: int) -> Iterator[None]:
    wall, processor = time.perf_counter(), time.process_time()
    yield
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(
        f"{name}: {wall:.1f} s ({rows / wall:,.0f} rows/s), "
        f"{processor:.1f} s of processor ({rows / max(processor, 1e-9):,.0f} rows/s)"
    )


if __name__ == "__main__":
    main()
