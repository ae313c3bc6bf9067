"""``{% load findings %}``: evidence cards and what belongs to them."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from streekwerk.learning.cards import Card, Source, Verdict
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.findings import figures

register = template.Library()

TONES = {
    Verdict.HELPED: "good",
    Verdict.HARMED: "problem",
    Verdict.UNKNOWN: "unknown",
    Verdict.NO_INTERVAL: "unknown",
    Verdict.UNFAIR: "care",
}


@register.inclusion_tag("findings/card.html")
def evidence_card(card: Card, level: int = 2) -> dict[str, Any]:
    """``{% evidence_card card 3 %}``: the leading figure of a card, and the way to the rest."""
    name = "public:study" if card.source is Source.STUDY else "public:evaluation"
    return {
        "card": card,
        "level": level,
        "url": reverse(name, args=[card.key]),
        "figure": figures.card_figure(card, reader_language()),
    }


@register.filter
def verdict_tone(verdict: Verdict) -> str:
    """``{% badge card.verdict|verdict_tone word %}``: the tone of a verdict."""
    return TONES[verdict]


@register.filter
def horizon_words(months: float | None) -> str:
    """``{{ line.horizon_months|horizon_words }}``: how long after the start."""
    words = figures.horizon(months)
    return "" if words is None else words.in_language(reader_language())
