"""What happened after plans were made, for people of a load test: offers, choices, outcomes."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import Any

import numpy as np
from django.utils import timezone

from streekwerk.accounts.models import Municipality, User
from streekwerk.advice.result import SOMETHING_ELSE
from streekwerk.guidance.follow_up.moments import moments
from streekwerk.guidance.follow_up.questions import Question, Working
from streekwerk.guidance.plan.outcomes import CameOf
from streekwerk.guidance.plan.steps import StepState
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.offers import add_offer
from streekwerk.people.actions.rights_watch import watch_rights
from streekwerk.people.demo_decisions import OFFERS
from streekwerk.people.models import FollowUpAnswer, Person, Plan, Step, StepOutcome

DECISIONS, TOLD = 25, 0.6


def live(home: Municipality, chief: User, rng: np.random.Generator) -> None:
    """Let the people of ``home`` choose, say what came of steps and how it goes."""
    _offer(home, chief)
    _decide(home, rng)
    _outcomes(home, rng)
    _follow_ups(home, rng)
    watch_rights(home)


def _offer(home: Municipality, chief: User) -> None:
    today = timezone.localdate()
    for measure, title, provider, days, hours, weeks, _places in OFFERS:
        values: dict[str, Any] = {
            "measure": measure,
            "title": title,
            "provider": provider,
            "place": home.name,
            "starts_on": None if days is None else today + timedelta(days=days),
            "hours_per_week": hours,
            "weeks": weeks,
        }
        add_offer(chief, values)


def _decide(home: Municipality, rng: np.random.Generator) -> None:
    guided = Person.objects.filter(municipality=home, caseworker__isnull=False).order_by("pk")
    for person in islice(guided.select_related("caseworker", "municipality__region"), DECISIONS):
        if person.caseworker is None:
            continue
        shown = show_advice(person.caseworker, person)
        keys = [option.key for option in shown.record.given().options]
        key = str(rng.choice([each for each in keys if each != SOMETHING_ELSE]))
        decide(person.caseworker, person, Chosen(options=(key,), together=True, wish=key), shown)


def _outcomes(home: Municipality, rng: np.random.Generator) -> None:
    done = Step.objects.filter(
        municipality=home, state=StepState.DONE.value, settled_on__isnull=False
    )
    kinds = list(CameOf)
    StepOutcome.objects.bulk_create(
        StepOutcome(
            municipality=home,
            person_id=step.person_id,
            step=step,
            outcome=kinds[int(rng.integers(len(kinds)))].value,
            by_jobseeker=False,
            given_by_id=step.plan.made_by_id,
            given_on=step.settled_on,
        )
        for step in done.select_related("plan")
        if rng.random() < TOLD
    )


def _follow_ups(home: Municipality, rng: np.random.Generator) -> None:
    today = timezone.localdate()
    FollowUpAnswer.objects.bulk_create(
        FollowUpAnswer(
            municipality=home,
            person_id=plan.person_id,
            plan=plan,
            months=moment.months,
            question=Question.WORKING.value,
            answer=(Working.YES if rng.random() < 0.4 else Working.NO).value,
            by_jobseeker=False,
            given_by_id=plan.made_by_id,
            given_on=min(moment.on, today),
        )
        for plan in Plan.objects.filter(municipality=home, person__decisions=None)
        for moment in moments(plan.made_on)
        if moment.on <= today and rng.random() < TOLD
    )
