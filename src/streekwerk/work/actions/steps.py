"""How far an employer is in redesigning work."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.matching.carving.method import BY_KEY
from streekwerk.partners.actions.noting import held, note
from streekwerk.partners.models import Employer
from streekwerk.work.models import RedesignStep, StepState
from streekwerk.work.permissions import require_fill_in


@transaction.atomic
def note_step(
    user: User, employer: Employer, key: str, state: StepState, notes: Sequence[str]
) -> RedesignStep:
    """Keep the state of a step and what was noted to each of its questions.

    KeyError for a step that is not in the method.
    """
    require_fill_in(user, employer)
    held(employer)
    questions = len(BY_KEY[key].questions)
    kept = [words.strip() for words in notes[:questions]]
    step, _ = RedesignStep.objects.update_or_create(
        employer=employer,
        key=key,
        defaults={
            "region_id": employer.region_id,
            "state": state,
            "notes": kept + [""] * (questions - len(kept)),
            "changed_at": timezone.now(),
            "changed_by": user,
        },
    )
    note(user, "work.step_noted", step, employer, step=key, state=str(state))
    return step
