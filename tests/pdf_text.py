"""Read the text out of a PDF as Typst writes it: its letters are numbers of glyphs.

Searching the bytes of a PDF proves nothing: streams are packed and letters stand there as
glyph numbers. Every font carries a table from glyphs to letters (ISO 32000-1 § 9.10.3,
ToUnicode), and with it the text can be read. Enough for the product's own PDFs; whatever it
cannot read is an error, never an empty answer.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_BEGIN = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b")
_STREAM = re.compile(rb"stream\r?\n")
# Between what an object says and its stream.
_HERE = b"\n--- stream ---\n"
_HEX = rb"<([0-9A-Fa-f\s]*)>"
_WORD = re.compile(rb"[^\s()<>\[\]/]+|/[^\s()<>\[\]/]+")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MOVES = {b"Td", b"TD", b"Tm", b"T*", b"ET"}


def text_of(pdf: bytes) -> str:
    """Return the text of every page, in the order in which it is drawn.

    Raises
    ------
    ValueError
        When the file draws letters that its fonts do not explain.
    """
    objects = _objects(pdf)
    pages = [body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)]
    return "\n".join("".join(_letters(page, objects)) for page in pages)


def _objects(pdf: bytes) -> dict[int, bytes]:
    """Return by number what every object says, and after it its stream, unpacked."""
    found: dict[int, bytes] = {}
    begin = _BEGIN.search(pdf)
    while begin is not None:
        end = pdf.index(b"endobj", begin.end())
        stream = _STREAM.search(pdf, begin.end(), end)
        if stream is None:
            found[int(begin[1])] = pdf[begin.end() : end]
        else:
            said = pdf[begin.end() : stream.start()]
            length = int(_first(rb"/Length\s+(\d+)", said))
            end = stream.end() + length
            packed = pdf[stream.end() : end]
            content = zlib.decompress(packed) if b"/FlateDecode" in said else packed
            found[int(begin[1])] = said + _HERE + content
        begin = _BEGIN.search(pdf, end)
    return found


def _first(pattern: bytes, body: bytes) -> bytes:
    found = re.search(pattern, body)
    if found is None:
        raise ValueError(f"no {pattern!r} in {body[:80]!r}")
    return found[1]


def _content(body: bytes) -> bytes:
    return body.partition(_HERE)[2]


def _letters(page: bytes, objects: dict[int, bytes]) -> Iterator[str]:
    fonts = _fonts(page, objects)
    drawn = re.search(rb"/Contents\s*\[?((?:\s*\d+ 0 R)+)", page)
    numbers = re.findall(rb"(\d+) 0 R", drawn[1]) if drawn else []
    letters: dict[int, str] = {}
    drawn_now, name = b"", b""
    for word, string in _words(b"\n".join(_content(objects[int(n)]) for n in numbers)):
        drawn_now += string
        name = word if word.startswith(b"/") else name
        if word == b"Tf":
            letters = fonts[name[1:]]
        elif word in {b"Tj", b"TJ"}:
            yield _said(drawn_now, letters)
        elif word in _MOVES:
            yield " "
        if word[:1].isalpha():
            # An operator has used what stood before it.
            drawn_now = b""


def _words(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the words of a content stream, and the bytes of its strings, one of both empty."""
    place = 0
    while place < len(content):
        if content[place : place + 1] == b"(":
            end = _end_of_string(content, place)
            yield b"", _literal(content[place + 1 : end])
            place = end + 1
        elif string := re.compile(_HEX).match(content, place):
            yield b"", bytes.fromhex(string[1].decode())
            place = string.end()
        elif word := _WORD.match(content, place):
            yield word[0], b""
            place = word.end()
        else:
            place += 1


def _end_of_string(content: bytes, place: int) -> int:
    """Return where the string that begins at ``place`` closes; parentheses in it may be nested."""
    depth = 0
    for mark in re.finditer(rb"\\.|[()]", content[place:], re.DOTALL):
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
        if depth == 0:
            return place + mark.start()
    raise ValueError(f"a string is not closed: {content[place : place + 40]!r}")


def _fonts(page: bytes, objects: dict[int, bytes]) -> dict[bytes, dict[int, str]]:
    """Return from glyph to letters, for each font by its name on the page."""
    resources = _followed(rb"/Resources", page, objects)
    named = re.findall(rb"/([^\s/<>]+)\s+(\d+) 0 R", _followed(rb"/Font", resources, objects))
    tables = {}
    for name, number in named:
        font = objects[int(number)]
        if b"/ToUnicode" in font:
            cmap = objects[int(_first(rb"/ToUnicode\s+(\d+) 0 R", font))]
            tables[name] = _table(_content(cmap))
    return tables


def _followed(key: bytes, body: bytes, objects: dict[int, bytes]) -> bytes:
    """Return what stands behind ``key``, in ``body`` itself or in the object it points to."""
    found = re.search(key + rb"\b\s*(?:(\d+) 0 R|(<<.*))", body, re.DOTALL)
    if found is None:
        return b""
    return objects[int(found[1])] if found[1] else found[2]


def _table(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for glyph, letters in re.findall(_HEX + rb"\s*" + _HEX, block):
            found[int(glyph, 16)] = _utf16(letters)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, letters in re.findall(rb"\s*".join([_HEX] * 3), block):
            for place, glyph in enumerate(range(int(first, 16), int(last, 16) + 1)):
                text = _utf16(letters)
                found[glyph] = text[:-1] + chr(ord(text[-1]) + place)
    return found


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


def _said(glyphs: bytes, letters: dict[int, str]) -> str:
    numbers = [int.from_bytes(glyphs[at : at + 2], "big") for at in range(0, len(glyphs), 2)]
    if unknown := sorted({*numbers} - {*letters}):
        raise ValueError(f"glyphs {unknown} stand for no letter")
    return "".join(letters[number] for number in numbers)


def _literal(text: bytes) -> bytes:
    def plain(found: re.Match[bytes]) -> bytes:
        mark = found[1]
        return bytes([int(mark, 8)]) if mark[:1].isdigit() else _ESCAPES.get(mark, mark)

    return re.sub(rb"\\([0-7]{1,3}|.)", plain, text, flags=re.DOTALL)
