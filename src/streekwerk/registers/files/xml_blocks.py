"""Read plain stretches of XML without a parser, exactly as the parser would.

Nearly all of a register file is the same few elements over and over. A record is cut at
its tags; its sequence of tags is its *shape*. The first record of a shape is read by the
real parser, with numbered marks in place of its texts: where the marks come out says where
the texts of every other record of that shape belong. So there is one meaning of a file,
that of :mod:`streekwerk.registers.files.xml_reader`, and only the work is saved.

What is not plain (an entity, a comment, a letter outside ASCII, an attribute that differs,
a shape that the parser refuses) goes to the parser, record by record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from streekwerk.registers.files.mapping import XmlMapping
from streekwerk.registers.rows import Part, Row

# Printable ASCII and blanks, without the signs that mean something in XML.
_ORDINARY = bytes(code for code in (9, 10, 13, *range(32, 127)) if chr(code) not in "<>&")
# Encodings in which those bytes are those letters.
_PLAIN_ENCODINGS = frozenset({"utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15"})
# A file with more shapes than this gains nothing by remembering them.
_MOST_SHAPES = 5_000

Take = Callable[[Sequence[str]], Part]


class _Line(NamedTuple):
    """A row of a shape: where it starts, and how each level takes its texts.

    ``None`` for a level that is the same as in the row before.
    """

    starts: int
    takes: tuple[Take | None, ...]


class Shapes:
    """The shapes of the records of one file, and what each means.

    Parameters
    ----------
    learn
        Reads one record with the real parser, as it would be read after another record;
        ``None`` when it is refused.
    """

    def __init__(self, learn: Callable[[str], list[Row] | None]) -> None:
        self._learn = learn
        self._known: dict[str, tuple[_Line, ...] | None] = {}

    def rows(self, pieces: list[str], header: Part, number: int) -> list[Row] | None:
        """Return the rows of a record of :func:`plain_records`; ``None`` if it must be parsed.

        They are numbered from ``number``.
        """
        shape = "<".join(pieces[1::2])
        try:
            lines = self._known[shape]
        except KeyError:
            lines = self._meet(shape, pieces)
        if lines is None:
            return None
        pieces.append("")  # what a field that is not there takes
        rows = []
        parts: list[Part] = [header]
        for starts, takes in lines:
            parts = [
                parts[level] if take is None else tuple(map(str.strip, take(pieces)))
                for level, take in enumerate(takes)
            ]
            rows.append(Row(number, starts, tuple(parts)))
            number += 1
        return rows

    def _meet(self, shape: str, pieces: list[str]) -> tuple[_Line, ...] | None:
        if len(self._known) >= _MOST_SHAPES:
            return None
        marked = list(pieces)
        marks = {}
        for place in range(0, len(pieces), 2):
            marks[f"t{place}t"] = place
            marked[place] = f"t{place}t"
        text = marked[0] + "".join(
            f"<{tag}>{after}" for tag, after in zip(marked[1::2], marked[2::2], strict=True)
        )
        learnt = self._learn(text)
        lines = None if learnt is None else _lines(learnt, marks)
        self._known[shape] = lines
        return lines


def is_plain(stretch: bytes) -> bool:
    """Whether a stretch of bytes holds ordinary letters and tags, and nothing else."""
    tags = stretch.translate(None, _ORDINARY)
    return tags == b"<>" * (len(tags) // 2)


def plain_records(stretch: bytes, end: bytes | None = None) -> list[list[str]]:
    """Cut plain records into what stands before, in and after each tag, by turns.

    Parameters
    ----------
    end
        The tag that ends a record; it is left out. Without it the stretch is one record.
    """
    text = stretch.decode("ascii")
    if "\r" in text:  # as the parser reads the end of a line
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace(">", "<")
    if end is None:
        return [text.split("<")]
    records = text.split(end.decode().replace(">", "<"))[:-1]
    return [record.split("<") for record in records]


def is_plain_encoding(name: str | None) -> bool:
    """Whether ordinary letters are themselves in this encoding."""
    return name is None or name.lower() in _PLAIN_ENCODINGS


def end_of_record(mapping: XmlMapping) -> bytes | None:
    """Return the tag that ends a record, or ``None`` when the mapping needs the parser.

    That is so with namespaces, whose prefixes may change, and when a record is the
    same element as the delivery.
    """
    delivery, record = mapping.levels[:2]
    if mapping.namespaces or len(record) <= len(delivery):
        return None
    return f"</{record[-1]}>".encode()


def _lines(rows: list[Row], marks: dict[str, int]) -> tuple[_Line, ...] | None:
    """Turn the rows of a marked record into a way to take them from any other."""
    lines: list[_Line] = []
    before: tuple[Part, ...] = ()
    for row in rows:
        takes: list[Take | None] = [None]  # the header is that of the delivery
        for level, part in enumerate(row.parts[1:], start=1):
            if before and before[level] == part:
                takes.append(None)
                continue
            if any(mark and mark not in marks for mark in part):
                return None  # two texts ran together
            takes.append(itemgetter(*(marks[mark] if mark else -1 for mark in part)))
        lines.append(_Line(row.starts, tuple(takes)))
        before = row.parts
    return tuple(lines)
