"""Conversations: what kinds there are."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice


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
