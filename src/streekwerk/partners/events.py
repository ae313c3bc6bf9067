"""What this app itself tells a timeline.

A colleague's name may be out of sight for an employer's own session: then the side is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from streekwerk.accounts.models import User
from streekwerk.partners.choices import Side
from streekwerk.partners.models import Employer
from streekwerk.partners.permissions import is_own
from streekwerk.partners.timeline import Event, EventKind, event_source
from streekwerk.vocabulary.language import Text

_BY = {
    Side.REGION: Text("door de regio", "by the region"),
    Side.EMPLOYER: Text("door de werkgever", "by the employer"),
}


@event_source
def contacts(user: User, employer: Employer) -> Iterator[Event]:
    """Give the moments of contact; what was noted of them is for the region."""
    own = is_own(user, employer)
    for each in employer.moments.select_related("by", "contact"):
        detail = "" if own else each.words
        yield Event(each.on, EventKind.CONTACT, each.kind_now.words, detail, _who(each.by))


@event_source
def phases(user: User, employer: Employer) -> Iterator[Event]:
    """Give the moves from phase to phase; why is for the region."""
    own = is_own(user, employer)
    for each in employer.phase_moves.select_related("by").order_by("-pk"):
        name = each.tile.name
        words = Text(f"Fase: {name.nl}", f"Phase: {name.en}")
        yield Event(each.on, EventKind.PHASE, words, "" if own else each.why, _who(each.by))


@event_source
def what_was_told(_user: User, employer: Employer) -> Iterator[Event]:
    """Give when motives, possibilities and what must come out of it were noted."""
    for round_ in employer.motive_rounds.select_related("by"):
        words = _noted(Text("Drijfveren vastgelegd", "Motives noted"), round_.side)
        yield Event(round_.on, EventKind.MOTIVES, words, round_.words, _who(round_.by))
    for noted in employer.possibilities.select_related("by"):
        words = _noted(Text("Mogelijkheden vastgelegd", "Possibilities noted"), noted.side)
        yield Event(noted.on, EventKind.POSSIBLE, words, noted.words, _who(noted.by))
    for package in employer.value_packages.select_related("by"):
        words = _noted(
            Text("Wat het moet opleveren vastgelegd", "What must come of it noted"), package.side
        )
        yield Event(package.on, EventKind.VALUE, words, package.words, _who(package.by))


@event_source
def agenda(_user: User, employer: Employer) -> Iterator[Event]:
    """Give how far things on the agenda got."""
    for each in employer.agenda_events.select_related("by", "item").order_by("-pk"):
        state = each.state_now.words
        title = each.item.title
        words = Text(f"{title}: {state.nl}", f"{title}: {state.en}")
        yield Event(each.on, EventKind.AGENDA, words, each.words, _who(each.by))


@event_source
def agreements(_user: User, employer: Employer) -> Iterator[Event]:
    """Give how agreements went, and that one side looked back."""
    for each in employer.agreement_events.select_related("by", "agreement").order_by("-pk"):
        state, what = each.state_now.words, each.agreement.what
        words = Text(f"{what}: {state.nl}", f"{what}: {state.en}")
        yield Event(each.on, EventKind.AGREEMENT, words, each.words, _who(each.by))
    for seen in employer.evaluations.select_related("by", "agreement").order_by("-pk"):
        what = seen.agreement.what
        words = _noted(Text(f"Teruggekeken: {what}", f"Looked back: {what}"), seen.side)
        yield Event(seen.on, EventKind.AGREEMENT, words, "", _who(seen.by))


def _noted(words: Text, side: str) -> Text:
    by = _BY[Side(side)]
    return Text(f"{words.nl}, {by.nl}", f"{words.en}, {by.en}")


def _who(user: User | None) -> str:
    return "" if user is None else str(user)
