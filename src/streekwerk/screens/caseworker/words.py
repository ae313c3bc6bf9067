"""Small things that several pages say."""

from __future__ import annotations

from datetime import date

from streekwerk.guidance.cycle import NextThing, Thing
from streekwerk.guidance.file.field import said_day
from streekwerk.people.models import Person, Step
from streekwerk.screens.caseworker.person_page import address
from streekwerk.screens.design.templatetags.design import reader_language

# Where each next thing is done.
PLACES: dict[Thing, str] = {
    Thing.GO_ON_TALKING: "begin-conversation",
    Thing.MEET: "begin-conversation",
    Thing.ASK_WISHES: "begin-conversation",
    Thing.DIAGNOSE: "begin-conversation",
    Thing.ASK_STEP: "plan",
    Thing.LOOK_BACK: "look-back",
    Thing.SET_GOAL: "goal",
    Thing.SEE_OPTIONS: "options",
    Thing.AGREE_STEP: "new-step",
    Thing.GET_IN_TOUCH: "begin-conversation",
    Thing.ASK_AGAIN: "begin-conversation",
    Thing.WAIT: "plan",
}


def place_of(next_thing: NextThing, person: Person) -> str:
    """Return the address where a next thing is done; the plan where options are not there yet."""
    return address(PLACES[next_thing.thing], person) or address("new-step", person)


def day_words(day: date | None) -> str:
    """Return a day in the reader's language."""
    return said_day(day).in_language(reader_language()) if day else ""


def who_words(step: Step) -> str:
    """Return who takes a step, by name."""
    if step.who == "jobseeker":
        return step.person.first_name
    if step.who == "other":
        return step.who_else
    return str(step.person.caseworker or "")
