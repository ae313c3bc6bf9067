"""Read rows from XML as it streams past: bounded memory, no DTD, no surprises.

The parser is expat with our own handlers, because no tree is needed: the mapped
paths form a small trie, and each element moves one step up or down in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

from streekwerk.registers.files.limits import DEFAULT_LIMITS, Limits
from streekwerk.registers.files.mapping import Steps, XmlMapping
from streekwerk.registers.files.xml_collector import ASK, Collector
from streekwerk.registers.files.xml_safety import DamagedXml, refuse_doctype, refused_damage
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.rows import Row
from streekwerk.vocabulary.language import Text

_CHUNK = 1 << 16


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
    collector = Collector(mapping, file)
    parser, texts = _parser(collector, mapping, limits)
    fed = 0
    try:
        while chunk := stream.read(_CHUNK):
            fed += len(chunk)
            parser.Parse(chunk, False)
            longest = max(fed - parser.CurrentByteIndex, sum(map(len, texts)))
            if longest > limits.token:
                raise RefusedError(file, *refused_damage("tag"))
            yield from collector.ready
            collector.ready.clear()
        parser.Parse(b"", True)
    except DamagedXml as error:
        raise RefusedError(file, *refused_damage(str(error))) from error
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise RefusedError(file, *refused_damage(f"line {parser.CurrentLineNumber}")) from error
    yield from collector.ready


def _parser(
    collector: Collector, mapping: XmlMapping, limits: Limits
) -> tuple[expat.XMLParserType, list[str]]:
    """Return a parser that feeds the collector, and the list of texts it is gathering.

    The two handlers run for every element of a file of a gigabyte: they call
    nothing they can do without.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    refuse_doctype(parser)
    texts: list[str] = []
    node: _Node = _trie(mapping, collector)

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
    return parser, texts


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
