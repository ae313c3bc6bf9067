"""How wide words are, so that nothing in a chart overlaps or runs off the paper.

Advance widths are those of Atkinson Hyperlegible Next (regular, in thousandths of
the size) read from the font file; other typefaces of normal width differ little,
and every estimate is taken 6 % wide to leave them room.
"""

from __future__ import annotations

import unicodedata

_ASCII = (
    280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387,
    648, 407, 548, 576, 614, 588, 598, 510, 615, 595, 210, 210, 553, 628, 553, 480,
    778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714,
    592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372,
    243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548,
    566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555,
)  # fmt: skip
_OTHERS = {"−": 606, "–": 504, "—": 824, "€": 664, "…": 670, "·": 240, "×": 532, "±": 579}
_BOLD = 1.06
_MARGIN = 1.06
_WIDEST = 1000


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` at ``size``, in the same unit, a little generously."""
    units = sum(_advance(letter) for letter in text)
    return units * size / 1000 * _MARGIN * (_BOLD if bold else 1.0)


def _advance(letter: str) -> int:
    if letter in _OTHERS:
        return _OTHERS[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    place = ord(base) - 32
    return _ASCII[place] if 0 <= place < len(_ASCII) else _WIDEST


def wrap(
    text: str, room: float, size: float, *, lines: int = 3, bold: bool = False
) -> tuple[str, ...]:
    """Break ``text`` into at most ``lines`` lines of at most ``room`` wide.

    What does not fit ends in an ellipsis; the table beside the chart has it whole.
    """
    broken: list[str] = []
    current = ""
    for word in text.split():
        longer = f"{current} {word}".strip()
        if not current or width(longer, size, bold=bold) <= room:
            current = longer
        else:
            broken.append(current)
            current = word
    broken.append(current)
    if len(broken) > lines:
        broken = [*broken[: lines - 1], " ".join(broken[lines - 1 :])]
    return tuple(shorten(line, room, size, bold=bold) for line in broken)


def shorten(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return ``text``, cut with an ellipsis if it is wider than ``room``."""
    if width(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width(f"{kept.rstrip()}…", size, bold=bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…" if kept else ""
