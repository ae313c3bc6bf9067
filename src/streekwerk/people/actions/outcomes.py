"""Say what came of a step, and answer how it goes afterwards.

The jobseeker may do both for the own file, with the same functions.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role, require
from streekwerk.guidance.follow_up.questions import Reply
from streekwerk.guidance.plan.outcomes import CameOf
from streekwerk.guidance.plan.steps import StepState
from streekwerk.people import refusals
from streekwerk.people.models import FollowUpAnswer, Person, Step, StepOutcome
from streekwerk.people.permissions import may_open, require_change
from streekwerk.people.queries.follow_ups import FollowUp, follow_up_of
from streekwerk.vocabulary.language import Text

STEP_STILL_OPEN = Text(
    "Deze stap staat nog open. Zeg eerst of hij is gedaan.",
    "This step is still open. First say whether it was done.",
)
NOTHING_TO_ASK = Text(
    "Er is nu niets om op terug te kijken.", "There is nothing to look back on now."
)


@transaction.atomic
def say_what_came_of(user: User, step: Step, outcome: CameOf, words: str = "") -> StepOutcome:
    """Keep what came of a settled step; said again, the later one counts.

    Raises
    ------
    Refused
        While the step is still planned.
    """
    require_change(user, step.person)
    if step.state == StepState.PLANNED.value:
        raise refusals.Refused(STEP_STILL_OPEN)
    made = StepOutcome.objects.create(
        municipality_id=step.municipality_id,
        person_id=step.person_id,
        step=step,
        outcome=outcome.value,
        words=words.strip(),
        by_jobseeker=has_role(user, Role.JOBSEEKER),
        given_by=user,
        given_on=timezone.localdate(),
    )
    audit.record(user, "step.came_of", step, outcome=outcome.value)
    return made


@transaction.atomic
def answer_follow_up(
    user: User, person: Person, reply: Reply, today: date | None = None
) -> FollowUpAnswer:
    """Answer one question of the follow-up that is due; one click. The later answer counts.

    Also of a closed file: most people who found work have one.

    Raises
    ------
    Refused
        When no follow-up is due for ``person``.
    """
    require(may_open(user, person))
    found = follow_up_of(person, today or timezone.localdate())
    if found is None:
        raise refusals.Refused(NOTHING_TO_ASK)
    return _keep(user, person, found, reply, today or timezone.localdate())


def _keep(user: User, person: Person, found: FollowUp, reply: Reply, day: date) -> FollowUpAnswer:
    made = FollowUpAnswer.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        decision_id=found.anchor.decision_id,
        plan_id=found.anchor.plan_id,
        months=found.moment.months,
        question=reply.question.value,
        answer=reply.answer,
        by_jobseeker=has_role(user, Role.JOBSEEKER),
        given_by=user,
        given_on=day,
    )
    audit.record(
        user,
        "follow_up.answered",
        person,
        question=reply.question.value,
        months=found.moment.months,
    )
    return made
