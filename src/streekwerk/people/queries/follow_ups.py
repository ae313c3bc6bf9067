"""Follow-ups of one person: what is asked now, what was answered, what the files say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from streekwerk.deliveries import person_queries
from streekwerk.guidance.follow_up.moments import (
    MONTHS,
    STAYS_OPEN,
    Moment,
    moment_on,
    months_after,
    next_moment,
)
from streekwerk.guidance.follow_up.questions import Question, Working, questions_for
from streekwerk.guidance.follow_up.register import (
    NOT_KNOWN,
    AccordingToFiles,
    Spell,
    according_to_files,
    contradiction,
)
from streekwerk.people.models import Decision, FollowUpAnswer, Person, Plan, StepOutcome
from streekwerk.registers.codes import BenefitEndReason
from streekwerk.vocabulary.language import Text, join

FOR_WORK = frozenset({BenefitEndReason.EMPLOYMENT.value, BenefitEndReason.SELF_EMPLOYMENT.value})


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is looked back on: the decision that counts, or a plan where none was decided."""

    on: date
    decision_id: int | None = None
    plan_id: int | None = None
    words: Text | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One moment of looking back: the answers that count, newest first for each question."""

    anchor: Anchor
    moment: Moment
    answers: tuple[FollowUpAnswer, ...] = ()
    files: AccordingToFiles = NOT_KNOWN

    def answer(self, question: Question) -> FollowUpAnswer | None:
        """Return the answer that counts."""
        return next((each for each in self.answers if each.question == question.value), None)

    def other_voice(self, question: Question) -> FollowUpAnswer | None:
        """Return what the other of the two said, where it differs from what counts."""
        counts = self.answer(question)
        if counts is None:
            return None
        others = (
            each
            for each in self.answers
            if each.question == question.value and each.by_jobseeker != counts.by_jobseeker
        )
        last = next(others, None)
        return last if last is not None and last.answer != counts.answer else None

    @property
    def working(self) -> Working | None:
        """Return whether people said that there is work; None when nobody asked."""
        found = self.answer(Question.WORKING)
        return Working(found.answer) if found else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return what is asked, as far as the answers so far go."""
        return questions_for(self.working.value if self.working else None)

    @property
    def next_question(self) -> Question | None:
        """Return the first question without an answer."""
        return next((each for each in self.questions if self.answer(each) is None), None)

    @property
    def difference(self) -> Text | None:
        """Say in what people and benefit files differ."""
        return contradiction(self.working, self.files)


def anchor_of(person: Person) -> Anchor | None:
    """Return what is looked back on for ``person``: the latest decision, else the latest plan."""
    decision = person.decisions.prefetch_related("choices").first()
    if decision is not None:
        return Anchor(decision.decided_on, decision_id=decision.pk, words=_chosen(decision))
    plan = person.plans.select_related("goal").first()
    if plan is None:
        return None
    return Anchor(plan.made_on, plan_id=plan.pk, words=_goal(plan))


def _chosen(decision: Decision) -> Text | None:
    names = [each.name_words for each in decision.choices.all()]
    return join(names, ", ") if names else None


def _goal(plan: Plan) -> Text | None:
    return Text(plan.goal.words, plan.goal.words) if plan.goal else None


def follow_up_of(person: Person, today: date | None = None) -> FollowUp | None:
    """Return the follow-up that is asked about now; None when there is none."""
    day = today or timezone.localdate()
    anchor = anchor_of(person)
    moment = moment_on(anchor.on, day) if anchor else None
    if anchor is None or moment is None:
        return None
    found = _of(anchor).filter(person=person, months=moment.months)
    answers = tuple(found.select_related("given_by"))
    return FollowUp(anchor, moment, answers, files_about(person, day))


