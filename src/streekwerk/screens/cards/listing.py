"""A card in the list: name, verdict, interval, and how many people it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

from streekwerk.charts import Figure, Forest, Interval, Measure, Row, forest
from streekwerk.learning import card_queries
from streekwerk.learning.brief import Brief, Tells
from streekwerk.learning.models import MeasureCard, Round
from streekwerk.screens.cohort.counts import Counting
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Language, Text

TONES = {
    Tells.HELPS: "good",
    Tells.HARMS: "problem",
    Tells.UNKNOWN: "unknown",
    Tells.UNFAIR: "care",
    Tells.TOO_FEW: "unknown",
}
PER_100 = Measure(
    Text("van de 100 mensen", "of every 100 people"),
    less=Text("minder werk", "less work"),
    more=Text("meer werk", "more work"),
)
LASTING_WORK = Text("Effect op blijvend werk", "Effect on lasting work")
AFTER = Text("Na", "After")


@dataclass(frozen=True, slots=True)
class CardOnPage:
    """A card as the list shows it; ``brief`` is None while it is being made."""

    card: MeasureCard
    measure: str
    label: str
    brief: Brief | None
    tells: Tells | None
    tone: str
    figure: Figure | None
    started: str


def listed(round_: Round, counting: Counting) -> list[CardOnPage]:
    """Return every card of a round."""
    language = reader_language()
    return [_on_page(card, counting, language) for card in card_queries.cards_of(round_)]


def _on_page(card: MeasureCard, counting: Counting, language: Language) -> CardOnPage:
    brief = card_queries.in_short(card)
    return CardOnPage(
        card=card,
        measure=card.measure,
        label=capfirst(card.label.in_language(language)),
        brief=brief,
        tells=brief.tells if brief else None,
        tone=TONES[brief.tells] if brief else "unknown",
        figure=_figure(brief, language) if brief else None,
        started=counting.say(brief.started, language) if brief else "",
    )


def _figure(brief: Brief, language: Language) -> Figure | None:
    if not brief.points:
        return None
    rows = tuple(
        Row(_after(point.months), Interval(point.estimate, point.low, point.high))
        for point in brief.points
    )
    title = Text(f"{LASTING_WORK.nl}: {brief.label.nl}", f"{LASTING_WORK.en}: {brief.label.en}")
    return forest(Forest(title, rows, PER_100, row_heading=AFTER), language)


def _after(months: int) -> Text:
    return Text(f"na {months} maanden", f"after {months} months")


def tally(cards: Sequence[CardOnPage]) -> dict[Tells, int]:
    """Return how many cards tell what."""
    counts = Counter(card.tells for card in cards)
    return {tells: counts[tells] for tells in Tells}
