"""Read rows from XML as it streams past: bounded memory, no DTD, no surprises.

The parser is expat with our own handlers, because no tree is needed: the mapped
paths form a small trie, and each element moves one step up or down in it. Records of
a shape that was met before need no parser (:mod:`streekwerk.registers.files.xml_blocks`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers import expat

from streekwerk.registers.files.limits import DEFAULT_LIMITS, Limits
from streekwerk.registers.files.mapping import Steps, XmlMapping
from streekwerk.registers.files.xml_blocks import (
    Shapes,
    end_of_record,
    is_plain,
    is_plain_encoding,
    plain_records,
)
from streekwerk.registers.files.xml_collector import ASK, Collector
from streekwerk.registers.files.xml_safety import DamagedXml, refuse_doctype, refused_damage
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.rows import Row
from streekwerk.vocabulary.language import Text

_CHUNK = 1 << 17


class _Node:
    """One element the mapping knows: what it means and which elements may lie in it.

    ``target`` is the list of texts of the field's level and ``position`` the
    place of the field in it; both stay the same while the file streams past.
    """

    __slots__ = ("attributes", "children", "depth", "levels", "parent", "position", "target")

    def __init__(self, parent: _Node | None) -> None:
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.children: dict[str, _Node] = {}
        self.attributes: dict[str, tuple[int, int]] = {}
        self.levels: tuple[int, ...] = ()
        self.target: list[str] | None = None
        self.position = 0

    def reach(self, path: Steps) -> _Node:
        """Return the node at ``path`` below this one, made where it is missing."""
        node = self
        for step in path:
            name = step.lstrip("{")
            node = node.children.get(name) or node.children.setdefault(name, _Node(node))
        return node


def _trie(mapping: XmlMapping, collector: Collector) -> _Node:
    root = _Node(None)
    for number, path in enumerate(mapping.levels):
        root.reach(path).levels += (number,)
    for level, fields in enumerate(mapping.layout.parts):
        for position, field in enumerate(fields):
            path = mapping.fields[field.number]
            if path[-1].startswith("@"):
                name = path[-1][1:].lstrip("{")
                root.reach(path[:-1]).attributes[name] = (level, position)
            else:
                node = root.reach(path)
                node.target, node.position = collector.texts[level], position
    return root


def xml_rows(
    stream: BinaryIO, mapping: XmlMapping, file: str, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Row]:
    """Read the rows of an XML file.

    An empty delivery (a header without records) gives one row with only the
    first part filled and number 0.

    A mapping that puts several levels on one element repeats the outer ones on
    every line, as a table does; :func:`~streekwerk.registers.files.grouping.regrouped`
    puts such rows together again.

    Raises
    ------
    RefusedError
        When the XML is damaged, has a DTD, is nested or long beyond the limits,
        or has another root than the mapping; the rows given before must then be
        thrown away.
    """
    reader = _Reader(mapping, file, limits)
    try:
        while chunk := stream.read(_CHUNK):
            yield from reader.feed(chunk)
        yield from reader.close()
    except DamagedXml as error:
        raise RefusedError(file, *refused_damage(str(error))) from error
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise RefusedError(file, *refused_damage(f"line {reader.line}")) from error


class _Reader:
    """Gives each stretch of a file to whoever can read it: the known shapes, or the parser.

    The parser never sees records that were read by their shape. Since such a record
    is whole, the parser is afterwards where it was before: between two records.
    """

    def __init__(self, mapping: XmlMapping, file: str, limits: Limits) -> None:
        self._mapping, self._file, self._limits = mapping, file, limits
        self._collector = Collector(mapping, file)
        self._source = _Parser(self._collector, mapping, limits)
        self._shapes = Shapes(self._learn)
        self._end = end_of_record(mapping)
        self._rest = b""
        self._skipped_lines = 0
        self._has_markup = False  # a comment or CDATA, in which a tag is no tag
        self._last = b""
        self._is_between_records = False  # read whole, and the next thing may be a record

    @property
    def line(self) -> int:
        """The line of the file where the parser is."""
        return self._source.parser.CurrentLineNumber + self._skipped_lines

    def feed(self, chunk: bytes) -> list[Row]:
        """Read on, and return the rows that are ready."""
        self._rest += chunk
        cut = self._rest.rfind(self._end) if self._end else -1
        if cut < 0 or self._end is None:
            stretch, self._rest = self._rest, b""
            return self._parsed(stretch)
        cut += len(self._end)
        stretch, self._rest = self._rest[:cut], self._rest[cut:]
        rows: list[Row] = []
        if not self._is_between_records:
            first = stretch.find(self._end) + len(self._end)
            rows, stretch = self._parsed(stretch[:first]), stretch[first:]
        records = stretch.split(self._end)[:-1]
        if is_plain(stretch):
            cut_up = plain_records(stretch, self._end)
            for record, pieces in zip(records, cut_up, strict=True):
                rows += self._of_record(record, pieces)
        else:
            for record in records:
                plain = is_plain(record)
                rows += self._of_record(record, plain_records(record)[0] if plain else None)
        return rows

    def close(self) -> list[Row]:
        """Read what is left."""
        rows = self._parsed(self._rest)
        self._source.parser.Parse(b"", True)
        return rows + self._collector.taken()

    def _of_record(self, record: bytes, pieces: list[str] | None) -> list[Row]:
        """Read a record without the tag that ends it; ``pieces`` if it is plain."""
        collector = self._collector
        short = len(record) <= self._limits.token
        if pieces is not None and short and self._is_between_records:
            rows = self._shapes.rows(pieces, tuple(collector.header), collector.number + 1)
            if rows is not None:
                collector.number += len(rows)
                collector.records += 1
                self._skipped_lines += record.count(b"\n")
                return rows
        assert self._end is not None  # noqa: S101 - for the type checker
        return self._parsed(record + self._end)

    def _parsed(self, stretch: bytes) -> list[Row]:
        self._has_markup = self._has_markup or b"<!" in self._last + stretch
        self._last = stretch[-1:] or self._last
        self._source.feed(stretch, self._file)
        self._is_between_records = (
            self._collector.starts == 1
            and not self._has_markup
            and is_plain_encoding(self._source.encoding)
            and self._source.is_between()
        )
        return self._collector.taken()

    def _learn(self, record: str) -> list[Row] | None:
        """Read a record in a file of its own, as if another record came before it."""
        collector = Collector(self._mapping, self._file)
        source = _Parser(collector, self._mapping, self._limits)
        outer = "".join(f"<{step}>" for step in self._mapping.levels[1][:-1])
        try:
            source.feed(outer.encode(), self._file)
            collector.records, collector.starts = 1, 1
            source.feed(record.encode() + (self._end or b""), self._file)
        except (RefusedError, DamagedXml, expat.ExpatError, LookupError, ValueError):
            return None
        return collector.taken() if source.is_between() and collector.records > 1 else None


class _Parser:
    """Expat with handlers that feed a collector.

    Attributes
    ----------
    encoding
        What the XML declaration says, or ``None``.
    """

    def __init__(self, collector: Collector, mapping: XmlMapping, limits: Limits) -> None:
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._declared
        refuse_doctype(self.parser)
        self.encoding: str | None = None
        self._fed = 0
        self._limits = limits
        root = _trie(mapping, collector)
        self._between = root.reach(mapping.levels[1][:-1])
        self._texts, self._where = _handle(self.parser, root, collector, mapping, limits)

    def feed(self, stretch: bytes, file: str) -> None:
        """Read on; RefusedError when a tag or a text is longer than the limit."""
        for start in range(0, len(stretch), _CHUNK):
            chunk = stretch[start : start + _CHUNK]
            self._fed += len(chunk)
            self.parser.Parse(chunk, False)
            longest = max(self._fed - self.parser.CurrentByteIndex, sum(map(len, self._texts)))
            if longest > self._limits.token:
                raise RefusedError(file, *refused_damage("tag"))

    def is_between(self) -> bool:
        """Whether everything was read and the next thing may be a record."""
        read = self.parser.CurrentByteIndex
        return read == self._fed and self._where() is self._between

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        self.encoding = encoding


def _handle(
    parser: expat.XMLParserType,
    root: _Node,
    collector: Collector,
    mapping: XmlMapping,
    limits: Limits,
) -> tuple[list[str], Callable[[], _Node]]:
    """Set the handlers; return the texts they are gathering and a way to ask where they are.

    The two handlers run for every element that is not read by its shape: they call
    nothing they can do without.
    """
    texts: list[str] = []
    node: _Node = root

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal node
        node = node.children.get(name) or _elsewhere(node, name, collector.file, mapping, limits)
        if node.target is not None:
            texts.clear()
        if node.levels or attributes:
            collector.begin(node.levels, node.attributes, attributes)

    def end(_: str) -> None:
        nonlocal node
        target = node.target
        if target is not None and texts:
            if target[node.position] or (target is collector.header and collector.records):
                collector.refuse_repeat()
            target[node.position] = "".join(texts).strip()
        for level in reversed(node.levels):
            collector.close(level)
        node = node.parent or node

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = texts.append
    return texts, lambda: node


def _elsewhere(node: _Node, name: str, file: str, mapping: XmlMapping, limits: Limits) -> _Node:
    """Return the node of an element that is not mapped under its full name.

    It may be mapped without its namespace. If not, it is passed over with all it
    holds; only the root must be known.
    """
    known = node.children.get(name.rpartition("}")[2])
    if known is not None:
        return known
    if node.depth >= limits.depth:
        raise DamagedXml("depth")
    if node.parent is None:
        expected, title = mapping.levels[0][0], f"'{mapping.name}' ({mapping.layout.title})"
        raise RefusedError(
            file,
            Text(
                f"Het bestand begint met <{name[:60]}>; de mapping {title} verwacht <{expected}>.",
                f"The file starts with <{name[:60]}>; the mapping {title} expects <{expected}>.",
            ),
            ASK,
        )
    return _Node(node)
