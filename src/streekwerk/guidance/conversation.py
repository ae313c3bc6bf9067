"""Conversations: what kinds there are, and through which parts each goes."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice
from streekwerk.guidance.instrument.mechanisms import MECHANISMS


class ConversationKind(Choice):
    """What a conversation is for."""

    INTAKE = "intake", "kennismaking", "getting to know each other"
    DIAGNOSIS = "diagnosis", "hoe staat het ervoor", "how things stand"
    PLAN = "plan", "doel en plan maken", "making a goal and a plan"
    PROGRESS = "progress", "hoe gaat het", "how is it going"
    EVALUATION = "evaluation", "terugkijken op het plan", "looking back on the plan"
    OTHER = "other", "iets anders", "something else"


class Channel(Choice):
    """How people spoke to each other."""

    OFFICE = "office", "op kantoor", "at the office"
    HOME = "home", "thuis of onderweg", "at home or on the way"
    PHONE = "phone", "per telefoon", "by telephone"
    VIDEO = "video", "met beeld", "by video"
    WRITING = "writing", "schriftelijk", "in writing"


WISHES, NEWS, AGREEMENTS = "wens", "hoe-gaat-het", "afspraken"
THEMES: tuple[str, ...] = tuple(each.key for each in MECHANISMS)
EVERY_PART: tuple[str, ...] = (NEWS, WISHES, *THEMES, AGREEMENTS)


def parts_of(kind: ConversationKind) -> tuple[str, ...]:
    """Return the parts a conversation goes through; every other part can be opened too.

    It begins with the person: what they want, or how they are. It ends with what was agreed.
    """
    if kind is ConversationKind.INTAKE:
        return (WISHES, *THEMES, AGREEMENTS)
    if kind is ConversationKind.DIAGNOSIS:
        return (NEWS, *THEMES, AGREEMENTS)
    if kind is ConversationKind.PLAN:
        return (WISHES, AGREEMENTS)
    return (NEWS, AGREEMENTS)
