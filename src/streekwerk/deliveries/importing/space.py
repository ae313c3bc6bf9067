"""Look whether there is room before writing, where that can be seen."""

from __future__ import annotations

import errno
import re
import shutil
from pathlib import Path

import duckdb
import psycopg
from django.db import connection

from streekwerk.deliveries import incoming, refusals

MEGABYTE = 1_000_000
# What must stay free whatever happens: a full disk stops everybody's work.
RESERVE = 200 * MEGABYTE
# Records, their index, the write-ahead log and the intermediate file, against the file itself.
TIMES_THE_FILE = 3


_DUCKDB_FULL = re.compile(r"no space left|not enough (disk )?space|disk quota", re.IGNORECASE)


def require_room(file_size: int) -> None:
    """Raise NoRoom unless this machine, and the database's if it is this one, can store the file.

    The disk of a database on another machine cannot be seen from here; when that
    is full, PostgreSQL refuses and the transaction leaves nothing behind.
    """
    needed = RESERVE + TIMES_THE_FILE * file_size
    for place in filter(None, (incoming.directory(), _database_directory())):
        free = shutil.disk_usage(place).free
        if free < needed:
            words = refusals.too_little_room(needed // MEGABYTE, free // MEGABYTE)
            raise refusals.NoRoom(words)


def no_room_in(error: Exception) -> refusals.NoRoom | None:
    """Return what an error means when it means that a disk is full, wherever it came from."""
    cause = error.__cause__ or error
    full = (
        isinstance(cause, psycopg.errors.DiskFull)
        or (isinstance(cause, OSError) and cause.errno in {errno.ENOSPC, errno.EDQUOT})
        or (isinstance(cause, duckdb.Error) and _DUCKDB_FULL.search(str(cause)) is not None)
    )
    return refusals.NoRoom(refusals.DISK_FULL) if full else None


def _database_directory() -> Path | None:
    """Return where the database keeps its data, if it is on this machine."""
    host = connection.settings_dict.get("HOST") or "/"
    if not str(host).startswith("/"):
        return None
    with connection.cursor() as cursor:
        cursor.execute("select setting from pg_settings where name = 'data_directory'")
        row = cursor.fetchone()
    place = Path(row[0]) if row and row[0] else None
    return place if place is not None and place.is_dir() else None
