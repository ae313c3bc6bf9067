"""Read rows from XML as it streams past: bounded memory, no DTD, no surprises.

The parser is expat with our own three handlers, because a tree is not needed:
each element is looked up in a small trie of the mapped paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from streekwerk.registers.files.limits import DEFAULT_LIMITS, Limits
from streekwerk.registers.files.mapping import Steps, XmlMapping
from streekwerk.registers.files.xml_safety import DamagedXml, refuse_doctype, refused_damage
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.rows import Part, Row
from streekwerk.vocabulary.language import Text

_CHUNK = 1 << 16
_CHILDREN = 10_000
_ASK = Text(
    "Vraag uw leverancier om een nieuw bestand, of kies een andere mapping.",
    "Ask your supplier for a new file, or choose another mapping.",
)


class _Node:
    """One element the mapping knows: what it means and which elements may lie in it."""

    __slots__ = ("attributes", "children", "field", "levels")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.attributes: dict[str, tuple[int, int]] = {}
        self.field: tuple[int, int] | None = None
        self.levels: tuple[int, ...] = ()


_UNKNOWN = _Node()


def _trie(mapping: XmlMapping) -> _Node:
    root = _Node()
    for number, path in enumerate(mapping.levels):
        _reach(root, path).levels += (number,)
    for level, fields in enumerate(mapping.layout.parts):
        for position, field in enumerate(fields):
            path = mapping.fields[field.number]
            if path[-1].startswith("@"):
                name = path[-1][1:].lstrip("{")
                _reach(root, path[:-1]).attributes[name] = (level, position)
            else:
                _reach(root, path).field = (level, position)
    return root


def _reach(node: _Node, path: Steps) -> _Node:
    for step in path:
        node = node.children.setdefault(step.lstrip("{"), _Node())
    return node


class _Element(NamedTuple):
    """A level that has been closed, with the levels inside it."""

    part: Part
    inner: list[_Element]


class _Collector:
    """Gathers the texts of the levels that are open and turns them into rows."""

    def __init__(self, mapping: XmlMapping, file: str) -> None:
        self.file = file
        self.blanks: tuple[Part, ...] = tuple(("",) * len(part) for part in mapping.layout.parts)
        self.innermost = len(self.blanks) - 1
        self.texts: list[list[str]] = [list(part) for part in self.blanks]
        self.inner: list[list[_Element]] = [[] for _ in self.blanks]
        self.ready: list[Row] = []
        self.number = 0
        self.records = 0
        self.starts = 0

    def begin(self, node: _Node, attributes: dict[str, str]) -> None:
        for level in node.levels:
            self.texts[level] = list(self.blanks[level])
            self.inner[level] = []
            if level == 0:
                self.records, self.starts = 0, 0
        for name, place in node.attributes.items():
            self.fill(place, attributes.get(name, ""))

    def fill(self, place: tuple[int, int], text: str) -> None:
        level, position = place
        text = text.strip()
        if not text:
            return
        if self.texts[level][position] or (level == 0 and self.records):
            raise RefusedError(
                self.file,
                Text(
                    f"Bij regel {self.number + 1} staat een gegeven dubbel of te laat.",
                    f"At record {self.number + 1} a value is repeated or comes too late.",
                ),
                _ASK,
            )
        self.texts[level][position] = text

    def close(self, level: int) -> None:
        if level == 0:
            if not self.records:
                self.ready.append(Row(0, 0, (tuple(self.texts[0]), *self.blanks[1:])))
            return
        part = tuple(self.texts[level])
        if level > 1:
            siblings = self.inner[level - 1]
            siblings.append(_Element(part, self.inner[level]))
            if len(siblings) > _CHILDREN:
                raise RefusedError(
                    self.file,
                    Text(
                        f"Bij regel {self.number + 1} horen meer dan {_CHILDREN} onderdelen.",
                        f"Record {self.number + 1} has more than {_CHILDREN} parts.",
                    ),
                    _ASK,
                )
            return
        self.records += 1
        self._rows((tuple(self.texts[0]),), 1, part, self.inner[1], self.starts)
        self.starts = 1

    def _rows(
        self, outer: tuple[Part, ...], level: int, part: Part, inner: list[_Element], starts: int
    ) -> None:
        parts = (*outer, part)
        if not inner:
            self.number += 1
            self.ready.append(Row(self.number, starts, parts + self.blanks[level + 1 :]))
            return
        for child, grandchildren in inner:
            self._rows(parts, level + 1, child, grandchildren, starts)
            starts = level + 1


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
    collector = _Collector(mapping, file)
    parser, texts = _parser(collector, _trie(mapping), mapping, limits)
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
    collector: _Collector, root: _Node, mapping: XmlMapping, limits: Limits
) -> tuple[expat.XMLParserType, list[str]]:
    """Return a parser that feeds the collector, and the list of texts it is gathering."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    refuse_doctype(parser)
    stack: list[_Node] = []
    texts: list[str] = []
    node = root

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal node
        stack.append(node)
        children = node.children
        node = children.get(name) or children.get(name.rpartition("}")[2], _UNKNOWN)
        texts.clear()
        if node is _UNKNOWN or len(stack) > limits.depth:
            _check_unknown(name, len(stack), collector.file, mapping, limits)
        if node.levels or attributes:
            collector.begin(node, attributes)

    def end(_: str) -> None:
        nonlocal node
        if node.field is not None and texts:
            collector.fill(node.field, "".join(texts))
        for level in reversed(node.levels):
            collector.close(level)
        texts.clear()
        node = stack.pop()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = texts.append
    return parser, texts


def _check_unknown(name: str, depth: int, file: str, mapping: XmlMapping, limits: Limits) -> None:
    if depth > limits.depth:
        raise DamagedXml("depth")
    if depth == 1:
        raise RefusedError(file, *_wrong_root(name, mapping))


def _wrong_root(found: str, mapping: XmlMapping) -> tuple[Text, Text]:
    expected, title = mapping.levels[0][0], f"'{mapping.name}' ({mapping.layout.title})"
    return (
        Text(
            f"Het bestand begint met <{found[:60]}>; de mapping {title} verwacht <{expected}>.",
            f"The file starts with <{found[:60]}>; the mapping {title} expects <{expected}>.",
        ),
        _ASK,
    )
