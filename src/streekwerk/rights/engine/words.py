"""What the engine says to people: every sentence in plain words and in professional words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from streekwerk.vocabulary.language import Language, Text, number

Wording: TypeAlias = Literal["plain", "professional"]


@dataclass(frozen=True, slots=True)
class Words:
    """One statement for a jobseeker (Dutch at B1) and the same for a professional."""

    plain: Text
    professional: Text

    def in_wording(self, wording: Wording) -> Text:
        """Return the statement in the wording asked for."""
        return self.plain if wording == "plain" else self.professional


def words(plain_nl: str, plain_en: str, formal_nl: str = "", formal_en: str = "") -> Words:
    """Build :class:`Words`; without a professional wording the plain one serves both."""
    plain = Text(plain_nl, plain_en)
    return Words(plain, Text(formal_nl or plain_nl, formal_en or plain_en))


def figure(value: float, unit: Text | None, language: Language) -> str:
    """Write a figure with its unit as people of that language do: ``€ 1.009,58 per maand``.

    Euros have two decimals; other figures have as many as they need, two at most.
    """
    said = unit.in_language(language) if unit else ""
    if said.startswith("€"):
        return f"€ {number(value, language, 2)}{said[1:]}"
    decimals = next((d for d in (0, 1) if round(value, d) == round(value, 2)), 2)
    return f"{number(value, language, decimals)}{'' if said == '%' else ' '}{said}".strip()
