"""Saying amounts: a number with its unit as people of a language write it."""

from __future__ import annotations

from streekwerk.vocabulary.language import Language, Text, number

_MOST_DECIMALS = 4


def said(value: float, unit: Text, language: Language) -> str:
    """Return a result, rounded to what matters: ``€ 15,50 per uur``, ``60%``, ``2,5 jaar``."""
    return _with_unit(value, unit, language, _enough(value, unit.in_language(language)))


def exactly(value: float, unit: Text, language: Language) -> str:
    """Return an input as it was given: ``€ 1.419,46 per maand``, ``2,25% per jaar``."""
    return _with_unit(value, unit, language, _as_money(_needed(value, _MOST_DECIMALS), unit))


def plainly(value: float, unit: Text, language: Language) -> str:
    """Return an input with the sign of its unit only: ``€ 500``, ``25%``, ``2,5``."""
    sign = unit.in_language(language)[:1]
    bare = Text(sign, sign) if sign in ("€", "%") else None
    decimals = _as_money(_needed(value, 2), unit)
    if bare is None:
        return number(value, language, decimals)
    return _with_unit(value, bare, language, decimals)


def rest_of(unit: Text, language: Language) -> str:
    """Return what of a unit comes after its sign: ``per jaar`` of ``€ per jaar``."""
    word = unit.in_language(language)
    return word[1:].strip() if word[:1] in ("€", "%") else word


def _with_unit(value: float, unit: Text, language: Language, decimals: int) -> str:
    word = unit.in_language(language)
    written = number(value, language, decimals)
    if word.startswith("€"):
        sign = "−" if written.startswith("−") else ""
        return f"{sign}€ {written.removeprefix('−')} {word[1:].strip()}".strip()
    if word.startswith("%"):
        return f"{written}{word}"
    return f"{written} {word}"


def _enough(value: float, unit: str) -> int:
    """Return the decimals that matter in a result."""
    size = abs(value)
    if round(float(value), 2).is_integer() or size >= 1_000:
        return 0
    if unit.startswith("€"):
        return 2 if size < 100 else 0
    return _needed(value, 1 if unit.startswith("%") or size >= 10 else 2)


def _as_money(decimals: int, unit: Text) -> int:
    """Return two decimals where one would do: nobody writes € 9,5."""
    return 2 if decimals == 1 and unit.nl.startswith("€") else decimals


def _needed(value: float, most: int) -> int:
    """Return the fewest decimals that lose nothing."""
    rounded = round(float(value), most)
    return next((few for few in range(most) if round(rounded, few) == rounded), most)
