"""What drives an employer: eight motives, each with the statement by which it is weighted.

The list is ours: reasons that employers give for working on inclusive or regional work come
back in it once each. A motive is no judgement and there is no total: somebody who moves
because of cost is as welcome as somebody who moves because of people.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from streekwerk.vocabulary.language import Text

LOWEST, HIGHEST = 1, 5
# From here on a motive is said to be a leading one.
LEADING = 4


class Motive(StrEnum):
    """A reason for an employer to move."""

    STAFF = "staff"
    COST = "cost"
    QUALITY = "quality"
    SOCIAL = "social"
    MARKET = "market"
    ROOTS = "roots"
    INNOVATION = "innovation"
    CONTINUITY = "continuity"


@dataclass(frozen=True, slots=True)
class Statement:
    """A motive in words: its name, and the sentence an employer says 1 to 5 to."""

    motive: Motive
    name: Text
    says: Text


_ROWS = (
    (
        Motive.STAFF,
        ("Personeelstekort", "Staff shortage"),
        (
            "Wij komen handen tekort voor het werk dat er nu is.",
            "We are short of hands for the work there is now.",
        ),
    ),
    (
        Motive.COST,
        ("Kosten", "Cost"),
        (
            "Wij willen de kosten van ons werk beter in de hand houden.",
            "We want to keep a better hold on what our work costs.",
        ),
    ),
    (
        Motive.QUALITY,
        ("Kwaliteit", "Quality"),
        (
            "Onze vakmensen moeten meer tijd krijgen voor hun eigenlijke vak.",
            "Our skilled people must get more time for their own trade.",
        ),
    ),
    (
        Motive.SOCIAL,
        ("Maatschappelijk doel", "Social aim"),
        (
            "Wij willen werk bieden aan mensen die moeilijk aan werk komen.",
            "We want to offer work to people who find it hard to get work.",
        ),
    ),
    (
        Motive.MARKET,
        ("Markt en opdrachten", "Market and orders"),
        (
            "Klanten of opdrachtgevers vragen van ons dat wij inclusief of duurzaam werken.",
            "Customers or clients ask us to work inclusively or sustainably.",
        ),
    ),
    (
        Motive.ROOTS,
        ("Band met de streek", "Regional roots"),
        (
            "Wij horen bij deze streek en willen hier iets voor doen.",
            "We belong to this region and want to do something for it.",
        ),
    ),
    (
        Motive.INNOVATION,
        ("Vernieuwing", "Innovation"),
        (
            "Wij willen nieuwe producten, diensten of manieren van werken proberen.",
            "We want to try new products, services or ways of working.",
        ),
    ),
    (
        Motive.CONTINUITY,
        ("Continuïteit", "Continuity"),
        (
            "Wij willen dat het bedrijf over tien jaar nog goed draait.",
            "We want the business to be doing well ten years from now.",
        ),
    ),
)
STATEMENTS: dict[Motive, Statement] = {
    motive: Statement(motive, Text(*name), Text(*says)) for motive, name, says in _ROWS
}


def score(value: int) -> int:
    """Return ``value`` when it is a weight from 1 (not at all) to 5 (very much).

    Raises
    ------
    ValueError
        When it is not.
    """
    if not LOWEST <= value <= HIGHEST:
        raise ValueError(f"a motive is weighted from {LOWEST} to {HIGHEST}, got {value}")
    return value
