"""The one thing the start page asks of a jobseeker now. It never asks more than one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from streekwerk.vocabulary.language import Text

SOON = timedelta(days=7)
QUESTIONS_AGAIN = timedelta(days=182)
NEW_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class State:
    """How the own file stands, as far as the start page needs to know.

    Attributes
    ----------
    today : the day it is looked at.
    wish_known : whether the own wish is there, or was declined.
    own_step, own_step_due : the first open step the jobseeker takes, and its day.
    answered_on : the day of the latest answer from the municipality.
    undecided_on : day of the last choice, while nothing was said of it.
    asked_on : day the questions were last answered.
    follow_up : whether it is time to say how it went.
    has_advice : whether there are options to look at.
    preferred : whether a preference was said.
    """

    today: date
    wish_known: bool = False
    own_step: str = ""
    own_step_due: date | None = None
    answered_on: date | None = None
    undecided_on: date | None = None
    asked_on: date | None = None
    follow_up: bool = False
    has_advice: bool = False
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing: what, why, where (name of an address), and what the button says."""

    what: Text
    why: Text
    address: str
    do: Text


def next_thing(state: State) -> Ask:
    """Return the one thing to ask now; the order is the same for everybody."""
    today, due = state.today, state.own_step_due
    asks = (
        (not state.wish_known, _WISH),
        (bool(state.own_step and due and due <= today + SOON), _step(state.own_step)),
        (_is_new(state.answered_on, today), _ANSWER),
        (_is_new(state.undecided_on, today), _CHOICE),
        (state.follow_up, _LATER),
        (state.asked_on is None or state.asked_on + QUESTIONS_AGAIN < today, _QUESTIONS),
        (state.has_advice and not state.preferred, _OPTIONS),
        (bool(state.own_step), _step(state.own_step)),
    )
    return next((ask for holds, ask in asks if holds), _NOTHING)


def _is_new(day: date | None, today: date) -> bool:
    return day is not None and day + NEW_FOR >= today


def _step(what: str) -> Ask:
    return Ask(
        Text(f"Hoe gaat het met deze stap: {what}?", f"How is this step going: {what}?"),
        Text(
            "Is het gelukt? Of nog niet? Alles is goed om te zeggen. Hulp vragen kan ook.",
            "Did it work out? Or not yet? Anything is good to say. You can also ask for help.",
        ),
        "step",
        Text("Vertel hoe het gaat", "Say how it is going"),
    )


_WISH = Ask(
    Text("Vertel wat u wilt", "Tell us what you want"),
    Text(
        "Uw eigen wens is het begin van uw plan. Een paar woorden zijn genoeg.",
        "Your own wish is where your plan begins. A few words are enough.",
    ),
    "wishes",
    Text("Schrijf uw wens op", "Write down your wish"),
)
_ANSWER = Ask(
    Text("U hebt antwoord gekregen", "You have an answer"),
    Text("De gemeente heeft u geantwoord.", "The municipality has answered you."),
    "asked",
    Text("Lees het antwoord", "Read the answer"),
)
_CHOICE = Ask(
    Text("Kijk of u het eens bent met de keuze", "See whether you agree with the choice"),
    Text(
        "Er is een keuze vastgelegd. Bent u het er niet mee eens? Dat mag u altijd zeggen.",
        "A choice was recorded. Do you disagree? You may always say so.",
    ),
    "choice",
    Text("Bekijk de keuze", "Look at the choice"),
)
_LATER = Ask(
    Text("Hoe gaat het nu met u?", "How are you doing now?"),
    Text(
        "U maakte een tijd geleden een keuze. Met uw antwoord helpt u ook anderen.",
        "You made a choice some time ago. Your answer helps others too.",
    ),
    "later",
    Text("Beantwoord een paar vragen", "Answer a few questions"),
)
_QUESTIONS = Ask(
    Text("Vertel hoe het met u gaat", "Tell us how you are doing"),
    Text(
        "Een paar vragen over wat u helpt en wat lastig is. Overslaan mag altijd.",
        "A few questions on what helps you and what is hard. You may always skip.",
    ),
    "questions",
    Text("Begin met de vragen", "Begin with the questions"),
)
_OPTIONS = Ask(
    Text("Bekijk uw mogelijkheden", "Look at your options"),
    Text(
        "Hier staat wat kan, wat het doet en hoe zeker dat is. U mag zeggen wat u wilt.",
        "Here is what is possible, what it does and how sure that is. You may say what you want.",
    ),
    "options",
    Text("Bekijk de mogelijkheden", "Look at the options"),
)
_NOTHING = Ask(
    Text("Nu hoeft u niets te doen", "You need not do anything now"),
    Text(
        "Uw gegevens en uw plan staan hier voor u klaar.",
        "Your data and your plan are here for you.",
    ),
    "plan",
    Text("Bekijk uw plan", "Look at your plan"),
)
