"""``{% load rights %}``: how rules are written on a page."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext as _

from streekwerk.bylaws.models import Decision
from streekwerk.rights.engine.municipality import OpenTerm
from streekwerk.rights.engine.rules import Rule, Status, Version
from streekwerk.screens.design.evidence_words import tone
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.rights.catalogue import TONES, period, term_value
from streekwerk.vocabulary.language import Text, number

register = template.Library()


@register.inclusion_tag("design/components/badge.html")
def status_badge(status: Status) -> dict[str, Any]:
    """``{% status_badge rule.status %}``: how sure we are, in shape and word."""
    word = status.value.in_language(reader_language())
    return {"tone": tone(TONES[status]), "word": word.split(":", maxsplit=1)[0]}


@register.filter
def first_article(rule: Rule) -> str:
    """``{{ rule|first_article }}``: the provisions of the newest version, in short."""
    return ", ".join(basis.citation for basis in rule.versions[-1].basis)


@register.filter
def period_words(version: Version) -> str:
    """``{{ version|period_words }}``: from when to when."""
    return period(version).in_language(reader_language())


@register.filter
def exactly(value: float, unit: Text) -> str:
    """``{{ value|exactly:unit }}``: a parameter to its last decimal; euros have two."""
    decimals = 2 if unit.nl.startswith("€") else len(f"{value:.10g}".partition(".")[2])
    written = number(value, reader_language(), decimals)
    return f"€ {written}" if unit.nl.startswith("€") else written


@register.filter
def decided_words(decision: Decision) -> str:
    """``{{ decision|decided_words }}``: what a municipality decided, or that it took it back."""
    if decision.decided is None:
        return _("niet (meer) bepaald")
    said = term_value(decision.open_term, decision.decided, reader_language())
    return said.in_language(reader_language())


@register.filter
def default_words(term: OpenTerm) -> str:
    """``{{ term|default_words }}``: what counts until the municipality decides."""
    return term_value(term, term.default, reader_language()).in_language(reader_language())
