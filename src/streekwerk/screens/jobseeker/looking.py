"""Who looked in the own file, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from streekwerk.accounts.queries import Look
from streekwerk.vocabulary.language import Language, Text

# What a page of the desk is called for the person it is about; any other page is "your file".
PAGES: dict[str, Text] = {
    "person": Text("het overzicht", "the overview"),
    "file": Text("uw gegevens", "your data"),
    "field": Text("uw gegevens", "your data"),
    "ask": Text("uw gegevens", "your data"),
    "development": Text("uw antwoorden", "your answers"),
    "options": Text("uw mogelijkheden", "your options"),
    "option": Text("uw mogelijkheden", "your options"),
    "compare-options": Text("uw mogelijkheden", "your options"),
    "stored-advice": Text("een eerder advies", "an earlier advice"),
    "choose": Text("uw keuze", "your choice"),
    "decision": Text("uw keuze", "your choice"),
    "decision-pdf": Text("uw keuze", "your choice"),
    "goal": Text("uw doel", "your goal"),
    "plan": Text("uw plan", "your plan"),
    "plan-pdf": Text("uw plan", "your plan"),
    "step": Text("uw plan", "your plan"),
    "new-step": Text("uw plan", "your plan"),
    "look-back": Text("uw plan", "your plan"),
    "timeline": Text("de tijdlijn", "the timeline"),
    "conversation": Text("een gesprek", "a conversation"),
    "talk": Text("een gesprek", "a conversation"),
    "begin-conversation": Text("een gesprek", "a conversation"),
    "round-off": Text("een gesprek", "a conversation"),
    "objection": Text("wat u vroeg of zei", "what you asked or said"),
    "answer-objection": Text("wat u vroeg of zei", "what you asked or said"),
    "requests": Text("wat u vroeg of zei", "what you asked or said"),
    "answer-request": Text("wat u vroeg of zei", "what you asked or said"),
}
_FILE = Text("uw dossier", "your file")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one person looked at on one day."""

    on: date
    who: str
    role: Text
    pages: tuple[str, ...]


def by_day(looks: Iterable[Look], language: Language) -> list[Seen]:
    """Return who looked on which day at what; each page once, latest day first."""
    found: dict[tuple[date, int], tuple[Look, dict[str, None]]] = {}
    for look in looks:
        key = timezone.localdate(look.at), look.user.pk
        _first, pages = found.setdefault(key, (look, {}))
        pages[page_words(look.page).in_language(language)] = None
    return [
        Seen(day, str(look.user), look.user.role_words, tuple(pages))
        for (day, _who), (look, pages) in found.items()
    ]


def page_words(page: str) -> Text:
    """Return what a page of the desk is called; ``page`` is the name of its address."""
    return PAGES.get(page.rpartition(":")[2], _FILE)
