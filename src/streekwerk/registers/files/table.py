"""Tables (CSV and Excel) with the names of the regulation as headers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter

from streekwerk.registers.files.grouping import regrouped
from streekwerk.registers.layouts import LAYOUTS, Field, Kind, Layout
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.rows import Part, Row
from streekwerk.vocabulary.language import Text

# A spreadsheet computes what begins with these; the mark in front keeps it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_MARK = "'"


def header_of(layout: Layout) -> list[str]:
    """Return the header of a table: the field names of the regulation, by number."""
    return [field.name for field in layout.fields]


def plain(name: str) -> str:
    """Return a header as people may have typed it: without case, accents and signs."""
    bare = unicodedata.normalize("NFD", name.casefold())
    return re.sub(r"[^a-z0-9]+", "", bare)


def layout_of(header: Sequence[str]) -> Layout | None:
    """Return the layout whose fields a header names best, or ``None`` when it names few."""
    names = {plain(name) for name in header}

    def share(layout: Layout) -> float:
        return sum(plain(field.name) in names for field in layout.fields) / len(layout.fields)

    best = max(LAYOUTS, key=share)
    return best if share(best) >= 0.5 else None


def table_rows(lines: Iterable[Sequence[str]], layout: Layout, file: str) -> Iterator[Row]:
    """Turn the lines of a table, header first, into rows.

    Parameters
    ----------
    lines
        Cells as text, one sequence per line.

    Raises
    ------
    RefusedError
        When columns are missing or named twice, or a line has more cells than the header.
    """
    yield from regrouped(_flat(iter(lines), layout, file), layout)


def _flat(lines: Iterator[Sequence[str]], layout: Layout, file: str) -> Iterator[Row]:
    header = next(lines, ())
    columns = _columns(header, layout, file)
    width = len(header)
    takers = [_taker([columns[field.number] for field in part]) for part in layout.parts]
    texts = [
        (level, position)
        for level, part in enumerate(layout.parts)
        for position, field in enumerate(part)
        if field.kind in {Kind.TEXT, Kind.FREE}
    ]
    for number, line in enumerate(lines, start=2):
        cells = [cell.strip() for cell in line]
        if not any(cells):
            continue
        if len(cells) < width:
            cells += [""] * (width - len(cells))
        elif len(cells) > width and any(cells[width:]):
            raise RefusedError(file, *_too_wide(number, len(cells), width))
        yield Row(number, 1, _unmarked([take(cells) for take in takers], texts))


def _taker(columns: list[int]) -> Callable[[Sequence[str]], Part]:
    # Every level has at least two fields, so itemgetter gives a tuple.
    return itemgetter(columns[0], *columns[1:])


def _unmarked(parts: list[Part], places: list[tuple[int, int]]) -> tuple[Part, ...]:
    for level, position in places:
        text = parts[level][position]
        if text[:1] == _MARK and text[1:2] in _FORMULA and len(text) > 1:
            part = list(parts[level])
            part[position] = text[1:]
            parts[level] = tuple(part)
    return tuple(parts)


def marked(field: Field, text: str) -> str:
    """Return a text that no spreadsheet will take for a formula."""
    if field.kind in {Kind.TEXT, Kind.FREE} and text.startswith(_FORMULA):
        return _MARK + text
    return text


def flat_cells(row: Row, layout: Layout) -> list[str]:
    """Return the cells of a row in the order of :func:`header_of`."""
    by_number = {
        field.number: text
        for fields, part in zip(layout.parts, row.parts, strict=True)
        for field, text in zip(fields, part, strict=True)
    }
    return [by_number[field.number] for field in layout.fields]


def _columns(header: Sequence[str], layout: Layout, file: str) -> dict[int, int]:
    places: dict[str, list[int]] = {}
    for place, name in enumerate(header):
        places.setdefault(plain(name), []).append(place)
    found = {field.number: places.get(plain(field.name), []) for field in layout.fields}
    missing = [field.name for field in layout.fields if not found[field.number]]
    double = [field.name for field in layout.fields if len(found[field.number]) > 1]
    if missing or double:
        raise RefusedError(file, *_wrong_header(layout, missing, double))
    return {number: columns[0] for number, columns in found.items()}


def _wrong_header(layout: Layout, missing: list[str], double: list[str]) -> tuple[Text, Text]:
    nl, en = [], []
    if missing:
        nl.append(f"deze kolommen ontbreken: {', '.join(missing)}")
        en.append(f"these columns are missing: {', '.join(missing)}")
    if double:
        nl.append(f"deze kolommen staan er dubbel in: {', '.join(double)}")
        en.append(f"these columns occur twice: {', '.join(double)}")
    return (
        Text(
            f"De eerste rij klopt niet voor {layout.title}: {'; '.join(nl)}.",
            f"The first row is not right for {layout.title}: {'; '.join(en)}.",
        ),
        Text(
            "Zet de namen uit de regeling in de eerste rij. Een kolom mag leeg zijn.",
            "Put the names of the regulation in the first row. A column may be empty.",
        ),
    )


def _too_wide(number: int, cells: int, width: int) -> tuple[Text, Text]:
    return (
        Text(
            f"Rij {number} heeft {cells} cellen, de eerste rij heeft er {width}.",
            f"Row {number} has {cells} cells, the first row has {width}.",
        ),
        Text(
            "Zet een tekst met een scheidingsteken tussen aanhalingstekens.",
            "Put a text that holds the separator between quotation marks.",
        ),
    )
