"""Advice, decisions and objections of one person."""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import QuerySet

from streekwerk.advice import Advice
from streekwerk.advice.record import Record
from streekwerk.people.models import AdviceRecord, AdviceSwitch, Decision, Objection, Person
from streekwerk.people.queries.guidance import DECIDED_ON


def works_with_advice(municipality_id: int) -> bool:
    """Whether a municipality has advice on; it is, until somebody switches it off."""
    latest = AdviceSwitch.objects.filter(municipality_id=municipality_id).first()
    return latest is None or latest.on


def switches_of(municipality_id: int) -> QuerySet[AdviceSwitch]:
    """Return when advice was switched off and on, and why."""
    return AdviceSwitch.objects.filter(municipality_id=municipality_id).select_related("by")


def latest_advice(person: Person) -> AdviceRecord | None:
    """Return the advice that was last made, as it was made."""
    return AdviceRecord.objects.filter(person=person).select_related("made_by").first()


def advice_of(person: Person, public_id: uuid.UUID) -> AdviceRecord | None:
    """Return one advice of ``person``, however old."""
    found = AdviceRecord.objects.filter(person=person, public_id=public_id)
    return found.select_related("made_by").first()


def advice_history(person: Person) -> QuerySet[AdviceRecord]:
    """Return every advice of ``person``, newest first, without the whole of each."""
    found = AdviceRecord.objects.filter(person=person).select_related("made_by")
    return found.defer("request", "advice")


def given(record: AdviceRecord) -> Advice:
    """Return the options of a stored advice."""
    return record.record.given()


def stored_records(municipality_id: int) -> QuerySet[AdviceRecord]:
    """Return every stored advice of a municipality, for replaying them."""
    return AdviceRecord.objects.filter(municipality_id=municipality_id).order_by("pk")


def as_record(record: AdviceRecord) -> Record:
    """Return a stored advice as the core replays it."""
    return record.record


def decisions_of(person: Person) -> QuerySet[Decision]:
    """Return the decisions of ``person``, newest first, with what was chosen."""
    found = Decision.objects.filter(person=person)
    return found.select_related("decided_by", "advice").prefetch_related("choices__offer")


def latest_decision(person: Person) -> Decision | None:
    """Return the decision that counts."""
    return decisions_of(person).first()


def decision_of(person: Person, public_id: uuid.UUID) -> Decision | None:
    """Return one decision of ``person``."""
    return decisions_of(person).filter(public_id=public_id).first()


def objections_of(person: Person) -> QuerySet[Objection]:
    """Return what was said against advice and decisions, newest first, with the answers."""
    found = Objection.objects.filter(person=person)
    return found.select_related("made_by", "answer__answered_by", "answer__advice")


def objection_of(person: Person, public_id: uuid.UUID) -> Objection | None:
    """Return one objection of ``person``."""
    return objections_of(person).filter(public_id=public_id).first()


def decided_on(person: Person) -> date | None:
    """Return the day on which an option was last chosen."""
    return Decision.objects.filter(person=person).values_list("decided_on", flat=True).first()


DECIDED_ON.append(decided_on)
