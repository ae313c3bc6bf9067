"""Sentences with numbers, in both languages at once."""

from __future__ import annotations

from streekwerk.vocabulary.language import Language, Text, number

Spoken = str | int | Text | tuple[float, int]


def say(nl: str, en: str, **values: Spoken) -> Text:
    """Fill both sentences; a number is given as (value, decimals) and written per language."""
    return Text(
        nl.format(**{k: _spoken(v, "nl") for k, v in values.items()}),
        en.format(**{k: _spoken(v, "en") for k, v in values.items()}),
    )


def percent(share: float) -> tuple[float, int]:
    """Return a share as a whole percentage, for :func:`say`."""
    return 100 * share, 0


def _spoken(value: Spoken, language: Language) -> str:
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, tuple):
        return number(value[0], language, value[1])
    return number(value, language) if isinstance(value, int) else value
