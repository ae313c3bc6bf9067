"""Move the relation with an employer to another phase."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners import refusals
from streekwerk.partners.actions.noting import held, note
from streekwerk.partners.models import Employer, PhaseMove
from streekwerk.partners.permissions import require_advice
from streekwerk.vocabulary.dennis import tile

SHORTEST = 5


@transaction.atomic
def move_phase(user: User, employer: Employer, code: str, why: str) -> PhaseMove:
    """Move the relation to the phase ``code`` (DW01 to DW10), forward or back, and say why.

    Raises
    ------
    Refused
        Without a reason in words, or when it is in that phase already.
    ValueError
        When there is no such phase.
    """
    employer = held(employer)
    require_advice(user, employer)
    phase = tile(code)
    if employer.phase == phase.code:
        raise refusals.Refused(refusals.SAME_PHASE)
    if len(why.strip()) < SHORTEST:
        raise refusals.Refused(refusals.NO_WHY)
    today = timezone.localdate()
    move = PhaseMove.objects.create(
        region_id=employer.region_id,
        employer=employer,
        before=employer.phase,
        after=phase.code,
        why=why.strip(),
        on=today,
        by=user,
    )
    employer.phase, employer.phase_since = phase.code, today
    employer.save(update_fields=["phase", "phase_since"])
    note(user, "employer.moved", employer, employer, before=move.before, after=move.after)
    return move
