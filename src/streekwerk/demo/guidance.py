"""Fictitious files of people in Middenland: what they want, said, answered and agreed.

Only the register's month of birth, start of benefit and household come from outside; the
rest is drawn apart from it, and apart from the world in which measures have effects: a
file is no oracle. Every seventh part of a file stays unknown, as in real files.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from streekwerk.demo import guidance_words as words
from streekwerk.demo.arrays import Floats
from streekwerk.demo.guidance_names import LAST, MEN, WOMEN
from streekwerk.guidance.conversation import ConversationKind
from streekwerk.guidance.file.from_register import Registered, values_from
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.guidance.instrument.answers import HIGHEST, LOWEST, Answer, AnswerKind
from streekwerk.guidance.instrument.mechanisms import MECHANISMS
from streekwerk.guidance.plan.goals import GoalKind
from streekwerk.guidance.plan.steps import NotDoneReason, StepState

# How far files are: nothing yet, talked, diagnosed, goal, plan, to look back on.
GUIDED = (0.06, 0.14, 0.14, 0.10, 0.42, 0.14)
NOT_GUIDED = (0.55, 0.25, 0.10, 0.03, 0.05, 0.02)
NOTHING, TALKED, DIAGNOSED, WITH_GOAL, WITH_PLAN, TO_LOOK_BACK = range(6)


@dataclass(frozen=True, slots=True)
class Known:
    """What the register knows of one person; ``law`` is the BUS code of the benefit."""

    birth_month: date | None
    benefit_since: date | None
    household: str
    woman: bool
    law: str = ""


@dataclass(frozen=True, slots=True)
class DraftFact:
    """One value of one field, and since when."""

    field: str
    value: object
    on: date
    source: FactSource = FactSource.JOBSEEKER
    state: FactState = FactState.KNOWN


@dataclass(frozen=True, slots=True)
class DraftTalk:
    """One conversation, with the answers if the questions were asked."""

    on: date
    kind: ConversationKind
    agreements: str
    news: str = ""
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftStep:
    """One step and how it stands."""

    what: str
    who: str
    who_else: str
    measure: str
    made_on: date
    due: date
    state: StepState = StepState.PLANNED
    reason: NotDoneReason | None = None


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A whole fictitious file."""

    first_name: str
    last_name: str
    birth_date: date | None
    opened_on: date
    facts: tuple[DraftFact, ...]
    talks: tuple[DraftTalk, ...] = ()
    goal: tuple[GoalKind, str, date] | None = None
    steps: tuple[DraftStep, ...] = ()
    evaluate_on: date | None = None


def draw_file(known: Known, today: date, rng: np.random.Generator, *, guided: bool) -> DraftFile:
    """Return the file of one fictitious person as it stands on ``today``.

    Parameters
    ----------
    guided
        Whether a caseworker guides the person: such files are further.
    """
    stage = int(rng.choice(6, p=GUIDED if guided else NOT_GUIDED))
    opened = today - timedelta(days=int(rng.integers(20, 60) + stage * rng.integers(40, 110)))
    kind = str(rng.choice(list(words.LINES)))
    line = words.LINES[kind][rng.integers(len(words.LINES[kind]))]
    talks = _talks(stage, opened, today, rng)
    goal_on = talks[-1].on if talks else opened
    goal = (_goal_kind(line[1]), line[1], goal_on) if stage >= WITH_GOAL else None
    steps = _steps(goal_on, today, rng) if stage >= WITH_PLAN else ()
    look_back = today + timedelta(days=int(rng.integers(5, 90)))
    return DraftFile(
        str(rng.choice(WOMEN if known.woman else MEN)),
        str(rng.choice(LAST)),
        known.birth_month and known.birth_month.replace(day=int(rng.integers(1, 29))),
        opened,
        _facts(known, stage, kind, line, opened, rng),
        talks,
        goal,
        steps,
        _evaluate_on(stage, look_back, today, rng),
    )


def _evaluate_on(stage: int, look_back: date, today: date, rng: np.random.Generator) -> date | None:
    if stage == TO_LOOK_BACK:
        return today - timedelta(days=int(rng.integers(0, 20)))
    return look_back if stage == WITH_PLAN and rng.random() < 0.6 else None


def _goal_kind(goal: str) -> GoalKind:
    text = goal.casefold()
    if "opleiding" in text or "certificaat" in text or "leerwerk" in text:
        return GoalKind.EDUCATION
    if "bedrijf kan" in text:
        return GoalKind.OWN_BUSINESS
    return GoalKind.TAKING_PART if "vrijwillig" in text else GoalKind.PAID_WORK


def _facts(
    known: Known,
    stage: int,
    kind: str,
    line: tuple[str, str, str, str],
    opened: date,
    rng: np.random.Generator,
) -> tuple[DraftFact, ...]:
    """Draw facts: from the register always, told ones more the further a file is."""
    told = Registered(opened, frozenset({known.law} - {""}), known.benefit_since, known.birth_month)
    facts = [
        DraftFact(field, value, opened, FactSource.REGISTER)
        for field, value in values_from(told).items()
    ]
    if known.household:
        facts.append(DraftFact("household", known.household, opened, FactSource.REGISTER))
    if rng.random() < 0.9:
        facts.append(DraftFact("phone", f"06 00{rng.integers(100000, 999999)}", opened))
    if stage == NOTHING:
        return tuple(facts)
    share = 0.45 + 0.08 * stage
    wish = line[0]
    facts.append(DraftFact("wish_work", wish, opened))
    for field, value in _told(kind, line, opened, rng):
        if rng.random() < share:
            facts.append(DraftFact(field, value, opened + timedelta(days=int(rng.integers(0, 15)))))
    if rng.random() < 0.06:
        facts.append(DraftFact("money_worries", None, opened, state=FactState.DECLINED))
    if rng.random() < 0.15:
        later = opened + timedelta(days=int(rng.integers(10, 20)))
        facts.append(DraftFact("hours_available", int(rng.choice([12, 16, 20, 24, 32])), later))
    return tuple(facts)


