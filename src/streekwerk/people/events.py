"""What people's own tables and the register put on a timeline. Loaded when the app is ready."""

from __future__ import annotations

from collections.abc import Iterator

from streekwerk.accounts.models import User
from streekwerk.deliveries import person_queries
from streekwerk.guidance.plan.goals import PlanResult
from streekwerk.guidance.plan.steps import NotDoneReason
from streekwerk.guidance.plan.steps import StepEvent as Happened
from streekwerk.people.models import Person, StepEvent
from streekwerk.people.timeline import Event, EventKind, event_source
from streekwerk.registers.codes.bus import BenefitLaw
from streekwerk.registers.codes.srg import MeasureType
from streekwerk.vocabulary.language import Text


@event_source
def of_register(_user: User, person: Person) -> Iterator[Event]:
    """Give the benefits and measures that the municipality registered."""
    if person.pseudonym is None:
        return
    for benefit in person_queries.benefits_of(person.municipality_id, person.pseudonym):
        law = BenefitLaw(benefit.law).label
        if benefit.start:
            words = Text(f"Uitkering begonnen: {law.nl}", f"Benefit began: {law.en}")
            yield Event(benefit.start, EventKind.REGISTER, words)
        if benefit.end:
            words = Text(f"Uitkering gestopt: {law.nl}", f"Benefit ended: {law.en}")
            yield Event(benefit.end, EventKind.REGISTER, words)
    for measure in person_queries.measures_of(person.municipality_id, person.pseudonym):
        name = _measure(measure)
        if measure.start:
            words = Text(f"Voorziening begonnen: {name.nl}", f"Measure began: {name.en}")
            yield Event(measure.start, EventKind.REGISTER, words)
        if measure.end:
            words = Text(f"Voorziening gestopt: {name.nl}", f"Measure ended: {name.en}")
            yield Event(measure.end, EventKind.REGISTER, words)


def _measure(measure: person_queries.MeasureSpell) -> Text:
    known = measure.type in {each.value for each in MeasureType}
    label = (
        MeasureType(measure.type).label
        if known and measure.type
        else Text("onbekende soort", "unknown kind")
    )
    if measure.local_name:
        return Text(f"{label.nl} ({measure.local_name})", f"{label.en} ({measure.local_name})")
    return label


@event_source
def of_conversations(_user: User, person: Person) -> Iterator[Event]:
    """Give every conversation, with what was agreed."""
    for each in person.conversations.select_related("held_by"):
        kind = each.kind_now.words
        yield Event(
            each.held_on,
            EventKind.CONVERSATION,
            Text(f"Gesprek: {kind.nl}", f"Conversation: {kind.en}"),
            detail=each.agreements,
            who=str(each.held_by),
            url_name="caseworker:conversation",
            url_args=(person.public_id, each.public_id),
        )


@event_source
def of_rounds(_user: User, person: Person) -> Iterator[Event]:
    """Give every finished round of questions."""
    for each in person.rounds.filter(finished_at__isnull=False).select_related("asked_by"):
        yield Event(
            each.asked_on,
            EventKind.DIAGNOSIS,
            Text("Besproken hoe het ervoor staat", "Talked about how things stand"),
            who=str(each.asked_by),
            url_name="caseworker:development",
            url_args=(person.public_id,),
        )


@event_source
def of_goals(_user: User, person: Person) -> Iterator[Event]:
    """Give goals that were set and ended, and plans that were looked back on."""
    for goal in person.goals.select_related("set_by"):
        words = Text("Doel afgesproken", "Goal agreed")
        yield Event(goal.set_on, EventKind.GOAL, words, goal.words, str(goal.set_by))
        if goal.ended_on:
            state = goal.state_now.words
            ended = Text(f"Doel {state.nl}", f"Goal {state.en}")
            yield Event(goal.ended_on, EventKind.GOAL, ended, goal.why_ended or goal.words)
    for plan in person.plans.filter(evaluated_on__isnull=False):
        result = PlanResult(plan.result).words
        words = Text(f"Teruggekeken: {result.nl}", f"Looked back: {result.en}")
        assert plan.evaluated_on is not None  # noqa: S101 - filtered just above
        yield Event(plan.evaluated_on, EventKind.GOAL, words, plan.looking_back)


@event_source
def of_steps(_user: User, person: Person) -> Iterator[Event]:
    """Give everything that happened to steps."""
    for each in StepEvent.objects.filter(step__person=person).select_related("step", "by"):
        happened = Happened(each.event).words
        reason = NotDoneReason(each.reason).words if each.reason else None
        said = Text(f"Stap {happened.nl}", f"Step {happened.en}")
        if reason:
            said = Text(f"{said.nl}: {reason.nl}", f"{said.en}: {reason.en}")
        yield Event(
            each.on,
            EventKind.STEP,
            said,
            each.step.what,
            str(each.by or ""),
            "caseworker:step",
            (person.public_id, each.step.public_id),
        )


@event_source
def of_file(_user: User, person: Person) -> Iterator[Event]:
    """Give the opening and closing of the file, and who opened it with a reason."""
    opened = Text("Dossier geopend", "File opened")
    yield Event(person.created_at.date(), EventKind.FILE, opened)
    for access in person.accesses.select_related("user"):
        words = Text("Ingezien met een reden", "Opened with a reason")
        day = access.given_at.date()
        yield Event(day, EventKind.FILE, words, access.reason, str(access.user))
    if person.closed_on:
        yield Event(person.closed_on, EventKind.FILE, Text("Dossier gesloten", "File closed"))
