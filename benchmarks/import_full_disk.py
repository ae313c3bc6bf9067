"""Let the disk of everything run full during an import: ``python -m benchmarks.import_full_disk``.

The whole data directory (tables, write-ahead log, incoming files, intermediate files) lies
on a small disk of its own (tmpfs; needs root, else it says so and stops). First the
check before the import must see that there is too little room. Then that check is
switched off, as when another program fills the disk just after it looked, and the import
runs into the wall with more and more room left, so that it fails in another place each time:
receiving, reading, DuckDB, COPY, the write-ahead log. After each blow room is made, the database
is started again if it had stopped, and the same file is delivered again: exactly one
delivery with exactly the right records must be there.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command

from streekwerk.config import database

if TYPE_CHECKING:
    from benchmarks.crash_bench import Bench

DISK = "400m"
FIRST, STEP = 500_000, 400_000  # bytes left, and more each time


def main() -> None:
    """Mount, run, unmount; the number of repetitions is the first argument."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK},mode=0777", "tmpfs", folder]
        mounted = subprocess.run(mount, check=False, capture_output=True, text=True)  # noqa: S603
        if mounted.returncode:
            print(f"not tried: mounting a small disk is not allowed here: {mounted.stderr.strip()}")
            return
        try:
            _on(Path(folder), times)
        finally:
            database.stop(Path(folder) / "postgres")
            subprocess.run(["umount", "--lazy", folder], check=False)  # noqa: S603, S607


def _on(disk: Path, times: int) -> None:
    os.environ |= {"STREEKWERK_VAR": str(disk), "STREEKWERK_DEMO": "1", "OMP_NUM_THREADS": "1"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "streekwerk.config.settings"
    django.setup()
    with database.running():
        with database.as_owner():
            call_command("migrate", verbosity=0)
        from benchmarks.crash_bench import Bench  # noqa: PLC0415 (models need Django set up)

        bench = Bench(disk, random.Random(1))
        _keep_the_log_small()
        _seen_before(bench, disk)
        _into_the_wall(bench, disk, times)


def _seen_before(bench: Bench, disk: Path) -> None:
    """With too little room the import does not begin, and the page says why."""
    from benchmarks import crash_bench  # noqa: PLC0415 (models need Django set up)
    from streekwerk.deliveries.importing import space  # noqa: PLC0415 (likewise)

    ballast = disk / "ballast"
    _fill(ballast, disk, space.RESERVE // 2)
    assert bench.child(crash_bench.deliver_and_accept) != 0, "it began without room"
    seen = crash_bench.look()
    assert (seen.states, seen.records) == (("received",), 0), f"half: {seen}"
    print("seen before it began: the file waits; the page says:")
    print(f"  {crash_bench.told()}")
    ballast.unlink()
    space.RESERVE = space.TIMES_THE_FILE = 0
    assert bench.child(crash_bench.deliver_and_accept) == 0
    bench.whole = crash_bench.look()
    print(f"room again: {bench.whole.records:,} records, as delivered")


def _into_the_wall(bench: Bench, disk: Path, times: int) -> None:
    from benchmarks import crash_bench  # noqa: PLC0415 (models need Django set up)

    found: Counter[str] = Counter()
    ballast = disk / "ballast"
    for turn in range(times):
        crash_bench.wipe()
        with crash_bench.administrator() as cursor:
            cursor.execute("checkpoint")
        _fill(ballast, disk, FIRST + turn * STEP)
        broke = bench.child(crash_bench.deliver_and_accept) != 0
        ballast.unlink()
        stopped = _wake_the_database()
        bench.must_be_whole_or_nothing()
        left = bench.state()
        bench.must_recover()
        database_did = "the database had stopped" if stopped else "the database went on"
        found[f"{'broke off' if broke else 'fitted'}, {database_did}, then {left}"] += 1
    print(f"disk of everything full, {times} times: 0 half, 0 doubled, 0 lost")
    for what, count in sorted(found.items()):
        print(f"  {count:4} × {what}")


def _wake_the_database() -> bool:
    """Wait until the database answers; start it when it does not. Return whether it had to."""
    for _ in range(20):
        if database.is_running():
            return False
        time.sleep(0.25)
    database.stop()
    database.start()
    return True


def _keep_the_log_small() -> None:
    from benchmarks import crash_bench  # noqa: PLC0415 (models need Django set up)

    with crash_bench.administrator() as cursor:
        cursor.execute("alter system set max_wal_size = '64MB'")
        cursor.execute("alter system set min_wal_size = '32MB'")
        cursor.execute("select pg_reload_conf()")


def _fill(ballast: Path, disk: Path, leave: int) -> None:
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    with ballast.open("wb") as stream:
        stream.write(b"\0" * max(0, free - leave))


if __name__ == "__main__":
    main()
