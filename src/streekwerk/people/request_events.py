"""What a jobseeker asked and said: on the timeline, and as a reason to look at the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.people.models import JobseekerRequest, Person
from streekwerk.people.queries.consents import consent_history, use_history
from streekwerk.people.queries.requests import requests_of
from streekwerk.people.signals import signal
from streekwerk.people.timeline import Event, EventKind, event_source
from streekwerk.vocabulary.language import Text


@signal("verzoek-wacht", Text("vraag wacht op antwoord", "request waits for an answer"))
def request_waits(_today: date) -> Q:
    """Hold when the jobseeker asked something that nobody answered."""
    return Q(Exists(JobseekerRequest.objects.filter(person=OuterRef("pk"), answer=None)))


@event_source
def of_requests(_user: User, person: Person) -> Iterator[Event]:
    """Give every request and its answer."""
    for each in requests_of(person):
        kind = each.kind_now.words
        asked = Text(f"Gevraagd: {kind.nl}", f"Asked: {kind.en}")
        yield Event(each.made_on, EventKind.FILE, asked, each.words, str(each.made_by))
        if not each.is_open:
            said = Text(f"Antwoord: {kind.nl}", f"Answer: {kind.en}")
            who = str(each.answer.answered_by)
            yield Event(each.answer.answered_on, EventKind.FILE, said, each.answer.words, who)


@event_source
def of_preferences(_user: User, person: Person) -> Iterator[Event]:
    """Give what the jobseeker preferred and agreed with, on their own."""
    for each in person.preferences.select_related("advice", "said_by"):
        name = each.advice.record.given().option(each.option).name
        words = Text(f"Voorkeur gezegd: {name.nl}", f"Preference said: {name.en}")
        yield Event(each.said_on, EventKind.DECISION, words, each.words, str(each.said_by))
    for agreed in person.agreements_said.select_related("said_by"):
        words = Text("Eens met de keuze", "Agrees with the choice")
        yield Event(agreed.said_on, EventKind.DECISION, words, "", str(agreed.said_by))


@event_source
def of_consents(_user: User, person: Person) -> Iterator[Event]:
    """Give consents and objections to use, given and taken back."""
    for each in consent_history(person):
        what = each.purpose_now.words
        said = Text("Toestemming gegeven", "Consent given") if each.given else _WITHDRAWN
        words = Text(f"{said.nl}: {what.nl}", f"{said.en}: {what.en}")
        yield Event(timezone.localdate(each.at), EventKind.FILE, words)
    for objection in use_history(person):
        words = _OUT if objection.out else _IN
        yield Event(timezone.localdate(objection.at), EventKind.FILE, words)


_WITHDRAWN = Text("Toestemming ingetrokken", "Consent withdrawn")
_OUT = Text("Doet niet mee met evaluaties", "Takes no part in evaluations")
_IN = Text("Doet weer mee met evaluaties", "Takes part in evaluations again")
