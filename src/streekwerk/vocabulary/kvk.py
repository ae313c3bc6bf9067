"""Numbers of the Dutch trade register (Handelsregister, Kamer van Koophandel).

The KvK number has eight digits (Handelsregisterbesluit 2008), the number of an
establishment (vestigingsnummer) twelve. The register publishes no check digit for
either: a number of the right length can still be mistyped, and only the register itself
tells. Both may begin with zeros, which a spreadsheet likes to drop.
"""

from __future__ import annotations

import re

from streekwerk.vocabulary.code_error import CodeError
from streekwerk.vocabulary.language import Text

# For demo and tests. The oldest numbers begin with that of a regional chamber, from 01;
# later ones were counted up from fifty million. None that we know of begins like these.
FICTITIOUS = "0000"
FICTITIOUS_ESTABLISHMENT = "9999"

_BETWEEN = re.compile(r"[\s.\-]")


def kvk_number(typed: str) -> str:
    """Return the eight digits of a KvK number; points, dashes and spaces are left out.

    Raises
    ------
    CodeError
        When there are not eight digits, or eight zeros. There is no check digit, so
        eight other digits are believed.
    """
    return _digits(typed, 8, Text("KvK-nummer", "KvK number"))


def establishment_number(typed: str) -> str:
    """Return the twelve digits of an establishment number (vestigingsnummer).

    Raises
    ------
    CodeError
        When there are not twelve digits, or twelve zeros.
    """
    return _digits(typed, 12, Text("vestigingsnummer", "establishment number"))


def is_fictitious(number: str) -> bool:
    """Whether a valid number was made up for demo or tests."""
    return number.startswith(FICTITIOUS if len(number) == 8 else FICTITIOUS_ESTABLISHMENT)


def _digits(typed: str, length: int, kind: Text) -> str:
    number = _BETWEEN.sub("", typed)
    if not re.fullmatch("[0-9]+", number):
        raise CodeError(
            typed,
            Text(
                f"Een {kind.nl} heeft {length} cijfers en niets anders.",
                f"A {kind.en} has {length} digits and nothing else.",
            ),
        )
    if len(number) != length:
        raise CodeError(typed, _length(len(number), length, kind))
    if not number.strip("0"):
        raise CodeError(
            typed,
            Text(f"Een {kind.nl} is niet alleen nullen.", f"A {kind.en} is not all zeros."),
        )
    return number


def _length(found: int, length: int, kind: Text) -> Text:
    nl = f"Een {kind.nl} heeft {length} cijfers; hier staan er {found}."
    en = f"A {kind.en} has {length} digits; here are {found}."
    if found < length:
        nl += " Misschien zijn nullen aan het begin weggevallen."
        en += " Perhaps zeros at the beginning were dropped."
    return Text(nl, en)