def _told(
    kind: str, line: tuple[str, str, str, str], opened: date, rng: np.random.Generator
) -> tuple[tuple[str, object], ...]:
    def one(options: tuple[str, ...] | list[str]) -> str:
        return str(options[rng.integers(len(options))])

    ways = [way for way in ("feet", "bicycle", "car", "public") if rng.random() < 0.45]
    return (
        ("wish_matters", one(words.MATTERS)),
        ("wish_not", one(words.NOT_WANTED)),
        ("wish_kind", [kind]),
        ("contact_by", one(["phone", "message", "message", "email", "letter"])),
        ("hours_available", int(rng.choice([8, 12, 16, 20, 24, 24, 32, 36]))),
        ("available_from", (opened + timedelta(days=30)).isoformat()),
        ("day_parts", ["morning", "afternoon"] if rng.random() < 0.5 else ["school_hours"]),
        ("availability_words", one(words.AVAILABLE)),
        ("transport", ways or ["public"]),
        ("travel_minutes", int(rng.choice([20, 30, 30, 45, 60]))),
        ("licences", ["B"] if rng.random() < 0.4 else ["none"]),
        ("dutch_speaking", one(["2", "3", "3", "4"])),
        ("dutch_reading", one(["2", "2", "3", "4"])),
        ("dutch_writing", one(["1", "2", "3", "4"])),
        ("education_level", one(["1", "1", "2", "2", "2", "4", "4", "5"])),
        ("courses", one(words.COURSES)),
        ("last_work", line[2]),
        ("last_work_year", int(rng.integers(2008, 2025))),
        ("work_years", one(["none", "under_2", "2_to_5", "5_to_10", "over_10"])),
        ("good_at", line[3]),
        ("tools", one(words.TOOLS)),
        ("digital", one(["little", "phone", "phone", "computer", "work"])),
        ("care", [one(["none", "none", "children", "relative"])]),
        ("work_needs", [one(["nothing", "nothing", "guidance", "pace", "quiet", "place"])]),
    )


def _talks(
    stage: int, opened: date, today: date, rng: np.random.Generator
) -> tuple[DraftTalk, ...]:
    """Draw one to six conversations, the questions in some of them with answers that develop."""
    if stage == NOTHING:
        return ()
    count = min(1 + stage + int(rng.integers(0, 2)), 6) if stage > TALKED else 1
    # The last conversation was some weeks ago; they are spread evenly from the first.
    last = max(0, (today - opened).days - int(rng.integers(4, 60)))
    spread = np.linspace(2, max(2, last), count).astype(np.int64)
    days = [int(day) for day in np.unique(spread)]
    level = np.clip(rng.normal(2.6, 0.9, size=2 * len(MECHANISMS)), LOWEST, HIGHEST)
    talks = []
    for place, day in enumerate(days):
        asks = stage >= DIAGNOSED and place % 2 == (1 if len(days) > 1 else 0)
        answers = _answers(level, rng) if asks else ()
        level = np.clip(level + rng.normal(0.25, 0.5, size=level.size), LOWEST, HIGHEST)
        talks.append(
            DraftTalk(
                opened + timedelta(days=day),
                ConversationKind.INTAKE
                if place == 0
                else ConversationKind.DIAGNOSIS
                if asks
                else ConversationKind.PROGRESS,
                words.AGREED[rng.integers(len(words.AGREED))] if rng.random() < 0.8 else "",
                words.NEWS[rng.integers(len(words.NEWS))] if place and rng.random() < 0.7 else "",
                answers,
            )
        )
    return tuple(talks)


def _answers(level: Floats, rng: np.random.Generator) -> tuple[Answer, ...]:
    found = []
    keys = [question.key for each in MECHANISMS for question in each.questions]
    luck = rng.random(len(keys))
    for key, at, chance in zip(keys, level, luck, strict=True):
        if chance < 0.04:
            continue
        if chance < 0.12:
            kind = AnswerKind.UNKNOWN if chance < 0.09 else AnswerKind.DECLINED
            found.append(Answer(key, kind))
            continue
        own = words.OWN_WORDS[int(chance * 1000) % len(words.OWN_WORDS)] if chance > 0.9 else ""
        found.append(Answer(key, AnswerKind.LEVEL, round(float(at)), own))
    return tuple(found)


def _steps(begun: date, today: date, rng: np.random.Generator) -> tuple[DraftStep, ...]:
    chosen = rng.choice(len(words.STEPS), size=int(rng.integers(1, 6)), replace=False)
    return tuple(_step(words.STEPS[each], begun, today, rng) for each in chosen)


def _step(
    line: tuple[str, str, str, str], begun: date, today: date, rng: np.random.Generator
) -> DraftStep:
    what, who, who_else, measure = line
    due = begun + timedelta(days=int(rng.integers(7, 120)))
    state, reason = StepState.PLANNED, None
    # Most steps whose day has passed were settled; some wait to be asked about.
    if due < today and rng.random() < 0.85:
        state = StepState.DONE if rng.random() < 0.7 else StepState.NOT_DONE
        if state is StepState.NOT_DONE:
            reason = list(NotDoneReason)[rng.integers(len(NotDoneReason))]
    return DraftStep(what, who, who_else, measure, begun, due, state, reason)