def earlier_follow_ups(person: Person) -> tuple[FollowUp, ...]:
    """Return every moment of ``person`` that was answered, latest first, whatever it was about."""
    found = person.follow_up_answers.select_related("given_by", "decision", "plan__goal")
    grouped: dict[tuple[int | None, int | None, int], list[FollowUpAnswer]] = {}
    for each in found.prefetch_related("decision__choices"):
        grouped.setdefault((each.decision_id, each.plan_id, each.months), []).append(each)
    made = [_group(answers) for answers in grouped.values()]
    return tuple(sorted(made, key=lambda one: one.moment.on, reverse=True))


def _group(answers: list[FollowUpAnswer]) -> FollowUp:
    one = answers[0]
    if one.decision is not None:
        words = _chosen(one.decision)
        anchor = Anchor(one.decision.decided_on, decision_id=one.decision_id, words=words)
    else:
        assert one.plan is not None  # noqa: S101 - the database has one of the two
        anchor = Anchor(one.plan.made_on, plan_id=one.plan_id, words=_goal(one.plan))
    on = months_after(anchor.on, one.months)
    return FollowUp(anchor, Moment(one.months, on, on), tuple(answers))


def coming(person: Person, today: date) -> Moment | None:
    """Return the next moment that will be asked about."""
    anchor = anchor_of(person)
    return next_moment(anchor.on, today) if anchor else None


def _of(anchor: Anchor) -> QuerySet[FollowUpAnswer]:
    if anchor.decision_id is not None:
        return FollowUpAnswer.objects.filter(decision_id=anchor.decision_id)
    if anchor.plan_id is not None:
        return FollowUpAnswer.objects.filter(plan_id=anchor.plan_id)
    return FollowUpAnswer.objects.none()


def files_about(person: Person, day: date) -> AccordingToFiles:
    """Return what the benefit files say about work of ``person`` on ``day``."""
    return according_to_files(spells_of(person), day)


def spells_of(person: Person) -> tuple[Spell, ...]:
    """Return the benefits of ``person`` as the files tell them; none for who is in no file."""
    if person.pseudonym is None:
        return ()
    found = person_queries.benefits_of(person.municipality_id, person.pseudonym)
    return tuple(
        Spell(each.start, each.end, each.end_reason in FOR_WORK, each.last_month) for each in found
    )


def follow_up_due(today: date) -> Q:
    """Return the condition on people that a follow-up is due and nobody answered on work yet."""
    decided = Decision.objects.filter(person=OuterRef("pk"))
    latest = decided.filter(replaced_by=None)
    later = Plan.objects.filter(person=OuterRef("person"), made_on__gt=OuterRef("made_on"))
    newest = Plan.objects.filter(~Exists(later), person=OuterRef("pk"))
    by_decision = _unanswered(latest, "decision", "decided_on", today)
    by_plan = _unanswered(newest, "plan", "made_on", today)
    return Q(Exists(by_decision)) | (~Q(Exists(decided)) & Q(Exists(by_plan)))


def _unanswered(
    anchors: QuerySet[Decision] | QuerySet[Plan], of: str, on: str, today: date
) -> QuerySet[Any]:
    """Return those with a moment after ``on`` that is now, without an answer on work."""
    answered = FollowUpAnswer.objects.filter(
        **{of: OuterRef("pk")}, months=OuterRef("moment"), question=Question.WORKING.value
    )
    asked = anchors.annotate(moment=_moment(on, today)).filter(moment__isnull=False)
    return asked.filter(~Exists(answered))


def _moment(on: str, today: date) -> Case:
    """Return how many months after ``on`` is asked about today; empty when none is."""
    ends = (*MONTHS[1:], MONTHS[-1] + STAYS_OPEN)
    windows = [
        When(
            **{
                f"{on}__gt": months_after(today, -end),
                f"{on}__lte": months_after(today, -months),
                "then": Value(months),
            }
        )
        for months, end in zip(MONTHS, ends, strict=True)
    ]
    return Case(*windows, output_field=IntegerField())


def outcomes_of(person: Person) -> dict[int, StepOutcome]:
    """Return what came of each step of ``person`` (by id), as it was last said."""
    found: dict[int, StepOutcome] = {}
    for each in person.step_outcomes.select_related("given_by"):
        found.setdefault(each.step_id, each)
    return found
