"""Fingerprints and keys: the same file, the same content, the same record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from streekwerk.registers.layouts import Layout
from streekwerk.registers.records import BusRecord, Srg2015Record, SrgRecord
from streekwerk.registers.rows import Record, Row, to_rows

_CHUNK = 1 << 20
_MODULUS = 1 << 256


def file_fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal: the same bytes, the same fingerprint."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def content_fingerprint(records: Iterable[Record], layout: Layout) -> str:
    """Return a fingerprint of what records say, whatever the file they came in.

    The same records in another order, or once as XML and once as CSV, give the
    same fingerprint. It is the sum of the SHA-256 of the rows modulo 2**256,
    together with their number: a sum does not depend on order, and unlike
    exclusive or it does not lose two equal rows.
    """
    total = count = 0
    for row in to_rows(records, layout):
        total = (total + int.from_bytes(_row_digest(row), "big")) % _MODULUS
        count += 1
    summary = f"{layout.title}/{count}/{total:064x}"
    return hashlib.sha256(summary.encode()).hexdigest()


def natural_key(record: Record) -> tuple[str, ...]:
    """Return what makes a record the same record in a corrected delivery.

    SRG: municipality, month, BSN and registration number of the measure. BUS:
    municipality, month, kind of benefit and registration number of the benefit.
    """
    header = record.header
    where = (header.municipality or "", f"{header.year}-{header.month}")
    match record:
        case SrgRecord() | Srg2015Record():
            return (*where, record.bsn or "", record.registration or "")
        case BusRecord():
            cluster = record.special_cluster or ""
            return (*where, record.law or "", record.registration or "", cluster)


def _row_digest(row: Row) -> bytes:
    text = "\x1e".join("\x1f".join(part) for part in row.parts)
    return hashlib.sha256(text.encode()).digest()
