"""Amounts, hours and attributes of work as people say them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from streekwerk.matching.inventory import Moment
from streekwerk.matching.skills import skill_words
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.forms.inventory import HARM, HEAVINESS, ROOM
from streekwerk.vocabulary.language import Text, number
from streekwerk.work.models import Task

# A space that does not break: a euro sign never stands alone at the end of a line.
NO_BREAK = "\u00a0"


def euros(cents: float) -> str:
    """Return whole euros: ``€ 1.234``."""
    return f"€{NO_BREAK}{number(round(cents / 100), reader_language())}"


def euros_and_cents(cents: float) -> str:
    """Return euros with cents: ``€ 21,50``."""
    return f"€{NO_BREAK}{number(cents / 100, reader_language(), 2)}"


def hours_words(half_hours: int) -> str:
    """Return half hours as hours: ``1 uur``, ``3,5 uur``."""
    hours = half_hours / 2
    said = number(hours, reader_language(), half_hours % 2)
    return ngettext("%(n)s uur", "%(n)s uur", round(hours)) % {"n": said}


def said(words: Text) -> str:
    """Return a text in the reader's language."""
    return words.in_language(reader_language())


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence would: ``a, b en c``."""
    every = list(names)
    if len(every) < 2:
        return "".join(every)
    return _("%(first)s en %(last)s") % {"first": ", ".join(every[:-1]), "last": every[-1]}


def facts_of(task: Task) -> list[tuple[str, str]]:
    """Return everything that is known of a task, as (what, how) for a list."""
    return [
        (_("Uren per week"), hours_words(task.half_hours)),
        (_("Niveau"), capfirst(said(task.level_words))),
        (_("Hoort bij de kern"), _("Ja") if task.core else _("Nee")),
        (_("Lichamelijk"), capfirst(said(HEAVINESS[task.physical]))),
        (_("Denkwerk"), capfirst(said(HEAVINESS[task.cognitive]))),
        (_("Omgang met mensen"), capfirst(said(HEAVINESS[task.social]))),
        (_("Energie"), capfirst(said(HEAVINESS[task.energetic]))),
        (_("Wat iemand moet kunnen"), _skills(task)),
        (_("Moment"), _moments(task)),
        (_("Begeleiding"), _("%(n)s minuten per uur") % {"n": task.guidance}),
        (_("Ruimte"), capfirst(said(ROOM[task.autonomy]))),
        (_("Als het misgaat"), capfirst(said(HARM[task.risk]))),
        (_("Er valt iets te leren"), _("Ja") if task.teaches else _("Nee")),
    ]


def _skills(task: Task) -> str:
    names = [said(skill_words(key)) for key in task.skills]
    return capfirst(listed(names)) if names else _("Niets bijzonders")


def _moments(task: Task) -> str:
    names = [said(Moment(value).words) for value in task.moments]
    return capfirst(listed(names)) if names else _("Maakt niet uit")
