"""What templates of an employer's file ask."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from streekwerk.guidance.choices import Choice
from streekwerk.partners import choices
from streekwerk.partners.models import Possibilities
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.partner_file.frame import Frame
from streekwerk.vocabulary.language import Text
from streekwerk.vocabulary.motives import HIGHEST, STATEMENTS, Motive

register = template.Library()
LISTS: tuple[tuple[str, type[Choice], Text], ...] = (
    ("days", choices.Weekday, Text("Dagen met werk", "Days with work")),
    ("busy_months", choices.Month, Text("Drukkere maanden", "Busier months")),
    ("accessibility", choices.Accessibility, Text("De werkplek", "The workplace")),
    ("languages", choices.FloorLanguage, Text("Elkaar verstaan", "Understanding each other")),
    ("technology", choices.Technology, Text("Techniek", "Technology")),
)
UNKNOWN = Text("niet gevraagd", "not asked")


@register.simple_tag
def at(frame: Frame, name: str, *more: object) -> str:
    """Return the address of a page of the file."""
    return frame.url(name, *more)


@register.filter
def squares(score: int | None) -> list[bool]:
    """Return five squares, as many filled as the figure says; none filled when unknown."""
    return [number <= (score or 0) for number in range(1, HIGHEST + 1)]


@register.filter
def motive_names(motives: Iterable[Motive] | None) -> str:
    """Write motives after each other."""
    language = reader_language()
    names = [STATEMENTS[each].name.in_language(language).lower() for each in motives or ()]
    return ", ".join(names)


@register.filter
def possible_pairs(found: Possibilities) -> list[tuple[str, str]]:
    """Return what is possible as (what, value), in the reader's language."""
    language = reader_language()

    def say(words: Text) -> str:
        return words.in_language(language)

    pairs = [
        (
            say(Text("Mensen die kunnen beginnen", "People who can start")),
            _number(found.workplaces),
        ),
        (say(Text("Begeleiding per week", "Guidance a week")), _minutes(found.guidance_minutes)),
    ]
    if found.from_time and found.until_time:
        hours = f"{found.from_time:%H:%M} – {found.until_time:%H:%M}"
        pairs.append((say(Text("Werktijden", "Working hours")), hours))
    for name, kind, label in LISTS:
        keys = getattr(found, name)
        words = ", ".join(say(kind(key).words) for key in keys)
        pairs.append((say(label), words or say(UNKNOWN)))
    return pairs


def _number(value: int | None) -> str:
    return UNKNOWN.in_language(reader_language()) if value is None else str(value)


def _minutes(value: int | None) -> str:
    if value is None:
        return UNKNOWN.in_language(reader_language())
    return f"{value} {Text('minuten', 'minutes').in_language(reader_language())}"
