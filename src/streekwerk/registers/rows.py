"""The shape of data between a file and a record: text per level.

Readers of XML, CSV and Excel make :class:`Row` objects, writers take them; only
this module knows how rows and records relate. A row holds, for every level of
the layout, the texts of that level's fields in the order of their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from streekwerk.registers.convert import to_text
from streekwerk.registers.layouts import Field, Layout
from streekwerk.registers.records import BusHeader, BusRecord, Srg2015Record, SrgHeader, SrgRecord

Part: TypeAlias = tuple[str, ...]
Record: TypeAlias = SrgRecord | Srg2015Record | BusRecord


class Row(NamedTuple):
    """One line of a file.

    Attributes
    ----------
    number
        In a table the row as a spreadsheet numbers it (the header is 1), in XML
        the ordinal of the innermost part.
    starts
        Index of the outermost level that begins here: 1 for a new person (SRG)
        or benefit (BUS), higher when the row continues the one before.
    parts
        Per level the texts of its fields; empty text for "not filled in".
    """

    number: int
    starts: int
    parts: tuple[Part, ...]


def is_blank(part: Part) -> bool:
    """Tell whether a level holds nothing at all in a row."""
    return not any(part)


def blank(layout: Layout, level: int) -> Part:
    """Return the part of a level in which nothing is filled in."""
    return ("",) * len(layout.parts[level])


def to_rows(records: Iterable[Record], layout: Layout) -> Iterator[Row]:
    """Turn records into rows; ``number`` counts from 1.

    Consecutive SRG records of one person under one header become one person
    with several measures.
    """
    number = 0
    before: tuple[Part, ...] = ()
    for record in records:
        for starts, parts in (
            _bus(record, layout) if isinstance(record, BusRecord) else _srg(record, layout)
        ):
            number += 1
            level = starts
            if not isinstance(record, BusRecord) and before[:2] == parts[:2]:
                level = 2
            elif before[:1] != parts[:1] and starts == 1:
                level = 0
            before = parts
            yield Row(number, level, parts)


def _texts(fields: tuple[Field, ...], holder: object) -> Part:
    return tuple(to_text(field, getattr(holder, field.attribute)) for field in fields)


def _srg(
    record: SrgRecord | Srg2015Record, layout: Layout
) -> Iterator[tuple[int, tuple[Part, ...]]]:
    header, person, measure = layout.parts
    yield (
        1,
        (_texts(header, record.header), _texts(person, record), _texts(measure, record)),
    )


def _bus(record: BusRecord, layout: Layout) -> Iterator[tuple[int, tuple[Part, ...]]]:
    header_fields, benefit_fields, person_fields, income_fields = layout.parts
    header, benefit = _texts(header_fields, record.header), _texts(benefit_fields, record)
    starts = 1
    if not record.persons:
        yield starts, (header, benefit, blank(layout, 2), blank(layout, 3))
    for person in record.persons:
        texts = _texts(person_fields, person)
        for income in person.incomes or (None,):
            last = _texts(income_fields, income) if income else blank(layout, 3)
            yield starts, (header, benefit, texts, last)
            starts = 3
        starts = 2


def header_row(header: SrgHeader | BusHeader, layout: Layout) -> Row:
    """Return the row of an empty delivery: a header and nothing else."""
    rest = tuple(blank(layout, level) for level in range(1, len(layout.levels)))
    return Row(0, 0, (_texts(layout.parts[0], header), *rest))
