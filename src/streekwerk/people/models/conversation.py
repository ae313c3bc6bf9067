"""Conversations, and what was noted in them per theme."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.guidance.conversation import Channel, ConversationKind
from streekwerk.people.models.checks import of_municipality, one_of
from streekwerk.people.models.person import AboutPerson, OfPerson


class Conversation(OfPerson):
    """Somebody of the municipality and a jobseeker talked. Open until it is rounded off."""

    kind = models.CharField(max_length=12)
    channel = models.CharField(max_length=12, default=Channel.OFFICE.value)
    held_on = models.DateField()
    held_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    agreements = models.TextField(blank=True)
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; at most one open conversation of a person."""

        default_related_name = "conversations"
        ordering = ("-held_on", "-pk")
        indexes = (models.Index(fields=("person", "-held_on"), name="conversation_of_person"),)
        constraints = (
            of_municipality("conversation_of_municipality"),
            one_of("kind", ConversationKind, "conversation_kind_known"),
            one_of("channel", Channel, "conversation_channel_known"),
            models.UniqueConstraint(
                fields=("person",), condition=Q(closed_at=None), name="one_open_conversation"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.held_on}"

    @property
    def kind_now(self) -> ConversationKind:
        """Return what the conversation is for."""
        return ConversationKind(self.kind)

    @property
    def is_open(self) -> bool:
        """Whether it can still be written in."""
        return self.closed_at is None


class ConversationNote(AboutPerson):
    """What was noted about one theme; can be changed until the conversation is rounded off."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.RESTRICT, related_name="notes", db_index=False
    )
    theme = models.CharField(max_length=40)
    text = models.TextField()

    class Meta:
        """One note of a theme."""

        default_related_name = "conversation_notes"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("conversation", "theme"), name="note_of_theme_once"),
        )

    def __str__(self) -> str:
        return self.theme
