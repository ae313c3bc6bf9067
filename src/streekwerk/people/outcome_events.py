"""Outcomes on a person's timeline: of steps, of follow-ups, and of the benefit files."""

from __future__ import annotations

from collections.abc import Iterator

from streekwerk.accounts.models import User
from streekwerk.people.models import Person
from streekwerk.people.queries.follow_ups import earlier_follow_ups, spells_of
from streekwerk.people.timeline import Event, EventKind, event_source
from streekwerk.vocabulary.language import Text


@event_source
def of_step_outcomes(_user: User, person: Person) -> Iterator[Event]:
    """Give what came of steps, each time it was said."""
    for each in person.step_outcomes.select_related("step", "given_by"):
        words = each.outcome_now.words
        yield Event(
            each.given_on,
            EventKind.OUTCOME,
            Text(f"Uitkomst van een stap: {words.nl}", f"What came of a step: {words.en}"),
            each.words or each.step.what,
            str(each.given_by),
            "caseworker:step-outcome",
            (person.public_id, each.step.public_id),
        )


@event_source
def of_follow_ups(_user: User, person: Person) -> Iterator[Event]:
    """Give each follow-up that was answered, once, with its answers."""
    for each in earlier_follow_ups(person):
        last = each.answers[0]
        said = [a for q in each.questions if (a := each.answer(q))]
        nl = "; ".join(f"{a.reply.question.words.nl} {a.reply.words.nl}" for a in said)
        en = "; ".join(f"{a.reply.question.words.en} {a.reply.words.en}" for a in said)
        months = each.moment.months
        yield Event(
            last.given_on,
            EventKind.OUTCOME,
            Text(f"Na {months} maanden: {nl}", f"After {months} months: {en}"),
            "",
            str(last.given_by),
            "caseworker:follow-up",
            (person.public_id,),
        )


@event_source
def of_benefit_files(_user: User, person: Person) -> Iterator[Event]:
    """Give exits to work that the benefit files tell of."""
    for each in spells_of(person):
        if each.for_work and each.end:
            words = Text(
                "Aan het werk, volgens de uitkeringsbestanden",
                "In work, according to the benefit files",
            )
            yield Event(each.end, EventKind.OUTCOME, words)
