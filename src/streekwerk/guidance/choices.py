"""Values somebody can choose from, each with its words in both languages."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from streekwerk.vocabulary.language import Language, Text


class Choice(StrEnum):
    """An enumeration whose members say themselves in both languages.

    Members are written ``NAME = "key", "Nederlands", "English"``.
    """

    words: Text

    def __new__(cls, key: str, nl: str = "", en: str = "") -> Self:
        """Make a member that is its key and carries its words; looked up by key alone."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.words = Text(nl, en)
        return member

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Return the values as they are kept."""
        return tuple(member.value for member in cls)

    @classmethod
    def pairs(cls, language: Language) -> list[tuple[str, str]]:
        """Return (value, words) for a form."""
        return [(member.value, member.words.in_language(language)) for member in cls]
