"""Hold a conversation: begin, note per theme, round off."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.guidance.conversation import Channel, ConversationKind
from streekwerk.people import refusals
from streekwerk.people.actions.diagnosis import finish_if_answered
from streekwerk.people.models import Conversation, ConversationNote, Person
from streekwerk.people.permissions import require_guidance


@transaction.atomic
def begin(
    user: User,
    person: Person,
    kind: ConversationKind,
    *,
    channel: Channel = Channel.OFFICE,
    held_on: date | None = None,
) -> Conversation:
    """Begin a conversation; Refused while another one is open."""
    require_guidance(user, person)
    try:
        with transaction.atomic():
            conversation = Conversation.objects.create(
                municipality_id=person.municipality_id,
                person=person,
                kind=kind.value,
                channel=channel.value,
                held_on=held_on or timezone.localdate(),
                held_by=user,
            )
    except IntegrityError as error:
        raise refusals.Refused(refusals.CONVERSATION_OPEN) from error
    _contact_was(person, conversation.held_on)
    audit.record(user, "conversation.begun", conversation, kind=kind.value)
    return conversation


def _contact_was(person: Person, day: date) -> None:
    if person.last_contact_on is None or person.last_contact_on < day:
        person.last_contact_on = day
        person.save(update_fields=["last_contact_on"])


@transaction.atomic
def note(user: User, conversation: Conversation, theme: str, text: str) -> None:
    """Keep what was said about one theme; an empty text takes the note away."""
    _require_open(user, conversation)
    if not text.strip():
        conversation.notes.filter(theme=theme).delete()
    else:
        ConversationNote.objects.update_or_create(
            conversation=conversation,
            theme=theme,
            defaults={
                "municipality_id": conversation.municipality_id,
                "person_id": conversation.person_id,
                "text": text.strip(),
            },
        )
    audit.record(user, "conversation.noted", conversation, theme=theme)


@transaction.atomic
def agree(user: User, conversation: Conversation, agreements: str) -> None:
    """Keep what was agreed, in words; steps are agreed in the plan."""
    _require_open(user, conversation)
    conversation.agreements = agreements.strip()
    conversation.save(update_fields=["agreements"])
    audit.record(user, "conversation.agreed", conversation)


@transaction.atomic
def round_off(user: User, conversation: Conversation) -> None:
    """Round off a conversation. What was answered in it stays as it was given."""
    _require_open(user, conversation)
    finish_if_answered(user, conversation)
    conversation.closed_at = timezone.now()
    conversation.save(update_fields=["closed_at"])
    audit.record(user, "conversation.rounded_off", conversation)


def _require_open(user: User, conversation: Conversation) -> None:
    require_guidance(user, conversation.person)
    if not conversation.is_open:
        raise refusals.Refused(refusals.CONVERSATION_CLOSED)
