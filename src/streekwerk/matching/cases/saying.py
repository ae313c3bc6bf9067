"""Saying amounts: a number with its unit as people of a language write it."""

from __future__ import annotations

from streekwerk.vocabulary.language import Language, Text, number


def said(value: float, unit: Text, language: Language) -> str:
    """Return ``€ 15,50 per uur``, ``60%`` or ``2,5 jaar``."""
    word = unit.in_language(language)
    written = number(value, language, _decimals(value, word))
    if word.startswith("€"):
        rest = word[1:].strip()
        return f"€ {written} {rest}".strip() if value >= 0 else f"−€ {written[1:]} {rest}".strip()
    if word.startswith("%"):
        return f"{written}{word}"
    return f"{written} {word}"


def _decimals(value: float, unit: str) -> int:
    size = abs(value)
    if round(float(value), 2).is_integer() or size >= 1_000:
        return 0
    if unit.startswith("%"):
        return 1
    if unit.startswith("€"):
        return 2 if size < 100 else 0
    return 1 if size >= 10 else 2
