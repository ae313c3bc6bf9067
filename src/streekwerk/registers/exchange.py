"""The front door for files: recognise, read and write SRG and BUS.

>>> for checked in read_srg(Path("srg-2026-01.xml")):   # doctest: +SKIP
...     checked.record, checked.findings
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias, cast
from xml.parsers import expat

from streekwerk.registers.files.csv_file import csv_lines, write_csv
from streekwerk.registers.files.excel_file import excel_lines, write_excel
from streekwerk.registers.files.grouping import regrouped
from streekwerk.registers.files.guard import FileKind, inspect
from streekwerk.registers.files.limits import DEFAULT_LIMITS, Limits
from streekwerk.registers.files.mapping import XmlMapping, provisional
from streekwerk.registers.files.table import layout_of, table_rows
from streekwerk.registers.files.xml_reader import xml_rows
from streekwerk.registers.files.xml_writer import write_xml
from streekwerk.registers.layouts import BUS_2026, LAYOUTS, SRG_2015, SRG_2026, Layout, Statistic
from streekwerk.registers.reading import Checked, bus_records, header_of_row, srg_records
from streekwerk.registers.records import (
    BusHeader,
    BusRecord,
    Srg2015Record,
    SrgHeader,
    SrgRecord,
)
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.rows import Record, Row, header_row, to_rows
from streekwerk.registers.screening import Screened, screened
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class TableProfile:
    """A table with the field names of the regulation as headers."""

    kind: FileKind
    separator: str = ";"


CSV = TableProfile(FileKind.CSV)
EXCEL = TableProfile(FileKind.EXCEL)
Profile: TypeAlias = XmlMapping | TableProfile
Progress: TypeAlias = Callable[[int, float], None]
AnySrg: TypeAlias = SrgRecord | Srg2015Record


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file turned out to be; ``mapping`` is ``None`` for tables."""

    path: Path
    kind: FileKind
    layout: Layout
    mapping: XmlMapping | None
    limits: Limits = DEFAULT_LIMITS


def recognise(
    path: Path, mappings: Iterable[XmlMapping] = (), limits: Limits = DEFAULT_LIMITS
) -> Recognised:
    """Find out what a file is, from its contents.

    Parameters
    ----------
    mappings
        Mappings of the user; they go before our own *voorlopig profiel*.

    Raises
    ------
    RefusedError
        When the file is unsafe or nothing known.
    """
    kind = inspect(path, limits)
    if kind in {FileKind.XML, FileKind.XML_ZIP}:
        with _opened(path, kind) as stream:
            root = _root(stream)
        for mapping in chain(mappings, map(provisional, LAYOUTS)):
            if mapping.levels[0][0].lstrip("{") in {root, root.rpartition("}")[2]}:
                return Recognised(path, kind, mapping.layout, mapping, limits)
    else:
        with _opened(path, kind) as stream:
            header = next(_lines(path, kind, stream, limits), [])
        layout = layout_of(header)
        if layout is not None:
            return Recognised(path, kind, layout, None, limits)
    raise RefusedError(path.name, *_UNKNOWN)


def read_srg(source: Path | Recognised) -> Iterator[Checked[AnySrg]]:
    """Read an SRG file of any profile and edition, record by record, in bounded memory.

    Raises
    ------
    RefusedError
        When the file is unsafe, damaged or not SRG. It may come after records
        have been given: only a file read to its end has been read.
    """
    what = _of(source, Statistic.SRG)
    yield from srg_records(_rows(what), what.layout, what.path.name)


def read_bus(source: Path | Recognised) -> Iterator[Checked[BusRecord]]:
    """Read a BUS file of any profile and edition; see :func:`read_srg`."""
    what = _of(source, Statistic.BUS)
    yield from bus_records(_rows(what), what.layout, what.path.name)


def read_screened(
    source: Path | Recognised, progress: Progress = lambda rows, share: None
) -> Iterator[Screened[Any]]:
    """Read a file of either kind in batches, clean rows apart; see :func:`read_srg`.

    Parameters
    ----------
    progress
        Is told after each batch how many rows were read, and which share of the bytes
        (0 to 1; of a workbook, which is opened whole, 0 until it is done).
    """
    what = source if isinstance(source, Recognised) else recognise(source)
    rows = 0
    with _opened(what.path, what.kind) as stream:
        size = _size(what.path, what.kind)
        for batch in screened(_rows_of(what, stream), what.layout, what.path.name):
            rows += batch.rows
            progress(rows, min(stream.tell() / size, 1.0))
            yield batch


def read_header(source: Path | Recognised) -> SrgHeader | BusHeader | None:
    """Return the first header of a file, also of an empty delivery; ``None`` for a bare table."""
    what = source if isinstance(source, Recognised) else recognise(source)
    for row in _rows(what):
        return header_of_row(row, what.layout, what.path.name)
    return None


