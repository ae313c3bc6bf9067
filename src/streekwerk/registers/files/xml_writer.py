"""Write rows as XML through a mapping."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from streekwerk.registers.files.mapping import Steps, XmlMapping
from streekwerk.registers.rows import Row, is_blank


def write_xml(rows: Iterable[Row], stream: TextIO, mapping: XmlMapping) -> int:
    """Write rows and return how many; fields that are not filled in are left out.

    Raises
    ------
    ValueError
        When a text holds a character that XML does not allow, or the records are of
        several deliveries and the mapping has room for one.
    """
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    cursor = _Cursor(stream, mapping)
    count = 0
    for row in rows:
        cursor.write(row)
        count += 1
    if not count:
        cursor.begin(mapping.levels[0], {})
    cursor.go_to(())
    stream.write("\n")
    return count


class _Cursor:
    """Knows which elements are open and opens or closes what the next row needs."""

    def __init__(self, stream: TextIO, mapping: XmlMapping) -> None:
        self._stream = stream
        self._mapping = mapping
        self._open: Steps = ()
        self._prefixes = {uri: f"n{i}" for i, uri in enumerate(sorted(mapping.namespaces))}
        self._places = [
            [(mapping.fields[field.number], position) for position, field in enumerate(fields)]
            for fields in mapping.layout.parts
        ]

    def write(self, row: Row) -> None:
        """Write the levels of a row that begin with it."""
        levels = self._mapping.levels
        path: Steps | None = None
        # Levels on one element begin together, even when only the inner one is new.
        for level in range(levels.index(levels[row.starts]), len(row.parts)):
            part = row.parts[level]
            if level and is_blank(part) and all(map(is_blank, row.parts[level:])):
                break
            if levels[level] != path:
                path = levels[level]
                self.begin(path, self._attributes(row, path))
            for place, at in self._places[level]:
                if part[at] and not place[-1].startswith("@"):
                    self._field(place, part[at])

    def begin(self, path: Steps, attributes: dict[str, str]) -> None:
        """Open a new element at ``path``, closing the one that may be open there."""
        if len(path) == 1 and self._open:
            raise ValueError(
                f"mapping '{self._mapping.name}' holds one delivery per file: "
                "write each month and municipality to a file of its own"
            )
        self.go_to(path[:-1])
        self._start(path[-1], attributes)

    def go_to(self, path: Steps) -> None:
        """Close and open elements until exactly ``path`` is open."""
        common = len(
            list(takewhile(lambda pair: pair[0] == pair[1], zip(self._open, path, strict=False)))
        )
        for step in reversed(self._open[common:]):
            self._stream.write(f"</{self._name(step)}>")
        self._open = self._open[:common]
        for step in path[common:]:
            self._start(step, {})

    def _start(self, step: str, attributes: dict[str, str]) -> None:
        given = "".join(
            f" {self._name(name)}={quoteattr(_clean(text))}" for name, text in attributes.items()
        )
        if not self._open:
            given += "".join(
                f" xmlns:{prefix}={quoteattr(uri)}" for uri, prefix in self._prefixes.items()
            )
        line = "\n" if 0 < len(self._open) <= 2 else ""
        self._stream.write(f"{line}<{self._name(step)}{given}>")
        self._open = (*self._open, step)

    def _field(self, path: Steps, text: str) -> None:
        if self._open != path[:-1]:
            self.go_to(path[:-1])
        name = self._name(path[-1])
        self._stream.write(f"<{name}>{escape(_clean(text))}</{name}>")

    def _attributes(self, row: Row, element: Steps) -> dict[str, str]:
        return {
            path[-1][1:]: part[at]
            for part, places in zip(row.parts, self._places, strict=True)
            for path, at in places
            if path[-1].startswith("@") and path[:-1] == element and part[at]
        }

    def _name(self, step: str) -> str:
        if not step.startswith("{"):
            return step
        uri, _, local = step[1:].partition("}")
        return f"{self._prefixes[uri]}:{local}"


def _clean(text: str) -> str:
    if text.isprintable():
        return text
    for char in text:
        if char < " " and char not in "\t\n":
            raise ValueError(f"XML cannot hold the character {char!r} in {text!r}")
    return text
