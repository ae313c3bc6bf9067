"""How long a session lasts: idle by role, and in all. No session without these limits."""

from __future__ import annotations

import time
from enum import Enum

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from streekwerk.accounts.entry.sessions import ENTRY
from streekwerk.accounts.models import Role, User

# Writing at every click would double the work of reading; a minute is precise enough.
NOTE_EVERY = 60.0


class Ended(Enum):
    """Why a session is over."""

    IDLE = "idle"
    LONG = "long"


def now() -> float:
    """Return the time in seconds; tests travel by replacing this."""
    return time.time()


def idle_seconds(user: User) -> float:
    """Return how long ``user`` may do nothing: a jobseeker often sits at a shared computer."""
    if user.role == Role.JOBSEEKER:
        return 60.0 * settings.IDLE_MINUTES_JOBSEEKER
    return 60.0 * settings.IDLE_MINUTES


def begin(request: HttpRequest) -> None:
    """Write down when and on what device this session began."""
    moment = now()
    device = request.META.get("HTTP_USER_AGENT", "")[:200]
    request.session[ENTRY] = {"started": moment, "seen": moment, "device": device}


def over(session: SessionBase, user: User) -> Ended | None:
    """Return why the session of ``user`` is over, None while it is not."""
    entry = session.get(ENTRY) or {"started": 0.0, "seen": 0.0}
    moment = now()
    if moment - entry["started"] >= 3600.0 * settings.SESSION_HOURS:
        return Ended.LONG
    if moment - entry["seen"] >= idle_seconds(user):
        return Ended.IDLE
    return None


def note(session: SessionBase) -> None:
    """Write down that the session is in use, at most once a minute."""
    entry = session[ENTRY]
    moment = now()
    if moment - entry["seen"] >= NOTE_EVERY:
        session[ENTRY] = entry | {"seen": moment}
