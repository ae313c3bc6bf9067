"""Look at a file from outside before anything reads it.

The magic bytes decide what it is, not its name. A zip is measured twice: what
it says it unpacks to, and what it really unpacks to, because the first is
written by whoever made the file.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path
from xml.parsers import expat

from streekwerk.registers.files.limits import DEFAULT_LIMITS, MEGABYTE, Limits
from streekwerk.registers.files.xml_safety import DamagedXml, refuse_doctype, refused_damage
from streekwerk.registers.refusal import RefusedError
from streekwerk.vocabulary.language import Text

_CHUNK = 1 << 16
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class FileKind(StrEnum):
    """What a file really is."""

    XML = "xml"
    CSV = "csv"
    EXCEL = "xlsx"
    XML_ZIP = "xml.zip"


def inspect(path: Path, limits: Limits = DEFAULT_LIMITS) -> FileKind:
    """Tell what kind of file this is, or refuse it.

    Raises
    ------
    RefusedError
        When the file is empty, too large, of another kind, a zip beyond the
        limits, a workbook with a DTD or with cells so far out that reading it
        would fill the memory.
    """
    size = path.stat().st_size
    if size == 0:
        raise RefusedError(path.name, *_EMPTY)
    if size > limits.plain:
        raise RefusedError(path.name, *_too_large(limits.plain))
    with path.open("rb") as stream:
        start = stream.read(1024)
    if start.startswith(b"PK\x03\x04"):
        return _inspect_zip(path, limits)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or start.startswith(
        (b"\xff\xfe<\0", b"\xfe\xff\0<")
    ):
        return FileKind.XML
    if b"\0" not in start or start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return FileKind.CSV
    raise RefusedError(path.name, *_OTHER_KIND)


def _inspect_zip(path: Path, limits: Limits) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            kind = _zip_kind(entries, path.name)
            sheet = kind is FileKind.EXCEL
            _check_claims(entries, path, limits, sheet)
            if sheet:
                cells = [0, 0]
                for entry in entries:
                    _unpack(archive, entry, cells, path.name, limits)
            return kind
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
        raise RefusedError(path.name, *_DAMAGED_ZIP) from error


def _zip_kind(entries: list[zipfile.ZipInfo], file: str) -> FileKind:
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return FileKind.EXCEL
    if len(entries) == 1 and entries[0].filename.lower().endswith(".xml"):
        return FileKind.XML_ZIP
    raise RefusedError(file, *_OTHER_KIND)


def _check_claims(entries: list[zipfile.ZipInfo], path: Path, limits: Limits, sheet: bool) -> None:
    if len(entries) > limits.entries or any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError(path.name, *_DAMAGED_ZIP)
    most = limits.unpacked_sheet if sheet else limits.unpacked_stream
    total = sum(entry.file_size for entry in entries)
    if total > most:
        raise RefusedError(path.name, *_too_large(most))
    dense = any(
        entry.file_size > max(MEGABYTE, limits.ratio * entry.compress_size) for entry in entries
    )
    if dense or total > limits.ratio * path.stat().st_size:
        raise RefusedError(path.name, *_bomb(limits.ratio))


def _unpack(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, cells: list[int], file: str, limits: Limits
) -> None:
    """Unpack one part of a workbook to nowhere, to see what it really holds."""
    parser: expat.XMLParserType | None = None
    unpacked = 0
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                # Contents decide, not names: a sheet may be called anything.
                if unpacked == 0 and chunk.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] == b"<":
                    parser = _sheet_parser(cells, limits)
                unpacked += len(chunk)
                if unpacked > entry.file_size:
                    raise RefusedError(file, *_bomb(limits.ratio))
                if parser is not None:
                    parser.Parse(chunk, False)
    except DamagedXml as error:
        reason = _FAR_CELL if str(error) == "cells" else refused_damage(str(error))
        raise RefusedError(file, *reason) from error
    except expat.ExpatError as error:
        raise RefusedError(file, *refused_damage(entry.filename)) from error


def _sheet_parser(farthest: list[int], limits: Limits) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    refuse_doctype(parser)

    def start(tag: str, attributes: dict[str, str]) -> None:
        if not tag.endswith(("}c", "}dimension")):
            return
        place = attributes.get("r") or attributes.get("ref") or ""
        for letters, digits in _CELL.findall(place):
            farthest[0] = max(farthest[0], int(digits))
            farthest[1] = max(farthest[1], _column(letters))
        if farthest[0] * farthest[1] > limits.cells:
            raise DamagedXml("cells")

    parser.StartElementHandler = start
    return parser


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _too_large(most: int) -> tuple[Text, Text]:
    return (
        Text(
            f"Het bestand is groter dan {most // MEGABYTE} MB.",
            f"The file is larger than {most // MEGABYTE} MB.",
        ),
        Text("Lever het in delen aan, per maand.", "Deliver it in parts, by month."),
    )


def _bomb(ratio: int) -> tuple[Text, Text]:
    return (
        Text(
            f"De zip pakt uit tot meer dan {ratio} keer zijn eigen grootte, of meer dan hij zegt.",
            f"The zip unpacks to more than {ratio} times its own size, or to more than it says.",
        ),
        Text("Lever het bestand zonder zip aan, of als CSV.", "Deliver it without zip, or as CSV."),
    )


_AGAIN = Text("Maak het bestand opnieuw aan.", "Make the file again.")
_EMPTY = (Text("Het bestand is leeg.", "The file is empty."), _AGAIN)
_DAMAGED_ZIP = (
    Text(
        "Het zipbestand is beschadigd, versleuteld of bevat te veel bestanden.",
        "The zip is damaged, encrypted or holds too many files.",
    ),
    _AGAIN,
)
_OTHER_KIND = (
    Text(
        "Dit is geen XML, CSV, Excel-werkmap (xlsx) of zip met één XML-bestand.",
        "This is not XML, CSV, an Excel workbook (xlsx) or a zip with one XML file.",
    ),
    Text("Kies een bestand van een van deze soorten.", "Choose a file of one of these kinds."),
)
_FAR_CELL = (
    Text(
        "De werkmap heeft cellen zo ver naar rechts of onder dat hij te groot wordt om te lezen.",
        "The workbook has cells so far right or down that it becomes too large to read.",
    ),
    Text(
        "Verwijder de lege rijen en kolommen, of sla het blad op als CSV.",
        "Delete the empty rows and columns, or save the sheet as CSV.",
    ),
)
