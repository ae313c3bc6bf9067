"""What came of it in the demo region: people of earlier years, follow-ups, a team that looks back.

Former clients are drawn by lot from who was on a benefit some time ago, so that what the
benefit files say of them joins by itself. Of some of them people told how it went. Nothing
here depends on who guided whom: the demo has no better and worse colleagues.
"""

from __future__ import annotations

import datetime as dt
import time
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from django.utils import timezone

from streekwerk.accounts.models import Municipality, Role, User
from streekwerk.accounts.queries import regions
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries import person_queries
from streekwerk.demo.guidance import Known, draw_file
from streekwerk.guidance.file.from_register import HOUSEHOLDS
from streekwerk.guidance.follow_up.moments import moments, months_after
from streekwerk.guidance.follow_up.questions import Question, Working
from streekwerk.guidance.follow_up.register import according_to_files
from streekwerk.guidance.plan.outcomes import CameOf
from streekwerk.guidance.plan.steps import StepState
from streekwerk.people.actions import reflection, rights_watch
from streekwerk.people.actions.bulk import Draft, write_files
from streekwerk.people.actions.past import add_past, close_files, hand_out
from streekwerk.people.models import FollowUpAnswer, Person, Plan, Step, StepOutcome
from streekwerk.people.queries.follow_ups import spells_of

SEED = 71
# Former clients began so many months ago; at each time so many for a caseworker.
OLDEST, NEWEST, MONTHS_APART, FORMER_EACH_TIME = 34, 4, 2, 6
STILL_GUIDED = 10
TOLD, SAID_OTHERWISE, OUTCOME_TOLD = 0.6, 0.05, 0.75
CAME = (CameOf.EMPLOYER, CameOf.LEARNED, CameOf.NEXT_STEP, CameOf.CLEARER, CameOf.SAME,
        CameOf.MORE_HOURS, CameOf.HARDER, CameOf.UNKNOWN)  # fmt: skip
TALKED = (
    "Bij drie mensen ging het na het eerste half jaar mis omdat de opvang niet geregeld was. Wij "
    "vragen daar voortaan naar voordat iemand begint.",
    "Wie zelf een plek vond, bleef vaker. Wij bellen eerst samen voordat wij iemand aanmelden.",
)
AGREED = (
    ("Vragen naar opvang en vervoer voordat een stap begint", 30),
    ("Na drie maanden werk iedereen een keer bellen", 60),
)


def load(say: Callable[[str], None] = lambda _line: None, today: dt.date | None = None) -> None:
    """Write it for every municipality of the demo that has files and no answers yet."""
    start, written = time.monotonic(), 0
    for region in regions():
        for home in region.municipalities.all():
            with acting(Scope.of_municipality(home.pk)):
                written += _load_municipality(home, today or timezone.localdate())
    if written:
        say(f"{written:,} fictitious follow-ups answered in {time.monotonic() - start:.0f} s")


def _load_municipality(home: Municipality, today: dt.date) -> int:
    chief = User.objects.filter(municipality=home, role=Role.TEAM_MANAGER, fictitious=True).first()
    guides = list(
        User.objects.filter(municipality=home, role=Role.CASEWORKER, fictitious=True).order_by("pk")
    )
    reflection.note_missing_support(home)
    told = FollowUpAnswer.objects.filter(municipality=home).exists()
    if chief is None or not guides or told or not Person.objects.filter(municipality=home).exists():
        return 0
    rng = np.random.default_rng([SEED, len(home.name), len(guides)])
    _former(home, guides, today, rng)
    made = _follow_ups(home, today, rng)
    _step_outcomes(home, today, rng)
    rights_watch.watch_rights(home, today)
    _look_back(chief, today)
    return made


def _former(
    home: Municipality, guides: list[User], today: dt.date, rng: np.random.Generator
) -> None:
    """Give people of earlier years a plan, and a closed file where they have none."""
    known = dict(Person.objects.filter(municipality=home).values_list("pseudonym", "caseworker_id"))
    drafts: list[Draft] = []
    began: dict[uuid.UUID, tuple[User, dt.date]] = {}
    for ago in range(OLDEST, NEWEST, -MONTHS_APART):
        rows = list(person_queries.on_benefit_in(home.pk, _first_of_month(today, ago)))
        for number, place in enumerate(rng.permutation(len(rows))):
            if number == len(guides) * FORMER_EACH_TIME:
                break
            row = rows[int(place)]
            if row.person in began or known.get(row.person) is not None:
                continue
            guide = guides[number % len(guides)]
            day = _first_of_month(today, ago) + dt.timedelta(days=int(rng.integers(0, 56)))
            began[row.person] = guide, day
            if row.person not in known:
                home_now = HOUSEHOLDS.get(row.household or "", "")
                woman, law = row.gender == "2", row.law or ""
                told = Known(row.birth_month, row.start_date, home_now, woman, law)
                drafts.append(_closed_file(row.person, told, guide, day, rng))
    people = write_files(home, drafts, guides[0])
    _plans(home, began, today)
    close_files(home, people, today - dt.timedelta(days=30))
    _still_guided(home, began)


