"""How large a file may be, in every direction a hostile file could grow."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for files from outside.

    Attributes
    ----------
    ratio
        Unpacked size over packed size of a zip, as a whole and per entry above 1 MB.
    unpacked_sheet, unpacked_stream
        Bytes a zip may unpack to: a workbook is read into memory, XML is streamed.
    entries
        Files in a zip.
    plain
        Bytes of a file that is not packed.
    depth
        Nesting of XML elements.
    token
        Bytes of one XML tag, one text or one line of CSV.
    cells
        Rows times columns of a worksheet: a sheet with one cell in the far
        corner costs memory for all cells before it.
    """

    ratio: int = 100
    unpacked_sheet: int = 200 * MEGABYTE
    unpacked_stream: int = 2_000 * MEGABYTE
    entries: int = 200
    plain: int = 4_000 * MEGABYTE
    depth: int = 32
    token: int = MEGABYTE
    cells: int = 8_000_000


DEFAULT_LIMITS = Limits()