def write_srg(
    records: Iterable[AnySrg],
    path: Path,
    profile: Profile | None = None,
    *,
    header: SrgHeader | None = None,
) -> int:
    """Write SRG records and return the number of rows.

    Parameters
    ----------
    records
        All of one edition; consecutive records of one person are written together.
    path
        ``.xml``, ``.csv`` or ``.xlsx`` decides the profile when none is given.
    header
        For an empty delivery, which has no record to take it from.
    """
    items = iter(records)
    first = next(items, None)
    layout = SRG_2015 if isinstance(first, Srg2015Record) else SRG_2026
    everything = chain([first] if first is not None else [], items)
    return _write(everything, path, profile, layout, header if first is None else None)


def write_bus(
    records: Iterable[BusRecord],
    path: Path,
    profile: Profile | None = None,
    *,
    header: BusHeader | None = None,
    layout: Layout = BUS_2026,
) -> int:
    """Write BUS records and return the number of rows; see :func:`write_srg`."""
    items = iter(records)
    first = next(items, None)
    everything = chain([first] if first is not None else [], items)
    return _write(everything, path, profile, layout, header if first is None else None)


def _write(
    records: Iterable[Record],
    path: Path,
    profile: Profile | None,
    layout: Layout,
    header: SrgHeader | BusHeader | None,
) -> int:
    chosen = profile or _by_suffix(path, layout)
    if isinstance(chosen, XmlMapping):
        layout = chosen.layout
    rows = to_rows(records, layout)
    if header is not None:
        rows = chain([header_row(header, layout)], rows)
    if isinstance(chosen, XmlMapping):
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            return write_xml(rows, stream, chosen)
    if chosen.kind is FileKind.EXCEL:
        return write_excel(rows, path, layout)
    return write_csv(rows, path, layout, chosen.separator)


def _by_suffix(path: Path, layout: Layout) -> Profile:
    match path.suffix.lower():
        case ".csv":
            return CSV
        case ".xlsx":
            return EXCEL
        case _:
            return provisional(layout)


def _of(source: Path | Recognised, statistic: Statistic) -> Recognised:
    what = source if isinstance(source, Recognised) else recognise(source)
    if what.layout.statistic is not statistic:
        raise RefusedError(
            what.path.name,
            Text(
                f"Dit is een {what.layout.statistic}-bestand, geen {statistic}-bestand.",
                f"This is a {what.layout.statistic} file, not a {statistic} file.",
            ),
            Text("Kies het andere bestand.", "Choose the other file."),
        )
    return what


def _rows(what: Recognised) -> Iterator[Row]:
    with _opened(what.path, what.kind) as stream:
        yield from _rows_of(what, stream)


def _rows_of(what: Recognised, stream: BinaryIO) -> Iterator[Row]:
    if what.mapping is None:
        lines = _lines(what.path, what.kind, stream, what.limits)
        yield from table_rows(lines, what.layout, what.path.name)
        return
    rows = xml_rows(stream, what.mapping, what.path.name, what.limits)
    flat = len(set(what.mapping.levels)) < len(what.mapping.levels)
    yield from regrouped(rows, what.layout) if flat else rows


def _size(path: Path, kind: FileKind) -> int:
    """Return how many bytes the stream of a file has, at least 1."""
    if kind is not FileKind.XML_ZIP:
        return max(path.stat().st_size, 1)
    with zipfile.ZipFile(path) as archive:
        return max(sum(entry.file_size for entry in archive.infolist()), 1)


def _lines(path: Path, kind: FileKind, stream: BinaryIO, limits: Limits) -> Iterator[list[str]]:
    return excel_lines(path) if kind is FileKind.EXCEL else csv_lines(stream, path.name, limits)


@contextmanager
def _opened(path: Path, kind: FileKind) -> Iterator[BinaryIO]:
    if kind is not FileKind.XML_ZIP:
        with path.open("rb") as stream:
            yield stream
        return
    try:
        with zipfile.ZipFile(path) as archive:
            entry = next(entry for entry in archive.infolist() if not entry.is_dir())
            with archive.open(entry) as stream:
                yield cast("BinaryIO", stream)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise RefusedError(path.name, *_DAMAGED) from error


def _root(stream: BinaryIO) -> str:
    """Return the name of the root element, ``uri}name`` in a namespace, or nothing."""
    names: list[str] = []
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = lambda name, _: names.append(name)
    try:
        while not names and (chunk := stream.read(4096)) and stream.tell() < 1_000_000:
            parser.Parse(chunk, False)
    except (expat.ExpatError, LookupError, ValueError):
        return names[0] if names else ""
    return names[0] if names else ""


_DAMAGED = (
    Text("De zip is beschadigd.", "The zip is damaged."),
    Text("Maak het bestand opnieuw aan.", "Make the file again."),
)
_UNKNOWN = (
    Text(
        "Dit bestand lijkt niet op SRG of BUS, in geen van de bekende vormen.",
        "This file does not look like SRG or BUS in any form we know.",
    ),
    Text(
        "Gebruik de veldnamen uit de regeling als kop, of geef een mapping voor uw XML.",
        "Use the field names of the regulation as header, or give a mapping for your XML.",
    ),
)