def _closed_file(
    person: uuid.UUID, known: Known, guide: User, day: dt.date, rng: np.random.Generator
) -> Draft:
    file = draw_file(known, day, rng, guided=False)
    return Draft(replace(file, goal=None, steps=(), evaluate_on=None), guide, person)


def _still_guided(home: Municipality, began: Mapping[uuid.UUID, tuple[User, dt.date]]) -> None:
    """Let some of them still have their caseworker, so that follow-ups come due."""
    kept: Counter[int] = Counter()
    guides: dict[int, User] = {}
    for person in Person.objects.filter(
        municipality=home, pseudonym__in=began, caseworker=None, closed_on=None
    ).order_by("pk"):
        guide = began[person.pseudonym][0] if person.pseudonym else None
        if guide is not None and kept[guide.pk] < STILL_GUIDED:
            kept[guide.pk] += 1
            guides[person.pk] = guide
    hand_out(home, guides)


def _first_of_month(today: dt.date, ago: int) -> dt.date:
    return months_after(today, -ago).replace(day=1)


def _plans(
    home: Municipality, began: Mapping[uuid.UUID, tuple[User, dt.date]], today: dt.date
) -> None:
    people = Person.objects.filter(municipality=home, pseudonym__in=began, plans=None)
    rows = []
    for person, pseudonym in people.order_by("pk").values_list("pk", "pseudonym"):
        if pseudonym is None:
            continue
        guide, day = began[pseudonym]
        closed = min(day + dt.timedelta(days=240), today)
        rows.append(
            Plan(
                municipality=home,
                person_id=person,
                made_on=day,
                made_by=guide,
                result="stops",
                evaluated_on=closed,
                closed_on=closed,
            )
        )
    add_past(home, rows)


def _follow_ups(home: Municipality, today: dt.date, rng: np.random.Generator) -> int:
    """Answer moments that have passed, for a share of the people."""
    rows: list[FollowUpAnswer] = []
    plans = Plan.objects.filter(municipality=home, person__decisions=None)
    for plan in plans.select_related("person", "made_by").order_by("pk"):
        spells = spells_of(plan.person)
        for moment in moments(plan.made_on):
            if moment.on > today or rng.random() > TOLD:
                continue
            day = min(moment.on + dt.timedelta(days=int(rng.integers(0, 20))), today)
            files = according_to_files(spells, day).working
            rows += _answers(plan, moment.months, day, _said(files, rng), rng)
    add_past(home, rows)
    return len({(row.plan_id, row.months) for row in rows})


def _said(files: Working, rng: np.random.Generator) -> Working:
    """Return what somebody says: mostly what the files say, now and then something else."""
    luck = rng.random()
    if luck < SAID_OTHERWISE:
        return Working.YES if files is Working.NO else Working.NO
    if files is Working.UNKNOWN:
        return Working.YES if luck < 0.35 else Working.NO
    return files


def _answers(
    plan: Plan, months: int, day: dt.date, working: Working, rng: np.random.Generator
) -> list[FollowUpAnswer]:
    given = [(Question.WORKING, working.value)]
    if working is Working.YES:
        given.append((Question.HOURS, str(int(rng.choice([8, 16, 20, 24, 28, 32, 36, 40])))))
        given.append((Question.SAME_JOB, str(rng.choice(["first", "same", "other"]))))
    if rng.random() < 0.7:
        given.append((Question.CONTENT, str(rng.choice(["yes", "yes", "partly", "no"]))))
    return [
        FollowUpAnswer(
            municipality_id=plan.municipality_id,
            person_id=plan.person_id,
            plan=plan,
            months=months,
            question=question.value,
            answer=answer,
            by_jobseeker=False,
            given_by=plan.made_by,
            given_on=day,
        )
        for question, answer in given
    ]


def _step_outcomes(home: Municipality, today: dt.date, rng: np.random.Generator) -> None:
    done = Step.objects.filter(municipality=home, state=StepState.DONE.value)
    add_past(
        home,
        [
            StepOutcome(
                municipality=home,
                person_id=step.person_id,
                step=step,
                outcome=CAME[int(rng.integers(len(CAME)))].value,
                by_jobseeker=False,
                given_by=step.plan.made_by,
                given_on=step.settled_on or today,
            )
            for step in done.select_related("plan__made_by").order_by("pk")
            if rng.random() < OUTCOME_TOLD
        ],
    )


def _look_back(chief: User, today: dt.date) -> None:
    for number, words in enumerate(TALKED):
        reflection.note_reflection(chief, words, today - dt.timedelta(days=50 - 40 * number))
    for what, days in AGREED:
        reflection.agree(chief, what, today + dt.timedelta(days=days))
