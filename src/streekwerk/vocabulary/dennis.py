"""The ten tiles of the employer's side of Dutch employment services.

Codes and Dutch names are those of the work landscape (werklandschap) in Dennis, the guide to
instruments for employers (github.com/vng/dennis-core, resources of March 2024, MIT licence:
copyright VNG). The sentence that says what a tile is about is ours, after the guide's text.
"""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Tile:
    """One phase of the relation with an employer.

    Attributes
    ----------
    code : ``DW01`` to ``DW10``, as the guide has it.
    name : what it is called.
    about : one sentence on what happens in it.
    """

    code: str
    name: Text
    about: Text


_ROWS = (
    (
        "DW01",
        ("Voorzorg", "Keeping ahead"),
        (
            "We houden contact en delen nieuws over werk en regelingen, zodat mensen aan het werk"
            " blijven.",
            "We keep in touch and share news of work and rules, so that people stay in work.",
        ),
    ),
    (
        "DW02",
        ("Werkgever contact", "Employer contact"),
        (
            "We maken kennis: wat maakt het bedrijf, wat is er nodig en wat speelt er.",
            "We get to know each other: what the business makes, needs and is facing.",
        ),
    ),
    (
        "DW03",
        ("Oriëntatie", "Orientation"),
        (
            "We verkennen samen hoe het bedrijf inclusiever kan werken en wat daarvoor nodig is.",
            "We explore together how the business can be more inclusive and what that takes.",
        ),
    ),
    (
        "DW04",
        ("Opleiden", "Training"),
        (
            "Leidinggevenden en collega's leren begeleiden en omgaan met beperkingen.",
            "Managers and colleagues learn to guide people and to deal with limitations.",
        ),
    ),
    (
        "DW05",
        ("Kandidaat fit", "Fit for a candidate"),
        (
            "We passen het werk aan op iemand met wie het klikt.",
            "We adapt the work to somebody the employer gets on with.",
        ),
    ),
    (
        "DW06",
        ("Opstellen werkprofiel", "Describing the work"),
        (
            "We beschrijven taken en eisen, en maken er zo nodig een nieuwe functie van.",
            "We describe tasks and demands, and make a new job of them where needed.",
        ),
    ),
    (
        "DW07",
        ("Werving en selectie", "Recruitment and selection"),
        (
            "We spreken af hoe we kandidaten zoeken en kiezen, en wanneer.",
            "We agree how candidates are sought and chosen, and when.",
        ),
    ),
    (
        "DW08",
        ("Bemiddeling", "Introducing candidates"),
        (
            "Werkgever en kandidaten ontmoeten elkaar.",
            "Employer and candidates meet.",
        ),
    ),
    (
        "DW09",
        ("Plaatsing", "Placement"),
        (
            "Iemand gaat aan het werk, met de voorzieningen die daarbij nodig zijn.",
            "Somebody starts work, with the support that this takes.",
        ),
    ),
    (
        "DW10",
        ("Nazorg", "Aftercare"),
        (
            "We blijven in beeld na de plaatsing en leren van wat goed ging en wat niet.",
            "We stay in sight after the placement and learn from what went well and what did not.",
        ),
    ),
)
TILES: dict[str, Tile] = {
    code: Tile(code, Text(*name), Text(*about)) for code, name, about in _ROWS
}


def tile(code: str) -> Tile:
    """Return the tile with a code.

    Raises
    ------
    ValueError
        When there is no such tile.
    """
    if code not in TILES:
        raise ValueError(f"there is no tile {code!r}; they are {', '.join(TILES)}")
    return TILES[code]
