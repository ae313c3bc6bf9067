"""Reasons to look at a file that follow from steps, outcomes, rights and corrections.

Facts about agreements and questions, like all of them; nothing here is a chance.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from streekwerk.guidance.plan.steps import StepState
from streekwerk.people.models import Fact, Objection, Person, Plan, RightToAsk, Step, StepOutcome
from streekwerk.people.queries.follow_ups import follow_up_due
from streekwerk.people.signals import signal
from streekwerk.vocabulary.language import Text

# A step that comes soon is worth a word beforehand.
SOON = timedelta(days=7)
# What came of a step is asked while people still remember it.
ASKED_WITHIN = timedelta(days=91)
# Half a year without looking back is long for any plan.
LOOKED_BACK_WITHIN = timedelta(days=182)


@signal("stap-komt", Text("afspraak in de komende week", "something agreed this coming week"))
def step_comes(today: date) -> Q:
    """Hold when something was agreed for the coming week."""
    return Q(next_on__gte=today, next_on__lte=today + SOON)


@signal("stap-zonder-uitkomst", Text("uitkomst van een stap onbekend", "unknown what came of it"))
def step_without_outcome(today: date) -> Q:
    """Hold when a step was done lately and nobody said what came of it."""
    return Q(Exists(_untold(today).filter(person=OuterRef("pk"))))


def _untold(today: date) -> QuerySet[Step]:
    told = StepOutcome.objects.filter(step=OuterRef("pk"))
    done = Step.objects.filter(state=StepState.DONE.value, settled_on__gte=today - ASKED_WITHIN)
    return done.filter(~Exists(told))


def first_untold_steps(people: Iterable[Person], today: date) -> dict[int, uuid.UUID]:
    """Return the first step nobody said the outcome of, by person, in one query."""
    found: dict[int, uuid.UUID] = {}
    steps = _untold(today).filter(person__in=[each.pk for each in people])
    for person, step in steps.order_by("settled_on", "pk").values_list("person_id", "public_id"):
        found.setdefault(person, step)
    return found


@signal("plan-zonder-uitkomst", Text("plan nog niet besproken", "plan not looked back on yet"))
def plan_without_outcome(today: date) -> Q:
    """Hold when a plan runs for half a year, nobody looked back and no day was agreed for it."""
    since = today - LOOKED_BACK_WITHIN
    running = Plan.objects.filter(
        person=OuterRef("pk"), closed_on=None, evaluate_on=None, made_on__lt=since
    )
    return Q(Exists(running.filter(Q(evaluated_on=None) | Q(evaluated_on__lt=since))))


@signal("terugblik", Text("vraag hoe het nu gaat", "ask how it is going now"))
def follow_up(today: date) -> Q:
    """Hold when 3, 6, 12 or 24 months have passed since a choice and nobody asked about work."""
    return follow_up_due(today)


def first_rights(people: Iterable[Person]) -> dict[int, RightToAsk]:
    """Return the first open right of each of these people, by its rule, in one query."""
    found: dict[int, RightToAsk] = {}
    rights = RightToAsk.objects.filter(person__in=[each.pk for each in people])
    for each in rights.order_by("rule"):
        found.setdefault(each.person_id, each)
    return found


@signal("recht-te-vragen", Text("misschien een recht gemist", "perhaps a right is missed"))
def right_to_ask(_today: date) -> Q:
    """Hold when a right could still be asked for, and nobody asked since it was worked out."""
    asked = Fact.objects.filter(
        person=OuterRef("person"), field=Concat(Value("law:"), OuterRef("question"))
    )
    return Q(Exists(RightToAsk.objects.filter(~Exists(asked), person=OuterRef("pk"))))


@signal(
    "verbetering-wacht", Text("bezwaar of verbetering wacht", "a correction or objection waits")
)
def correction_waits(_today: date) -> Q:
    """Hold when the jobseeker objected or asked for a correction and nobody answered."""
    return Q(Exists(Objection.objects.filter(person=OuterRef("pk"), answer=None)))
