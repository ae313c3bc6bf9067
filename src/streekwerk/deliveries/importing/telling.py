"""Tell how far the reading of a file is, over a connection of its own."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from streekwerk.deliveries.models import Delivery
from streekwerk.vocabulary.language import LANGUAGES, Text, number

_TELL = """
insert into deliveries_progress (delivery_id, municipality_id, percent, doing, problem, updated_at)
select id, municipality_id, %s, %s::jsonb, null, now() from deliveries_delivery where id = %s
on conflict (delivery_id) do update
set percent = excluded.percent, doing = excluded.doing, problem = null, updated_at = now()
"""


READING = Text("Bestand lezen en nakijken", "Reading and checking the file")
# Percent done when the reading starts and when it is over; the rest is storing.
START, READ = 2, 75
EVERY = 0.5  # seconds


class Teller:
    """Writes progress that is seen at once, whatever becomes of the transaction beside it."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection

    def __call__(self, delivery: Delivery, percent: int, doing: Text) -> None:
        """Say that ``delivery`` is ``percent`` done and what is being done."""
        with self._connection.cursor() as cursor:
            cursor.execute(_TELL, [percent, json.dumps(doing.as_json()), delivery.pk])


class Reading:
    """Tells how far the reading of one file is, in rows and megabytes; not too often."""

    def __init__(self, delivery: Delivery, tell: Teller) -> None:
        self._delivery, self._tell = delivery, tell
        self._told = time.monotonic()

    def __call__(self, rows: int, share: float) -> None:
        """Tell that ``rows`` were read, and ``share`` of the file."""
        now = time.monotonic()
        if now - self._told < EVERY:
            return
        self._told = now
        percent = START + int((READ - START) * share)
        self._tell(self._delivery, percent, reading(rows, share, self._delivery.size))


def reading(rows: int, share: float, size: int) -> Text:
    """Say how far the reading is; ``share`` is 0 where it cannot be known."""
    nl, en = (number(rows, language) for language in LANGUAGES)
    told = Text(f"{READING.nl}: {nl} regels", f"{READING.en}: {en} rows")
    if not share:
        return told
    done, whole = share * size / 1e6, size / 1e6
    return Text(
        f"{told.nl}, {done:.0f} van {whole:.0f} MB", f"{told.en}, {done:.0f} of {whole:.0f} MB"
    )


@contextmanager
def teller() -> Iterator[Teller]:
    """Open the second connection, and close it."""
    connection = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        yield Teller(connection)
    finally:
        connection.close()
