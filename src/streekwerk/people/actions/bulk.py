"""Write many whole files at once: the demo region, and the people of a load test.

The same rows that the single actions make, in a fixed number of statements, with one line
in the audit log for all of them. For files that are made up; real ones are opened one by one.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.db import models, transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality, User
from streekwerk.demo.guidance import DraftFile
from streekwerk.guidance.conversation import NEWS
from streekwerk.guidance.instrument.questions import VERSION
from streekwerk.guidance.plan.steps import StepEvent as Event
from streekwerk.guidance.plan.steps import StepState
from streekwerk.people.models import (
    Conversation,
    ConversationNote,
    DiagnosisAnswer,
    DiagnosisRound,
    Fact,
    Goal,
    Person,
    Plan,
    Step,
    StepEvent,
)
from streekwerk.vocabulary.searching import searchable

AT_ONCE = 2_000
HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to write: what is in it, whose it is, under which pseudonym records came."""

    file: DraftFile
    caseworker: User | None = None
    pseudonym: uuid.UUID | None = None


@dataclass(slots=True)
class _Rows:
    """The rows of many files, by table, in the order they must be written."""

    people: list[models.Model] = field(default_factory=list)
    facts: list[models.Model] = field(default_factory=list)
    talks: list[models.Model] = field(default_factory=list)
    notes: list[models.Model] = field(default_factory=list)
    rounds: list[models.Model] = field(default_factory=list)
    answers: list[models.Model] = field(default_factory=list)
    goals: list[models.Model] = field(default_factory=list)
    plans: list[models.Model] = field(default_factory=list)
    steps: list[models.Model] = field(default_factory=list)
    events: list[models.Model] = field(default_factory=list)

    def write(self) -> None:
        for rows in (
            *(self.people, self.facts, self.talks, self.notes, self.rounds),
            *(self.answers, self.goals, self.plans, self.steps, self.events),
        ):
            if rows:
                type(rows[0])._default_manager.bulk_create(rows, batch_size=AT_ONCE)


@transaction.atomic
def write_files(home: Municipality, drafts: Sequence[Draft], by: User) -> list[Person]:
    """Write the files of fictitious people of one municipality; return the people.

    ``by`` is who held the conversations of people that nobody guides.
    """
    rows = _Rows()
    for draft in drafts:
        _add(rows, home, draft, by)
    rows.write()
    audit.record(None, "demo.files_written", home, municipality=home, files=len(drafts))
    return [row for row in rows.people if isinstance(row, Person)]


def _add(rows: _Rows, home: Municipality, draft: Draft, by: User) -> None:
    file, guide = draft.file, draft.caseworker or by
    person = Person(
        municipality=home,
        pseudonym=draft.pseudonym,
        first_name=file.first_name,
        last_name=file.last_name,
        search_name=searchable(f"{file.last_name} {file.first_name}"),
        birth_date=file.birth_date,
        caseworker=draft.caseworker,
        fictitious=True,
        created_at=_moment(file.opened_on),
        next_on=_next_on(file),
        last_contact_on=max((talk.on for talk in file.talks), default=None),
    )
    rows.people.append(person)
    own = {"municipality": home, "person": person}
    rows.facts.extend(_facts(file, own, guide))
    for talk in file.talks:
        made = Conversation(
            **own,
            kind=talk.kind.value,
            held_on=talk.on,
            held_by=guide,
            agreements=talk.agreements,
            started_at=_moment(talk.on),
            closed_at=_moment(talk.on, 1),
        )
        rows.talks.append(made)
        if talk.news:
            rows.notes.append(
                ConversationNote(**own, conversation=made, theme=NEWS, text=talk.news)
            )
        if talk.answers:
            asked = DiagnosisRound(
                **own,
                conversation=made,
                instrument=VERSION,
                asked_on=talk.on,
                asked_by=guide,
                finished_at=_moment(talk.on, 1),
            )
            rows.rounds.append(asked)
            rows.answers.extend(
                DiagnosisAnswer(
                    **own,
                    round=asked,
                    question=each.question,
                    kind=each.kind.value,
                    level=each.level,
                    words=each.words,
                )
                for each in talk.answers
            )
    _add_plan(rows, file, own, guide)


def _facts(file: DraftFile, own: dict[str, models.Model], guide: User) -> Iterable[Fact]:
    identity = [("first_name", file.first_name), ("last_name", file.last_name)]
    if file.birth_date:
        identity.append(("birth_date", file.birth_date.isoformat()))
    for key, value in identity:
        yield Fact(
            **own,
            field=key,
            value=value,
            source="jobseeker",
            known_on=file.opened_on,
            recorded_by=guide,
            recorded_at=_moment(file.opened_on),
        )
    for each in file.facts:
        yield Fact(
            **own,
            field=each.field,
            state=each.state.value,
            value=each.value,
            source=each.source.value,
            known_on=each.on,
            recorded_by=None if each.source.value == "register" else guide,
            recorded_at=_moment(each.on),
        )


def _add_plan(rows: _Rows, file: DraftFile, own: dict[str, models.Model], guide: User) -> None:
    if file.goal is None:
        return
    kind, words, on = file.goal
    goal = Goal(**own, words=words, kind=kind.value, set_on=on, set_by=guide)
    rows.goals.append(goal)
    if not file.steps:
        return
    plan = Plan(**own, goal=goal, made_on=on, made_by=guide, evaluate_on=file.evaluate_on)
    rows.plans.append(plan)
    for each in file.steps:
        settled = None if each.state is StepState.PLANNED else each.due
        reason = each.reason.value if each.reason else ""
        step = Step(
            **own,
            plan=plan,
            what=each.what,
            who=each.who,
            who_else=each.who_else,
            due=each.due,
            measure=each.measure,
            state=each.state.value,
            reason=reason,
            settled_on=settled,
        )
        rows.steps.append(step)
        made = {"step": step, "due": each.due, "by": guide}
        rows.events.append(
            StepEvent(
                **own, **made, event=Event.MADE.value, on=each.made_on, at=_moment(each.made_on)
            )
        )
        if settled:
            done = Event(each.state.value)
            rows.events.append(
                StepEvent(
                    **own, **made, event=done.value, reason=reason, on=settled, at=_moment(settled)
                )
            )


def _next_on(file: DraftFile) -> dt.date | None:
    days = [step.due for step in file.steps if step.state is StepState.PLANNED]
    if file.steps and file.evaluate_on:
        days.append(file.evaluate_on)
    return min(days, default=None)


def _moment(day: dt.date, later: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(10 + later), HERE)
