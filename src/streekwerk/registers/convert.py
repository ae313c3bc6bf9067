"""Between the text of a field and its value, both ways.

A file holds the same few dates, codes and amounts over and over, so each field
remembers the texts it has read (:class:`_Memory`). A text that cannot be read
as the regulation writes it becomes a :class:`Misread`, never an exception: the
row stays, the finding says what was wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from streekwerk.registers.bsn import passes_eleven_test
from streekwerk.registers.codes import CodeList
from streekwerk.registers.layouts import Field, Kind

Value: TypeAlias = str | int | date | CodeList | None

_REMEMBERED = 50_000
_OTHER_DATE = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)|(?P<d2>\d\d?)[-/](?P<m2>\d\d?)[-/](?P<y2>\d{4})"
)


class Fault(Enum):
    """What can be wrong with the text of one field."""

    FORMAT = "format"
    NOTATION = "notation"
    CODE = "code"
    DATE = "date"
    LENGTH = "length"
    ELEVEN = "eleven"
    DIACRITICS = "diacritics"


@dataclass(frozen=True, slots=True)
class Misread:
    """A text with a fault, and the value that can still be taken from it (or ``None``)."""

    fault: Fault
    text: str
    value: Value = None


Converter: TypeAlias = Callable[[str], "Value | Misread"]


class _Memory(dict[str, "Value | Misread"]):
    """Remembers what texts mean; forgets nothing but stops learning when it is large."""

    def __init__(self, convert: Converter) -> None:
        super().__init__({"": None})
        self._convert = convert

    def __missing__(self, text: str) -> Value | Misread:
        value = self._convert(text)
        if len(self) < _REMEMBERED:
            self[text] = value
        return value


def converter(field: Field) -> Converter:
    """Return the function that turns a text of ``field`` into its value or a :class:`Misread`.

    An empty text means "not filled in" and becomes ``None``.
    """
    read = _READERS[field.kind](field)
    # Identifiers are nearly all different: remembering them would only cost memory.
    return read if field.kind in {Kind.BSN, Kind.TEXT} else _Memory(read).__getitem__


def to_text(field: Field, value: Value) -> str:
    """Write a value as the regulation prescribes; ``None`` becomes the empty text.

    Raises
    ------
    ValueError
        When the value does not fit the length of the field.
    """
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.year:04d}{value.month:02d}{value.day:02d}"
    if isinstance(value, int):
        return _digits(field, value)
    if field.kind in {Kind.TEXT, Kind.DIGITS, Kind.BSN} and len(value) > field.length:
        raise ValueError(f"{field.name} has at most {field.length} positions, got {len(value)}")
    return str(value)


def _digits(field: Field, value: int) -> str:
    length = {Kind.YEAR: 4, Kind.MONTH: 2}.get(field.kind, field.length)
    text = f"{abs(value):0{length}d}"
    if len(text) > length or (value < 0 and field.kind is not Kind.AMOUNT):
        raise ValueError(f"{field.name} is written as {field.notation}, got {value}")
    sign = ("-" if value < 0 else "+") if field.kind is Kind.AMOUNT else ""
    return sign + text


def _code_reader(field: Field) -> Converter:
    known = {str(code): code for code in field.codes}

    def read(text: str) -> Value | Misread:
        code = known.get(text)
        if code is not None:
            return code
        # A spreadsheet drops leading zeros, people type capitals: readable, but say so.
        meant = known.get(text.casefold().zfill(field.length))
        return Misread(Fault.NOTATION if meant else Fault.CODE, text, meant)

    return read


def _number_reader(field: Field) -> Converter:
    length, low, high = {Kind.YEAR: (4, 1900, 2199), Kind.MONTH: (2, 1, 12)}.get(
        field.kind, (field.length, 0, 10**field.length - 1)
    )

    def read(text: str) -> Value | Misread:
        if not (text.isascii() and text.isdigit()) or len(text) > 9:
            return Misread(Fault.FORMAT, text)
        value = int(text)
        if not low <= value <= high:
            return Misread(Fault.FORMAT, text)
        return value if len(text) == length else Misread(Fault.NOTATION, text, value)

    return read


def _amount_reader(field: Field) -> Converter:
    length = field.length
    exact = re.compile(rf"[+-]\d{{{length}}}", re.ASCII)
    readable = re.compile(rf"[+-]?0*(\d{{1,{length}}})", re.ASCII)

    def read(text: str) -> Value | Misread:
        if exact.fullmatch(text):
            return int(text)
        if len(text) <= 20 and readable.fullmatch(text):
            return Misread(Fault.NOTATION, text, int(text))
        return Misread(Fault.FORMAT, text)

    return read


def _digits_reader(field: Field) -> Converter:
    length = field.length

    def read(text: str) -> Value | Misread:
        if not (text.isascii() and text.isdigit()) or len(text) > length:
            return Misread(Fault.FORMAT, text)
        return text if len(text) == length else Misread(Fault.NOTATION, text, text.zfill(length))

    return read


def _read_date(text: str) -> Value | Misread:
    parts = [text[:4], text[4:6], text[6:]]
    exact = len(text) == 8 and text.isascii() and text.isdigit()
    if not exact:
        other = _OTHER_DATE.fullmatch(text)
        if other is None:
            return Misread(Fault.DATE, text)
        found = other.groupdict()
        parts = [found[name] or found[f"{name}2"] for name in ("y", "m", "d")]
    try:
        value = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return Misread(Fault.DATE, text)
    return value if exact else Misread(Fault.NOTATION, text, value)


def _read_bsn(text: str) -> Value | Misread:
    if not text:
        return None
    if passes_eleven_test(text):
        return text
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        return Misread(Fault.FORMAT, text)
    full = text.zfill(9)
    if not passes_eleven_test(full):
        # Still the same number every month: the person can be followed.
        return Misread(Fault.ELEVEN, text, full)
    return Misread(Fault.NOTATION, text, full)


def _text_reader(field: Field) -> Converter:
    def read(text: str) -> Value | Misread:
        if len(text) <= field.length:
            return text or None
        return Misread(Fault.LENGTH, text, text)

    return read


def _read_free(text: str) -> Value | Misread:
    if text.isascii() or not any(map(unicodedata.combining, unicodedata.normalize("NFD", text))):
        return text or None
    return Misread(Fault.DIACRITICS, text, text)


_READERS: dict[Kind, Callable[[Field], Converter]] = {
    Kind.CODE: _code_reader,
    Kind.DATE: lambda _: _read_date,
    Kind.YEAR: _number_reader,
    Kind.MONTH: _number_reader,
    Kind.NUMBER: _number_reader,
    Kind.AMOUNT: _amount_reader,
    Kind.DIGITS: _digits_reader,
    Kind.BSN: lambda _: _read_bsn,
    Kind.TEXT: _text_reader,
    Kind.FREE: lambda _: _read_free,
}
