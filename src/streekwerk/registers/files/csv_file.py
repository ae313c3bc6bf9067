"""CSV: find out encoding and separator, read lines in bounded memory, write."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TextIO

from streekwerk.registers.files.limits import DEFAULT_LIMITS, Limits
from streekwerk.registers.files.table import flat_cells, header_of, marked
from streekwerk.registers.layouts import Layout
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.rows import Row
from streekwerk.vocabulary.language import Text

_CHUNK = 1 << 20
_SEPARATORS = (";", ",", "\t", "|")


def encoding_of(stream: BinaryIO) -> str:
    """Return the encoding of a text file and rewind it.

    A byte order mark decides; else UTF-8 when every byte agrees; else
    Windows-1252, in which Dutch office software writes.
    """
    start = stream.read(4)
    stream.seek(0)
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        stream.seek(0)
    return "utf-8"


def csv_lines(stream: BinaryIO, file: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[list[str]]:
    """Read the lines of a CSV file from a stream that can be rewound.

    Raises
    ------
    RefusedError
        When a line is too long, a quotation mark is never closed or the bytes
        are not text.
    """
    text = io.TextIOWrapper(stream, encoding=encoding_of(stream), newline="")
    lines = _bounded(text, file, limits)
    line = 1
    try:
        first = next(lines, "")
        separator = max(_SEPARATORS, key=first.count)
        for cells in csv.reader(chain([first], lines), delimiter=separator, strict=True):
            line += 1
            yield cells
    except (csv.Error, UnicodeError) as error:
        raise RefusedError(file, *_unreadable(line)) from error
    finally:
        if not text.closed:
            text.detach()  # the stream belongs to the caller


def write_csv(rows: Iterable[Row], path: Path, layout: Layout, separator: str = ";") -> int:
    """Write rows as CSV (UTF-8 with a byte order mark, as Excel expects) and return how many."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=separator)
        writer.writerow(header_of(layout))
        for row in rows:
            cells = flat_cells(row, layout)
            writer.writerow(map(marked, layout.fields, cells))
            count += 1
    return count


def _bounded(text: TextIO, file: str, limits: Limits) -> Iterator[str]:
    number = 0
    while line := text.readline(limits.token):
        number += 1
        if len(line) >= limits.token or "\0" in line:
            raise RefusedError(file, *_unreadable(number))
        yield line


def _unreadable(line: int) -> tuple[Text, Text]:
    return (
        Text(f"Regel {line} is niet te lezen als CSV.", f"Line {line} cannot be read as CSV."),
        Text(
            "Kijk of een aanhalingsteken open blijft staan, en sla het bestand op als CSV (UTF-8).",
            "See whether a quotation mark is left open, and save the file as CSV (UTF-8).",
        ),
    )
