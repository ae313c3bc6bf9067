"""Everything that is kept about one person, on paper for that person."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.reports.pdf import typeset
from streekwerk.vocabulary.language import Language, Text

WORDS: dict[str, Text] = {
    "made_by": Text("Gemaakt met Streekwerk", "Made with Streekwerk"),
    "page": Text("bladzijde", "page"),
    "title": Text("Alles wat wij van u bewaren", "Everything we keep about you"),
    "intro": Text(
        "Hier staat alles wat de gemeente in Streekwerk van u bewaart, in woorden. In het bestand "
        "dat u kunt ophalen staat hetzelfde, met alle technische gegevens erbij en met de "
        "bestanden over uw uitkering. Klopt er iets niet? Zeg het in Mijn gegevens.",
        "This is everything the municipality keeps about you in Streekwerk, in words. The file you "
        "can download says the same, with all technical details and with the files on your "
        "benefit. Is something not right? Say so in My data.",
    ),
    "empty": Text("Hierover is niets bewaard", "Nothing is kept about this"),
}


@dataclass(frozen=True, slots=True)
class SectionContent:
    """One table; every row is a list of (label, value)."""

    title: str
    rows: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class OwnDataContent:
    """Everything about one person, in one language."""

    language: Language
    person: str
    municipality: str
    day: str
    sections: tuple[SectionContent, ...]
    empty: tuple[str, ...]
    words: dict[str, str]


def own_data_pdf(content: OwnDataContent) -> bytes:
    """Return it as an accessible PDF (PDF/UA-1)."""
    return typeset("own_data.typ", content)


def words_in(language: Language) -> dict[str, str]:
    """Return the fixed words in one language."""
    return {name: text.in_language(language) for name, text in WORDS.items()}
