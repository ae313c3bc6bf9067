"""What a team noted and agreed, its rhythm, and when its files were last handed to learning."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import QuerySet

from streekwerk.accounts.models import User
from streekwerk.deliveries.actions.own_records import SOURCE
from streekwerk.deliveries.queries import visible_to as deliveries_for
from streekwerk.guidance.cycle import Rhythm
from streekwerk.people.models import ContactRhythm, Reflection, TeamAgreement
from streekwerk.people.team_permissions import may_see_team, municipality_of

_DAYS = 7


def reflections(user: User) -> QuerySet[Reflection]:
    """Return what the user's team talked about, newest first; nothing for anybody else."""
    if not may_see_team(user):
        return Reflection.objects.none()
    found = Reflection.objects.filter(municipality_id=municipality_of(user))
    return found.select_related("noted_by")


def agreements(user: User) -> QuerySet[TeamAgreement]:
    """Return what the user's team agreed, open ones first."""
    if not may_see_team(user):
        return TeamAgreement.objects.none()
    found = TeamAgreement.objects.filter(municipality_id=municipality_of(user))
    return found.select_related("agreed_by", "done_by")


def agreement_for(user: User, public_id: uuid.UUID) -> TeamAgreement | None:
    """Return one agreement of the user's team."""
    return agreements(user).filter(public_id=public_id).first()


def weeks_now(user: User) -> int:
    """Return after how many weeks without a conversation the user's team gets a reminder."""
    own = ContactRhythm.objects.filter(municipality_id=municipality_of(user)).first()
    return own.weeks if own else Rhythm().contact_days // _DAYS


def last_handed_over(user: User) -> datetime | None:
    """Return when the own records of the user's municipality were last taken in."""
    found = deliveries_for(user).filter(source=SOURCE).order_by("-decided_at").first()
    return found.decided_at if found else None
