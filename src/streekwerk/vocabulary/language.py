"""A sentence in every language the product speaks.

The pure core has no translation machinery. Whatever it says to a person is a
:class:`Text`: both languages are written at the same place, so a missing
translation is a type error and not a surprise on a screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or label in Dutch (the source language) and in English."""

    nl: str
    en: str

    def __post_init__(self) -> None:
        if not self.nl.strip() or not self.en.strip():
            raise ValueError(f"a Text needs both languages, got nl={self.nl!r}, en={self.en!r}")

    def __str__(self) -> str:
        return self.nl

    def in_language(self, language: Language) -> str:
        """Return the sentence in ``language``."""
        return self.nl if language == "nl" else self.en

    def as_json(self) -> dict[str, str]:
        """Return ``{"nl": …, "en": …}``."""
        return {"nl": self.nl, "en": self.en}

    @classmethod
    def from_json(cls, data: dict[str, str]) -> Text:
        """Rebuild a text from :meth:`as_json`."""
        return cls(nl=data["nl"], en=data["en"])


def join(texts: list[Text] | tuple[Text, ...], separator: str = " ") -> Text:
    """Join several texts into one, language by language."""
    return Text(
        nl=separator.join(text.nl for text in texts), en=separator.join(text.en for text in texts)
    )


def number(value: float, language: Language, decimals: int = 0) -> str:
    """Write a number as people of that language do: ``1.234,5`` or ``1,234.5``.

    A true minus sign is used, and a value that rounds to zero has no sign.
    """
    rounded = round(value, decimals) + 0.0
    written = f"{abs(rounded):,.{decimals}f}"
    if language == "nl":
        written = written.replace(",", "\0").replace(".", ",").replace("\0", ".")
    return f"−{written}" if rounded < 0 else written
