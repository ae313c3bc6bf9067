"""Gather the texts of XML elements that are open and turn them into rows."""

from __future__ import annotations

from typing import NamedTuple, NoReturn

from streekwerk.registers.files.mapping import XmlMapping
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.rows import Part, Row
from streekwerk.vocabulary.language import Text

# More measures of one person, or persons on one benefit, than can ever be true.
_MOST_PARTS = 10_000
ASK = Text(
    "Vraag uw leverancier om een nieuw bestand, of kies een andere mapping.",
    "Ask your supplier for a new file, or choose another mapping.",
)


class _Element(NamedTuple):
    """A level that has been closed, with the levels inside it."""

    part: Part
    inner: list[_Element]


class Collector:
    """The open levels of one file.

    A row can only be made when its outermost record closes, because fields of
    a person may come after the person's measures or incomes.
    """

    def __init__(self, mapping: XmlMapping, file: str) -> None:
        self.file = file
        self.blanks: tuple[Part, ...] = tuple(("",) * len(part) for part in mapping.layout.parts)
        self.texts: list[list[str]] = [list(part) for part in self.blanks]
        self.header = self.texts[0]
        self.inner: list[list[_Element]] = [[] for _ in self.blanks]
        self.ready: list[Row] = []
        self.number = 0
        self.records = 0
        self.starts = 0

    def begin(
        self,
        levels: tuple[int, ...],
        places: dict[str, tuple[int, int]],
        attributes: dict[str, str],
    ) -> None:
        """Open levels and take the mapped attributes of their element."""
        for level in levels:
            self.texts[level][:] = self.blanks[level]
            self.inner[level] = []
            if level == 0:
                self.records, self.starts = 0, 0
        for name, (level, position) in places.items():
            text = attributes.get(name, "").strip()
            if text and self.texts[level][position]:
                self.refuse_repeat()
            self.texts[level][position] = text or self.texts[level][position]

    def close(self, level: int) -> None:
        """Close a level; at the end of a record its rows are ready."""
        if level == 0:
            if not self.records:
                self.ready.append(Row(0, 0, (tuple(self.header), *self.blanks[1:])))
            return
        part = tuple(self.texts[level])
        if level > 1:
            siblings = self.inner[level - 1]
            siblings.append(_Element(part, self.inner[level]))
            if len(siblings) > _MOST_PARTS:
                self._refuse_size()
            return
        self.records += 1
        self._rows((tuple(self.header),), 1, part, self.inner[1], self.starts)
        self.starts = 1

    def taken(self) -> list[Row]:
        """Return the rows that are ready, and forget them."""
        ready, self.ready = self.ready, []
        return ready

    def refuse_repeat(self) -> NoReturn:
        """Refuse a file that gives one value twice, or the header after its records."""
        raise RefusedError(
            self.file,
            Text(
                f"Bij regel {self.number + 1} staat een gegeven dubbel of te laat.",
                f"At record {self.number + 1} a value is repeated or comes too late.",
            ),
            ASK,
        )

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

    def _refuse_size(self) -> NoReturn:
        raise RefusedError(
            self.file,
            Text(
                f"Record {self.number + 1} heeft meer dan {_MOST_PARTS} onderdelen.",
                f"Record {self.number + 1} has more than {_MOST_PARTS} parts.",
            ),
            ASK,
        )
