"""A card in the list: the sentence, the interval, how sure, how fresh, and what lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from streekwerk.charts import Figure, Forest, Interval, Measure, Row, forest
from streekwerk.evidence.cohort.months import month_label
from streekwerk.learning import card_queries
from streekwerk.learning.brief import Brief, Tells
from streekwerk.learning.counting import Counting
from streekwerk.learning.models import MeasureCard, Round
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
    url: str
    measure: str
    against: str
    label: str
    brief: Brief | None
    tells: Tells | None
    tone: str
    figure: Figure | None
    started: str
    fresh: str
    unknown: str


def url_of(round_: Round, measure: str, against: str = "") -> str:
    """Return the address of a card."""
    if against:
        return reverse("cards:comparison", args=[round_.public_id, measure, against])
    return reverse("cards:card", args=[round_.public_id, measure])


def listed(round_: Round, counting: Counting) -> list[CardOnPage]:
    """Return every card of a round, comparisons of two measures among them."""
    language = reader_language()
    return [_on_page(round_, card, counting, language) for card in card_queries.cards_of(round_)]


def _on_page(
    round_: Round, card: MeasureCard, counting: Counting, language: Language
) -> CardOnPage:
    brief = card_queries.in_short(card)
    return CardOnPage(
        card=card,
        url=url_of(round_, card.measure, card.against),
        measure=card.measure,
        against=card.against,
        label=capfirst(card.label.in_language(language)),
        brief=brief,
        tells=brief.tells if brief else None,
        tone=TONES[brief.tells] if brief else "unknown",
        figure=_figure(brief, language) if brief else None,
        started=counting.say(brief.started, language) if brief else "",
        fresh=_fresh(brief, language) if brief else "",
        unknown=_unknown(brief) if brief else "",
    )


def _fresh(brief: Brief, language: Language) -> str:
    return month_label(brief.last_start).in_language(language) if brief.last_start else ""


def _unknown(brief: Brief) -> str:
    """Say over which lengths of follow-up nothing is known, where something is known at all."""
    if not brief.points or not brief.unknown_months:
        return ""
    *others, last = (str(months) for months in brief.unknown_months)
    months = _("%(some)s en %(last)s") % {"some": ", ".join(others), "last": last}
    return _("Nog niet bekend: na %(months)s maanden.") % {"months": months if others else last}


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
