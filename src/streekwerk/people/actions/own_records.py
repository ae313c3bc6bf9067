"""Hand what people told about their work to the next evaluation, under their pseudonyms.

Layers forbid learning to read files, so facts go down to the deliveries: hours of work and
the start of a job as people told them, and what came of a step. The benefit files are not
told again: they are there already.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date

from streekwerk.accounts.models import Municipality, User
from streekwerk.deliveries.actions.own_records import OwnFact, TakenIn, renewed_by, take_in_own
from streekwerk.deliveries.permissions import own_municipality
from streekwerk.guidance.follow_up.questions import Question, Reply, Working
from streekwerk.guidance.plan.outcomes import CameOf
from streekwerk.people.models import FollowUpAnswer, StepOutcome

HOURS, JOB_START, CAME_OF = "hours", "job_start", "step_outcome"


def hand_over(user: User) -> TakenIn:
    """Take the facts of the user's municipality in; done again, nothing changes.

    For who may deliver. Raises PermissionDenied for anybody else.
    """
    return take_in_own(user, facts_of(own_municipality(user)))


def hand_over_again(municipality: Municipality) -> TakenIn | None:
    """Renew what was handed over, in the name of who did it last; nothing where nobody did."""
    user = renewed_by(municipality.pk)
    return take_in_own(user, facts_of(municipality)) if user else None


def facts_of(municipality: Municipality) -> Iterator[OwnFact]:
    """Yield every fact of the people of ``municipality`` who are in its deliveries."""
    yield from _of_follow_ups(municipality)
    yield from _of_steps(municipality)


def _of_follow_ups(municipality: Municipality) -> Iterator[OwnFact]:
    """Yield hours at each moment, and the day on which work was first told of."""
    rows = (
        FollowUpAnswer.objects.filter(
            municipality=municipality,
            person__pseudonym__isnull=False,
            question__in=(Question.WORKING.value, Question.HOURS.value),
        )
        .order_by("person_id", "decision_id", "plan_id", "months", "question", "-pk")
        .distinct("person_id", "decision_id", "plan_id", "months", "question")
        .values_list(
            *("person__pseudonym", "decision_id", "plan_id", "months"),
            *("question", "answer", "given_on"),
        )
    )
    moments: dict[tuple[object, ...], dict[str, tuple[str, date]]] = {}
    for person, decision, plan, months, question, answer, day in rows:
        moments.setdefault((person, decision, plan, months), {})[question] = (answer, day)
    started: set[uuid.UUID] = set()
    for key, answers in sorted(moments.items(), key=lambda one: _first_day(one[1])):
        person = key[0]
        assert isinstance(person, uuid.UUID)  # noqa: S101 - filtered above
        yield from _of_moment(person, answers, started)


def _first_day(answers: dict[str, tuple[str, date]]) -> date:
    return min(day for _answer, day in answers.values())


def _of_moment(
    person: uuid.UUID, answers: dict[str, tuple[str, date]], started: set[uuid.UUID]
) -> Iterator[OwnFact]:
    if Question.WORKING.value not in answers:
        return
    working, day = answers[Question.WORKING.value]
    if working == Working.NO.value:
        yield OwnFact(person, HOURS, day, number=0.0)
    if working != Working.YES.value:
        return
    if person not in started:
        started.add(person)
        yield OwnFact(person, JOB_START, day, number=1.0)
    if Question.HOURS.value in answers:
        answer, day = answers[Question.HOURS.value]
        hours = Reply(Question.HOURS, answer).hours
        if hours is not None:
            yield OwnFact(person, HOURS, day, number=float(hours))


def _of_steps(municipality: Municipality) -> Iterator[OwnFact]:
    rows = (
        StepOutcome.objects.filter(municipality=municipality, person__pseudonym__isnull=False)
        .order_by("step_id", "-pk")
        .distinct("step_id")
        .values_list("person__pseudonym", "outcome", "given_on")
    )
    for person, outcome, day in rows:
        if person is not None and outcome != CameOf.UNKNOWN.value:
            yield OwnFact(person, CAME_OF, day, code=outcome)
