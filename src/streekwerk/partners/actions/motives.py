"""Write down what drives an employer, after a short conversation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners import refusals
from streekwerk.partners.actions.noting import held, not_in_the_future, note
from streekwerk.partners.models import Employer, MotiveRound, MotiveScore
from streekwerk.partners.permissions import require_fill_in
from streekwerk.vocabulary.motives import Motive, score


@transaction.atomic
def record_motives(
    user: User,
    employer: Employer,
    scores: Mapping[Motive, int],
    words: str = "",
    on: date | None = None,
) -> MotiveRound:
    """Keep what was said to the statements, 1 to 5 each; earlier rounds stay as history.

    A statement that is not in ``scores`` was not answered, and counts as unknown.

    Raises
    ------
    Refused
        When nothing was answered, or the day has not been yet.
    ValueError
        When a figure is not from 1 to 5.
    """
    employer = held(employer)
    side = require_fill_in(user, employer)
    if not scores:
        raise refusals.Refused(refusals.NOTHING_ANSWERED)
    day = not_in_the_future(on or timezone.localdate())
    employer.motive_rounds.filter(current=True).update(current=False)
    taken = MotiveRound.objects.create(
        region_id=employer.region_id,
        employer=employer,
        on=day,
        by=user,
        side=side.value,
        words=words.strip(),
    )
    MotiveScore.objects.bulk_create(
        MotiveScore(
            region_id=employer.region_id,
            employer=employer,
            round=taken,
            motive=Motive(motive).value,
            score=score(value),
        )
        for motive, value in scores.items()
    )
    note(user, "motives.recorded", taken, employer, side=side.value)
    return taken
