"""The private, temporary place of a file as it was delivered, BSNs and all.

A file lives here from its upload until it has been checked, then it is erased:
what stays is pseudonymised. Only the account that runs the product can read it.
Workers that check files must see the same directory as the web server.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from streekwerk.deliveries import refusals

LARGEST_FILE = 4_000_000_000
STRAY_AFTER = 24 * 3600.0
_UNSAFE = re.compile(r"[^\w.\- ]+")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that came in: under which id, and what it is known by."""

    id: uuid.UUID
    name: str
    size: int
    fingerprint: str


def directory() -> Path:
    """Return the directory of incoming files."""
    return Path(settings.STATE_DIRECTORY) / "incoming"


def keep(name: str, chunks: Iterable[bytes]) -> Incoming:
    """Write a file to the private place, to the disk itself; Refused when it is too big."""
    id_ = uuid.uuid4()
    name = safe_name(name)
    folder = directory() / str(id_)
    folder.mkdir(mode=0o700, parents=True)
    directory().chmod(0o700)
    try:
        size, fingerprint = _write(folder / name, chunks)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Incoming(id_, name, size, fingerprint)


def path_of(id_: uuid.UUID) -> Path | None:
    """Return where the file is, or None when it has been erased."""
    folder = directory() / str(id_)
    return next(folder.iterdir(), None) if folder.is_dir() else None


def erase(id_: uuid.UUID) -> None:
    """Erase a file; nothing happens when it is gone already."""
    shutil.rmtree(directory() / str(id_), ignore_errors=True)


def ids() -> list[uuid.UUID]:
    """Return the ids of all files that are there."""
    found = []
    for folder in directory().glob("*-*-*-*-*"):
        try:
            found.append(uuid.UUID(folder.name))
        except ValueError:
            continue
    return found


def is_old(id_: uuid.UUID, seconds: float = STRAY_AFTER) -> bool:
    """Whether a file has been there for so long; by default a day, longer than any upload."""
    try:
        written = (directory() / str(id_)).stat().st_mtime
    except FileNotFoundError:
        return False
    return time.time() - written > seconds


@contextmanager
def workplace() -> Iterator[Path]:
    """Give a private directory for intermediate files; it is erased afterwards."""
    place = Path(settings.STATE_DIRECTORY) / "work" / str(uuid.uuid4())
    place.mkdir(mode=0o700, parents=True)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def safe_name(name: str) -> str:
    """Return the last part of a name without anything a file system could stumble over."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return _UNSAFE.sub("_", last).strip(" .")[-200:] or "bestand"


def _write(path: Path, chunks: Iterable[bytes]) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with open(path, "xb", opener=lambda target, flags: os.open(target, flags, mode=0o600)) as file:
        for chunk in chunks:
            size += len(chunk)
            if size > LARGEST_FILE:
                raise refusals.Refused(refusals.too_big(LARGEST_FILE // 1_000_000))
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return size, digest.hexdigest()
