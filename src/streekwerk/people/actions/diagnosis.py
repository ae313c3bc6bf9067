"""Ask the questions of the diagnosis: begin a round, keep each answer, finish."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.guidance.instrument.answers import Answer
from streekwerk.guidance.instrument.questions import QUESTIONS, VERSION
from streekwerk.people import refusals
from streekwerk.people.models import Conversation, DiagnosisAnswer, DiagnosisRound, Person
from streekwerk.people.permissions import require_change


@transaction.atomic
def begin(user: User, person: Person, conversation: Conversation | None = None) -> DiagnosisRound:
    """Begin a round, or return the one that is under way.

    A caseworker begins it in a conversation; a jobseeker alone, without one. A round that
    was begun elsewhere goes on here, so that no answer is asked twice.
    """
    require_change(user, person)
    found = person.rounds.filter(finished_at=None).first()
    if found is not None:
        if conversation is not None and found.conversation_id is None:
            found.conversation = conversation
            found.save(update_fields=["conversation"])
        return found
    made = DiagnosisRound.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        conversation=conversation,
        instrument=VERSION,
        asked_on=timezone.localdate(),
        asked_by=user,
    )
    audit.record(user, "diagnosis.begun", made)
    return made


@transaction.atomic
def answer(user: User, asked: DiagnosisRound, given: Answer) -> DiagnosisAnswer:
    """Keep one answer; a later one to the same question takes its place until the end.

    Raises
    ------
    ValueError
        For a question the instrument does not have.
    Refused
        When the round was finished.
    """
    require_change(user, asked.person)
    if given.question not in QUESTIONS:
        raise ValueError(f"the instrument has no question {given.question!r}")
    if asked.finished_at is not None:
        raise refusals.Refused(refusals.ROUND_CLOSED)
    kept, _ = DiagnosisAnswer.objects.update_or_create(
        round=asked,
        question=given.question,
        defaults={
            "municipality_id": asked.municipality_id,
            "person_id": asked.person_id,
            "kind": given.kind.value,
            "level": given.level,
            "words": given.words.strip(),
        },
    )
    audit.record(user, "diagnosis.answered", asked, question=given.question)
    return kept


@transaction.atomic
def finish(user: User, asked: DiagnosisRound) -> None:
    """Finish a round with at least one answer. The answers stay as they were given."""
    require_change(user, asked.person)
    if asked.finished_at is not None:
        raise refusals.Refused(refusals.ROUND_CLOSED)
    if not asked.answers.exists():
        raise refusals.Refused(refusals.NO_ANSWER_YET)
    asked.finished_at = timezone.now()
    asked.save(update_fields=["finished_at"])
    audit.record(user, "diagnosis.finished", asked)


def finish_if_answered(user: User, conversation: Conversation) -> None:
    """Finish the round of a conversation; one without any answer was never asked."""
    asked = DiagnosisRound.objects.filter(conversation=conversation, finished_at=None).first()
    if asked is None:
        return
    if asked.answers.exists():
        finish(user, asked)
    else:
        asked.delete()
