"""Everything that happened with one employer, from every part that knows something.

A part adds its events with :func:`event_source`; this module imports none of them. Sources
are asked in the order of registration and sorted by day, newest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from streekwerk.accounts.models import User
from streekwerk.guidance.choices import Choice
from streekwerk.partners.models import Employer
from streekwerk.vocabulary.language import Text


class EventKind(Choice):
    """What kind of event it is; the page shows it in words and filters by it."""

    CONTACT = "contact", "contact", "contact"
    PHASE = "phase", "fase", "phase"
    MOTIVES = "motives", "drijfveren", "motives"
    POSSIBLE = "possible", "mogelijkheden", "possibilities"
    VALUE = "value", "opbrengst", "value"
    AGENDA = "agenda", "agenda", "agenda"
    AGREEMENT = "agreement", "afspraak", "agreement"
    WORK = "work", "werk", "work"
    CHAIN = "chain", "keten", "chain"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a timeline. ``detail`` is what people wrote, in their own words."""

    on: date
    kind: EventKind
    words: Text
    detail: str = ""
    who: str = ""
    url_name: str = ""
    url_args: tuple[object, ...] = ()


Source = Callable[[User, Employer], Iterable[Event]]
_SOURCES: list[Source] = []


def event_source(source: Source) -> Source:
    """Register a function that gives the events of an employer that a reader may see."""
    if source not in _SOURCES:
        _SOURCES.append(source)
    return source


def timeline(user: User, employer: Employer) -> list[Event]:
    """Return every event of ``employer``, newest first; sources keep their order within a day."""
    found = [event for source in _SOURCES for event in source(user, employer)]
    return sorted(found, key=lambda event: event.on, reverse=True)
