"""The pseudonym key of a municipality: outside the database, one file each.

``STREEKWERK_PSEUDONYM_KEY_<code>`` (hexadecimal) goes before the file
``keys/<code>.key`` in the state directory, so that a secret store can supply it.
Whoever has a key and the database can find out who somebody is: a backup must
never hold both.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from streekwerk.deliveries import refusals
from streekwerk.registers.analysis.pseudonym import PseudonymKey


def key_of(code: str, key_check: str) -> PseudonymKey:
    """Return the key of a municipality; Refused when it is absent or not the one used before."""
    key = _from_environment(code) or _from_file(code)
    if key is None or check_of(key) != key_check:
        raise refusals.Refused(refusals.KEY_GONE)
    return key


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where the key of a municipality is kept, and whether it is there: never what it is.

    ``state`` is good, gone or other (not the one used before); ``variable`` says that an
    environment variable supplies it, ``name`` is that variable or the file.
    """

    state: str
    variable: bool
    name: str


def place_of(code: str, key_check: str) -> KeyPlace:
    """Say where the key is kept and whether it is the right one."""
    variable = f"STREEKWERK_PSEUDONYM_KEY_{code}"
    supplied = bool(os.environ.get(variable))
    try:
        key = _from_environment(code) or _from_file(code)
    except ValueError:  # not hexadecimal, or too short
        state = "other"
    else:
        state = "gone" if key is None else "good" if check_of(key) == key_check else "other"
    return KeyPlace(state, supplied, variable if supplied else f"keys/{code}.key")


def make_key(code: str) -> PseudonymKey:
    """Return the key that is there already, or make one and keep it in a private file."""
    if found := _from_environment(code) or _from_file(code):
        return found
    key = PseudonymKey.fresh(code)
    path = _path(code)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Written whole before it gets its name: a key that was half written is worse than none.
    part = path.with_suffix(f".{os.getpid()}")
    with open(part, "w", encoding="ascii", opener=_private) as file:
        file.write(key.secret.hex())
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(part, path)
    except FileExistsError:
        pass  # somebody was faster: theirs counts
    finally:
        part.unlink()
    found = _from_file(code)
    if found is None:
        raise refusals.Refused(refusals.KEY_GONE)
    return found


def check_of(key: PseudonymKey) -> str:
    """Return what may be kept beside the records to recognise a key by."""
    return key.number("key-check", "streekwerk")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)


def _from_environment(code: str) -> PseudonymKey | None:
    text = os.environ.get(f"STREEKWERK_PSEUDONYM_KEY_{code}")
    return PseudonymKey.from_hex(code, text) if text else None


def _from_file(code: str) -> PseudonymKey | None:
    try:
        return PseudonymKey.from_hex(code, _path(code).read_text(encoding="ascii"))
    except FileNotFoundError:
        return None


def _path(code: str) -> Path:
    return Path(settings.STATE_DIRECTORY) / "keys" / f"{code}.key"
