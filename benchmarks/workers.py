"""The same cards from 1, 2 and 4 workers: ``python -m benchmarks.workers [people] [workers…]``.

It delivers a fictitious region, has its cards computed by that many real worker
processes (``streekwerk worker``), throws the cards away and does it again. What is
stored must be the same to the last byte.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time

import django
from django.core.management import call_command
from django.db import connection

from streekwerk.config import database
from streekwerk.demo.config import RegionConfig


def main() -> None:
    """Deliver, compute with each number of workers, compare."""
    people, *numbers = [int(text) for text in sys.argv[1:]] or [3_000]
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"STREEKWERK_VAR": folder, "STREEKWERK_DEMO": "1", "OMP_NUM_THREADS": "1"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "streekwerk.config.settings"
        django.setup()
        with database.running():
            call_command("migrate", verbosity=0)
            _deliver(people)
            found = {number: _compute(number) for number in numbers or [1, 2, 4]}
    for number, (digest, cards, seconds) in found.items():
        print(f"{number} workers: {cards} cards in {seconds:.0f} s, sha256 {digest[:16]}…")
    assert len({digest for digest, _, _ in found.values()}) == 1, "the cards differ"
    print("identical to the last byte")


def _deliver(people: int) -> None:
    from streekwerk.deliveries import demo  # noqa: PLC0415 (models need Django set up)

    start = time.monotonic()
    demo.load(config=RegionConfig(people=people, months=42))
    print(f"a region of {people:,} people delivered in {time.monotonic() - start:.0f} s")


def _compute(workers: int) -> tuple[str, int, float]:
    """Have the cards of the region and of two municipalities made; return their digest."""
    from streekwerk.accounts.models import User  # noqa: PLC0415 (models need Django set up)
    from streekwerk.learning.actions.cards import ask_for_cards  # noqa: PLC0415 (likewise)

    with connection.cursor() as cursor:
        cursor.execute("truncate learning_measurecard, learning_round, procrastinate_jobs cascade")
    for name in ("fatima", "sanne", "mehmet"):
        ask_for_cards(User.objects.get(username=name))
    start = time.monotonic()
    command = [sys.executable, "-m", "streekwerk.cli", "worker"]
    processes = [
        subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
        for _ in range(workers)
    ]
    try:
        while _unfinished():
            time.sleep(0.5)
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()
    return (*_digest(), time.monotonic() - start)


def _unfinished() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from learning_round where state in ('waiting', 'busy')")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _digest() -> tuple[str, int]:
    """Return a digest of every stored card, audit and cohort, and how many cards there are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select r.codes::text, c.measure, c.state, c.card::text, c.brief::text, "
            "r.audit::text, r.cohort::text from learning_measurecard c "
            "join learning_round r on r.id = c.round_id order by 1, 2"
        )
        rows = cursor.fetchall()
    assert rows, "no cards were made"
    assert all(row[2] == "done" for row in rows), "a card failed"
    return hashlib.sha256(repr(rows).encode()).hexdigest(), len(rows)


if __name__ == "__main__":
    main()
