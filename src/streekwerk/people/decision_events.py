"""Decisions and objections on a person's timeline. Loaded when the app is ready."""

from __future__ import annotations

from collections.abc import Iterator

from streekwerk.accounts.models import User
from streekwerk.people.models import Person
from streekwerk.people.queries.decisions import decisions_of, objections_of
from streekwerk.people.timeline import Event, EventKind, event_source
from streekwerk.vocabulary.language import Text, join


@event_source
def of_decisions(_user: User, person: Person) -> Iterator[Event]:
    """Give every decision, by the names of what was chosen."""
    for each in decisions_of(person):
        chosen = join([choice.name_words for choice in each.choices.all()], ", ")
        yield Event(
            each.decided_on,
            EventKind.DECISION,
            Text(f"Gekozen: {chosen.nl}", f"Chosen: {chosen.en}"),
            each.wish_words or each.reason_words,
            str(each.decided_by),
            "caseworker:decision",
            (person.public_id, each.public_id),
        )


@event_source
def of_objections(_user: User, person: Person) -> Iterator[Event]:
    """Give every objection and what was answered."""
    for each in objections_of(person):
        words = Text("Bezwaar of verbetering", "Objection or correction")
        yield Event(each.made_on, EventKind.DECISION, words, each.words, str(each.made_by))
        answer = getattr(each, "answer", None)
        if answer is not None:
            said = Text("Antwoord op bezwaar", "Answer to an objection")
            who = str(answer.answered_by)
            yield Event(answer.answered_on, EventKind.DECISION, said, answer.words, who)
