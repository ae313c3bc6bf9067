"""Verify the audit log: every entry hangs in a chain of hashes that cannot be rewritten unseen.

The database links an entry when its transaction is committed (migration 0003). Here the
hashes are computed once more, outside the database and without its functions. Who can
change everything in the database can also make a new chain: only a head that was
published elsewhere before shows that, and shows a tail that was cut off.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg

FIRST = "0" * 64
MOST_FAULTS = 100
_READ = """
select l.number, l.previous, l.hash, e.id::text,
    (extract(epoch from e.at) * 1000000)::bigint::text, e.actor_id::text,
    e.municipality_id::text, e.action, e.subject, e.subject_id, e.detail::text
from accounts_auditlink l full join accounts_auditentry e on e.id = l.entry_id
order by l.number nulls last, e.id
"""


@dataclass(frozen=True, slots=True)
class Head:
    """The last link: its number and its hash. Written as ``number:hash``."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

    @classmethod
    def read(cls, text: str) -> Head:
        """Return the head written as ``number:hash``; ValueError on anything else."""
        number, _, digest = text.strip().partition(":")
        if not number.isdecimal() or len(digest) != len(FIRST):
            raise ValueError(f"a head looks like 1234:<64 hexadecimal digits>, got {text!r}")
        return cls(int(number), digest)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many links were verified, the last of them, and what is wrong (at most 100)."""

    links: int
    head: Head
    faults: tuple[str, ...]


def head(connection: psycopg.Connection[Any]) -> Head:
    """Return the last link of the chain."""
    query = "select number, hash from accounts_auditlink order by number desc limit 1"
    row = connection.execute(query).fetchone()
    return Head(*row) if row else Head(0, FIRST)


def verify(connection: psycopg.Connection[Any], published: Sequence[Head] = ()) -> Verdict:
    """Compute every hash once more, and compare with heads that were published before."""
    with connection.transaction(), connection.cursor("chain") as cursor:
        cursor.itersize = 10_000
        cursor.execute(_READ)
        last, faults = Head(0, FIRST), []
        expected = {one.number: one.hash for one in published}
        for row in cursor:
            found, last = _look(row, last, expected)
            faults += found
    faults += [
        f"Link {number} was published and is not there: the end of the log was cut off."
        for number in sorted(expected)
        if number > last.number
    ]
    return Verdict(last.number, last, tuple(faults[:MOST_FAULTS]))


def _look(row: Sequence[Any], last: Head, expected: dict[int, str]) -> tuple[list[str], Head]:
    number, previous, stored, entry, *fields = row
    if number is None:
        return [
            f"Entry {entry} is in no link: it was added past the chain, or its link removed."
        ], last
    faults = []
    if number != last.number + 1:
        faults.append(f"Links {last.number + 1} to {number - 1} are gone.")
    elif previous != last.hash:
        faults.append(f"Link {number} does not follow from the one before it.")
    if entry is None:
        faults.append(f"The entry of link {number} is gone.")
    elif digest([str(number), previous, entry, *fields]) != stored:
        faults.append(f"Entry {entry} (link {number}) was changed.")
    if expected.get(number, stored) != stored:
        faults.append(f"Link {number} is not the one that was published: the log was rewritten.")
    return faults, Head(number, stored)


def digest(fields: Iterable[str | None]) -> str:
    """Return the SHA-256 of ``fields``, each with its length in bytes before it."""
    return hashlib.sha256(b"".join(_parts(fields))).hexdigest()


def _parts(fields: Iterable[str | None]) -> Iterator[bytes]:
    for field in fields:
        if field is None:
            yield b"-"
        else:
            encoded = field.encode()
            yield b"%d:%b" % (len(encoded), encoded)
