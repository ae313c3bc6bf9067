"""Say on a card's protocol whether the labour market of the month was weighed."""

from __future__ import annotations

from dataclasses import replace

from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.saying import say
from streekwerk.registers.labour_market.choose import MarketSeries
from streekwerk.vocabulary.language import Text

PART = Text("Arbeidsmarkt van de maand", "Labour market of the month")
_IDEAL = Text(
    "Voor beide groepen hetzelfde, door de loting", "The same for both arms, by the random draw"
)
_UNKNOWN = Text(
    "Niet bekend: er is geen tabel over de arbeidsmarkt geleverd. Wel meegewogen: het kwartaal en "
    "de kalendertijd",
    "Not known: no table on the labour market was delivered. Weighed all the same: the quarter "
    "and calendar time",
)


def with_market(card: EvidenceCard, market: MarketSeries | None) -> EvidenceCard:
    """Return the card with a row on the labour market in its protocol."""
    row = (PART, _IDEAL, told(market))
    return replace(card, protocol=replace(card.protocol, rows=(*card.protocol.rows, row)))


def told(market: MarketSeries | None) -> Text:
    """Say which series was weighed, or why none."""
    if market is None:
        return _UNKNOWN
    values: dict[str, str | int | Text] = {
        "what": market.indicator.label,
        "area": market.area,
        "known": market.known,
        "all": len(market.values),
    }
    if not market.counts:
        return say(
            "Niet bekend: {what} van {area} is geleverd over {known} van de {all} maanden, te "
            "weinig om mee te wegen",
            "Not known: {what} of {area} was delivered for {known} of {all} months, too few to "
            "weigh",
            **values,
        )
    return say(
        "Meegewogen: {what} van {area} in de maand vóór de start, bekend over {known} van de "
        "{all} maanden",
        "Weighed: {what} of {area} in the month before the start, known for {known} of {all} "
        "months",
        **values,
    )
