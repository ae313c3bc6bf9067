"""The fields and the questions as a page of documentation, written from the data itself.

``docs/reference/guidance.md`` is this page; a test compares the two, so that it cannot
fall behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from streekwerk.guidance.file.catalogue import FIELDS
from streekwerk.guidance.file.field import Field, Theme
from streekwerk.guidance.instrument.mechanism import Mechanism
from streekwerk.guidance.instrument.mechanisms import MECHANISMS
from streekwerk.guidance.instrument.questions import VERSION

_INTRODUCTION = """# Het dossier en de vragen

Deze bladzijde komt uit de gegevens zelf (`streekwerk.guidance.reference_page`).

## Velden

Van elk veld staat er wie het ziet en waarvoor het is; een ander gebruik is er niet. Nationaliteit,
etniciteit, geboorteland, geloof, moedertaal, geslacht, adres en postcode hebben geen veld.
"Mag naar advies" zegt dat advies het veld kán vragen; de lijst in `advice.features` beslist.
De kolom GGM noemt objecttype en attribuut in het Gemeentelijk Gegevensmodel (Model Werk 1.1.0);
"toevoeging" is van Streekwerk. Termen zijn voorstellen: de selectielijst van de gemeente gaat voor.
"""
_HEAD = (
    "| sleutel | vraag | waarvoor | GGM | ziet het | bewaard | mag naar advies |\n"
    "|---|---|---|---|---|---|---|"
)
_QUESTIONS = f"""
## Vragen (versie {VERSION})

Elke vraag heeft vijf antwoorden in woorden, plus "weet ik nog niet" en "wil ik niet zeggen", en
ruimte voor eigen woorden. De vragen zijn eigen woorden, tenzij er "letterlijk" bij staat; ze hebben
geen normen. Onder elk mechanisme staat werk over hetzelfde, niet de herkomst van de vraag.
"""


def reference_page() -> str:
    """Return the page in Markdown, ending in a newline."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _INTRODUCTION
    for theme in Theme:
        rows = [_row(field) for field in FIELDS.values() if field.theme is theme]
        if rows:
            yield f"### {theme.words.nl}\n"
            yield _HEAD
            yield from rows
            yield ""
    yield _QUESTIONS
    for mechanism in MECHANISMS:
        yield from _mechanism(mechanism)


def _row(field: Field) -> str:
    seen = "klantmanager, werkzoekende" if "team_manager" not in field.readers else "ook teamleider"
    cells = (
        f"`{field.key}`",
        field.ask.nl,
        field.purpose.nl,
        field.ggm or "-",
        seen,
        field.term.words.nl,
        "ja" if field.advice else "nee",
    )
    return f"| {' | '.join(cells)} |"


def _mechanism(mechanism: Mechanism) -> Iterator[str]:
    yield f"### {mechanism.name.nl}\n"
    yield f"{mechanism.about.nl}\n"
    for question in mechanism.questions:
        points = " · ".join(point.nl for point in question.points)
        taken = " (letterlijk)" if question.verbatim else ""
        yield f"- **{question.words.nl}**{taken} {points}"
    yield "\nWerk over hetzelfde:\n"
    for each in mechanism.based_on:
        yield f"- {each.citation}{f' <{each.url}>' if each.url else ''}"
    yield ""
