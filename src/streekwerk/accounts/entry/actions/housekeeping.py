"""Clear away what has lost its use. The system does this at night."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.entry.models import SignInSession


@transaction.atomic
def clear_expired_sessions() -> int:
    """Remove sessions nobody can come in with any more; return how many there were.

    No line in the log: who signed in and out stands there already, and a session that
    expired says nothing more than that.
    """
    return SignInSession.objects.filter(expire_date__lt=timezone.now()).delete()[0]
