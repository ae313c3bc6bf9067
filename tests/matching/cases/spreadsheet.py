"""A small spreadsheet program: reads the XML of a workbook and calculates its formulas.

Independent of the code under test: binary fractions, its own grammar, and ROUND as
spreadsheets do it (on fifteen significant digits, halves away from zero).
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from defusedxml.ElementTree import fromstring

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TOKEN = re.compile(
    r"\s*(?:(?P<ref>(?:'[^']+'!)?\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)"
    r"|(?P<name>[A-Z]+)(?=\()|(?P<number>\d+(?:\.\d+)?)|(?P<sign>>=|<=|[-+*/^(),<>=]))"
)


@dataclass
class Workbook:
    """Cells by sheet and address: a number, a text, or a formula with its stored value."""

    numbers: dict[tuple[str, str], float] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    formulas: dict[tuple[str, str], str] = field(default_factory=dict)
    stored: dict[tuple[str, str], float] = field(default_factory=dict)
    known: dict[tuple[str, str], float] = field(default_factory=dict)

    def change(self, sheet: str, label: str, value: float) -> None:
        """Type another value beside the label in column A."""
        self.numbers[sheet, "B" + self.row(sheet, label)] = value
        self.known.clear()

    def row(self, sheet: str, label: str) -> str:
        """Return the number of the first row that starts with a label."""
        rows = [
            a[1:]
            for (s, a), text in self.texts.items()
            if s == sheet and a[0] == "A" and text == label
        ]
        return min(rows, key=int)

    def value(self, sheet: str, address: str) -> float:
        """Calculate a cell; an empty one is zero."""
        place = (sheet, address.replace("$", ""))
        if place in self.numbers:
            return self.numbers[place]
        if place not in self.formulas:
            return 0.0
        if place not in self.known:
            self.known[place] = _Parser(self, sheet, self.formulas[place]).all()
        return self.known[place]


class _Parser:
    def __init__(self, book: Workbook, sheet: str, formula: str) -> None:
        self._book, self._sheet = book, sheet
        self._tokens = [
            (match.lastgroup or "", match.group().strip()) for match in _TOKEN.finditer(formula)
        ]
        assert "".join(text for _, text in self._tokens) == formula, formula
        self._at = 0

    def all(self) -> float:
        found = self._sum()
        assert self._at == len(self._tokens), "something is left over"
        return found

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, wanted: str = "") -> tuple[str, str]:
        token = self._tokens[self._at]
        assert not wanted or token[1] == wanted, f"{wanted} expected, {token[1]} found"
        self._at += 1
        return token

    def _sum(self) -> float:
        found = self._product()
        while self._peek() in ("+", "-"):
            sign = self._take()[1]
            other = self._product()
            found = found + other if sign == "+" else found - other
        return found

    def _product(self) -> float:
        found = self._power()
        while self._peek() in ("*", "/"):
            sign = self._take()[1]
            other = self._power()
            found = found * other if sign == "*" else found / other
        return found

    def _power(self) -> float:
        found = self._signed()
        while self._peek() == "^":
            self._take()
            found = found ** self._signed()
        return found

    def _signed(self) -> float:
        # A spreadsheet puts a minus before a power: -2^2 is 4.
        if self._peek() == "-":
            self._take()
            return -self._signed()
        return self._one()

    def _one(self) -> float:
        kind, text = self._take()
        if kind == "number":
            return float(text)
        if kind == "ref":
            (only,) = self._cells(text)
            return only
        if kind == "name":
            return self._function(text)
        assert text == "(", text
        found = self._sum()
        self._take(")")
        return found

    def _cells(self, text: str) -> list[float]:
        sheet, _, span = text.rpartition("!")
        name = sheet.strip("'") or self._sheet
        first, _, last = span.replace("$", "").partition(":")
        if not last:
            return [self._book.value(name, first)]
        (one, top), (other, bottom) = (_split(end) for end in (first, last))
        return [
            self._book.value(name, f"{_letters(column)}{row}")
            for row in range(top, bottom + 1)
            for column in range(one, other + 1)
        ]

    def _function(self, name: str) -> float:
        self._take("(")
        if name == "IF":
            return self._if()
        given = self._arguments()
        match name:
            case "SUM":
                return sum(given)
            case "MIN":
                return min(given)
            case "MAX":
                return max(given)
            case "ROUND":
                return _rounded(given[0], int(given[1]))
        raise AssertionError(f"unknown function {name}")

    def _arguments(self) -> list[float]:
        given: list[float] = []
        while True:
            if self._tokens[self._at][0] == "ref" and ":" in self._peek():
                given += self._cells(self._take()[1])
            else:
                given.append(self._sum())
            if self._take()[1] == ")":
                return given

    def _if(self) -> float:
        left, relation, right = self._sum(), self._take()[1], self._sum()
        self._take(",")
        then = self._sum()
        self._take(",")
        otherwise = self._sum()
        self._take(")")
        holds = {
            ">=": left >= right,
            ">": left > right,
            "<=": left <= right,
            "<": left < right,
            "=": left == right,
        }[relation]
        return then if holds else otherwise


def read_workbook(content: bytes) -> Workbook:
    """Read every cell of every sheet."""
    book = Workbook()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        shared = [
            "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
            for item in fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        links = {
            link.get("Id"): link.get("Target")
            for link in fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        }
        for sheet in fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
            tree = fromstring(archive.read(f"xl/{links[sheet.get(_REL)]}"))
            for cell in tree.iter(f"{_MAIN}c"):
                _read_cell(book, sheet.get("name") or "", cell, shared)
    return book


def _read_cell(book: Workbook, sheet: str, cell: object, shared: list[str]) -> None:
    place = (sheet, cell.get("r"))  # type: ignore[attr-defined]
    formula, value = cell.find(f"{_MAIN}f"), cell.find(f"{_MAIN}v")  # type: ignore[attr-defined]
    if formula is not None:
        book.formulas[place] = formula.text
        book.stored[place] = float(value.text)
    elif value is not None and cell.get("t") == "s":  # type: ignore[attr-defined]
        book.texts[place] = shared[int(value.text)]
    elif value is not None:
        book.numbers[place] = float(value.text)


def _rounded(value: float, digits: int) -> float:
    shown = Decimal(f"{value:.15g}")
    return float(shown.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def _split(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return column, int(address[len(letters) :])


def _letters(column: int) -> str:
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
