"""Everything that happened around one person, from every part that knows something.

A part adds its events with :func:`event_source`; this module imports none of them. Sources
are asked in the order of registration and sorted by day, newest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from streekwerk.accounts.models import User
from streekwerk.guidance.choices import Choice
from streekwerk.people.models import Person
from streekwerk.vocabulary.language import Text


class EventKind(Choice):
    """What kind of event it is; the page shows it in words and filters by it."""

    REGISTER = "register", "registratie", "register"
    CONVERSATION = "conversation", "gesprek", "conversation"
    DIAGNOSIS = "diagnosis", "vragen", "questions"
    GOAL = "goal", "doel", "goal"
    STEP = "step", "stap", "step"
    DECISION = "decision", "keuze", "choice"
    OUTCOME = "outcome", "uitkomst", "outcome"
    FILE = "file", "dossier", "file"


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


Source = Callable[[User, Person], Iterable[Event]]
_SOURCES: list[Source] = []


def event_source(source: Source) -> Source:
    """Register a function that gives the events of a person that a reader may see."""
    if source not in _SOURCES:
        _SOURCES.append(source)
    return source


def timeline(user: User, person: Person) -> list[Event]:
    """Return every event of ``person``, newest first; sources keep their order within a day."""
    found = [event for source in _SOURCES for event in source(user, person)]
    return sorted(found, key=lambda event: event.on, reverse=True)
