"""Who was guided from when, by whom, what was known then, and what happened after.

One row for each person: from the first plan or decision, counted to whoever made it. What
happened is what people said; where nobody said anything, what the benefit files say. For
nobody else's eyes than the system's: pages show sums of it, with their intervals.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from django.db.models import Func, Max, QuerySet, TextField

from streekwerk.deliveries import person_queries
from streekwerk.deliveries.queries import in_force
from streekwerk.evidence.casemix import Cases
from streekwerk.guidance.follow_up.moments import months_after
from streekwerk.guidance.follow_up.questions import Question, Working
from streekwerk.guidance.follow_up.register import Spell, according_to_files
from streekwerk.people.models import Decision, Destruction, Fact, FollowUpAnswer, Person, Plan
from streekwerk.people.queries.follow_ups import FOR_WORK

HORIZONS = (6, 12)
YEARS = 5
_DAYS_A_MONTH = 30.4375
_OUTCOMES = {Working.YES: 1.0, Working.NO: 0.0, Working.UNKNOWN: float("nan")}
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Trajectories:
    """Everybody who was guided, by person; arrays are (n,).

    Attributes
    ----------
    person, by : ids of the person and of who made the first plan or decision.
    began : the day of that.
    features : what was known at the start, as case mix takes it.
    worked : by horizon in months: 1, 0, or NaN for not known or not yet.
    """

    person: npt.NDArray[np.int64]
    by: npt.NDArray[np.int64]
    began: tuple[date, ...]
    features: Mapping[str, npt.NDArray[np.float64] | npt.NDArray[np.object_]]
    worked: Mapping[int, Floats]
    today: date

    def reached(self, months: int) -> npt.NDArray[np.bool_]:
        """Return for whom ``months`` have passed, (n,)."""
        last = months_after(self.today, -months)
        return np.array([day <= last for day in self.began], dtype=np.bool_)

    def cases(self, months: int, rows: npt.NDArray[np.bool_]) -> Cases:
        """Return ``rows`` (n,) as cases with what happened after ``months``."""
        chosen = {name: values[rows] for name, values in self.features.items()}
        return Cases(chosen, self.worked[months][rows])


def trajectories_of(municipality_id: int, today: date) -> Trajectories:
    """Return everybody who was guided in a municipality in the last years."""
    return _read(municipality_id, today, _version(municipality_id))


def _version(municipality_id: int) -> tuple[int, ...]:
    """Return what changes when anything of it may have changed: rows are added, files end."""
    tables = (FollowUpAnswer, Plan, Decision, Fact)
    newest = [
        table.objects.filter(municipality_id=municipality_id).aggregate(top=Max("pk"))["top"]
        for table in tables
    ]
    files = in_force([municipality_id]).aggregate(top=Max("pk"))["top"]
    ended = Destruction.objects.filter(municipality_id=municipality_id, person=None).count()
    return tuple(each or 0 for each in (*newest, files, ended))


class _Known(NamedTuple):
    """What is needed of a person; thousands are read at a time."""

    pk: int
    pseudonym: uuid.UUID | None
    birth_date: date | None


@lru_cache(maxsize=64)
def _read(municipality_id: int, today: date, _version: tuple[int, ...]) -> Trajectories:
    began = _began(municipality_id, today)
    guided = _guided(municipality_id, today)
    found = Person.objects.filter(pk__in=guided, municipality_id=municipality_id).order_by("pk")
    people = [_Known(*row) for row in found.values_list("pk", "pseudonym", "birth_date")]
    answers = _answers(municipality_id)
    spells = _spells(municipality_id, [each.pseudonym for each in people if each.pseudonym])
    worked = {
        months: np.array(
            [_worked(each, began[each.pk][0], months, today, answers, spells) for each in people],
            dtype=np.float64,
        )
        for months in HORIZONS
    }
    return Trajectories(
        person=np.array([each.pk for each in people], dtype=np.int64),
        by=np.array([began[each.pk][1] for each in people], dtype=np.int64),
        began=tuple(began[each.pk][0] for each in people),
        features=_features(people, began, _first_told(guided)),
        worked=worked,
        today=today,
    )


def _guided(municipality_id: int, today: date) -> QuerySet[Plan, Any]:
    """Return the people with a plan or decision: a question within others, not a list of them."""
    since = months_after(today, -12 * YEARS)
    plans = Plan.objects.filter(municipality_id=municipality_id, made_on__gte=since)
    decisions = Decision.objects.filter(municipality_id=municipality_id, decided_on__gte=since)
    return plans.order_by().values("person_id").union(decisions.order_by().values("person_id"))


def _began(municipality_id: int, today: date) -> dict[int, tuple[date, int]]:
    """Return by person the first day and who made that plan or decision."""
    since = months_after(today, -12 * YEARS)
    plans = Plan.objects.filter(municipality_id=municipality_id, made_on__gte=since)
    decisions = Decision.objects.filter(municipality_id=municipality_id, decided_on__gte=since)
    found: dict[int, tuple[date, int]] = {}
    rows: Iterable[tuple[int, date, int]] = (
        *plans.values_list("person_id", "made_on", "made_by_id"),
        *decisions.values_list("person_id", "decided_on", "decided_by_id"),
    )
    for person, day, by in sorted(rows, key=lambda row: (row[1], row[2])):
        found.setdefault(person, (day, by))
    return found


def _answers(municipality_id: int) -> dict[int, list[tuple[date, str]]]:
    """Return what each person's follow-ups said on work, oldest first."""
    rows = FollowUpAnswer.objects.filter(
        municipality_id=municipality_id, question=Question.WORKING.value
    ).order_by("given_on", "pk")
    found: dict[int, list[tuple[date, str]]] = defaultdict(list)
    for person, day, answer in rows.values_list("person_id", "given_on", "answer"):
        found[person].append((day, answer))
    return found


def _spells(municipality_id: int, people: list[uuid.UUID]) -> dict[uuid.UUID, list[Spell]]:
    found = person_queries.benefits_of_many(municipality_id, people)
    return {
        person: [Spell(s.start, s.end, s.end_reason in FOR_WORK, s.last_month) for s in spells]
        for person, spells in found.items()
    }


def _worked(
    person: _Known,
    began: date,
    months: int,
    today: date,
    answers: Mapping[int, list[tuple[date, str]]],
    spells: Mapping[uuid.UUID, list[Spell]],
) -> float:
    """Return whether somebody worked ``months`` after the start; NaN where nobody knows."""
    day = months_after(began, months)
    if day > today:
        return float("nan")
    until = months_after(began, 2 * months)
    said = [Working(answer) for on, answer in answers.get(person.pk, ()) if day <= on < until]
    known: Working | None = next((each for each in said if each is not Working.UNKNOWN), None)
    if known is None and person.pseudonym is not None:
        known = according_to_files(spells.get(person.pseudonym, ()), day).working
    return _OUTCOMES[known] if known is not None else float("nan")


def _features(
    people: list[_Known],
    began: Mapping[int, tuple[date, int]],
    facts: Mapping[tuple[int, str], str],
) -> dict[str, npt.NDArray[np.float64] | npt.NDArray[np.object_]]:
    """Return the features of the allow-list as they were first told."""
    ages = [_years(each.birth_date, began[each.pk][0]) for each in people]
    since = [facts.get((each.pk, "benefit_since")) for each in people]
    months = [_months(value, began[each.pk][0]) for value, each in zip(since, people, strict=True)]
    return {
        "age": np.array(ages, dtype=np.float64),
        "months_on_benefit": np.array(months, dtype=np.float64),
        **{
            name: np.array([facts.get((each.pk, name)) for each in people], dtype=object)
            for name in ("household", "education_level")
        },
    }


def _first_told(guided: QuerySet[Plan, Any]) -> dict[tuple[int, str], str]:
    """Return by person and field what was told first.

    As PostgreSQL's own text: reading thousands of values as JSON takes longer than finding them.
    """
    fields = ("benefit_since", "household", "education_level")
    told = Fact.objects.filter(person__in=guided, field__in=fields).exclude(value=None)
    rows = told.annotate(text=_AsText("value")).values_list("pk", "person_id", "field", "text")
    found: dict[tuple[int, str], str] = {}
    for _pk, person, field, text in sorted(rows):
        found.setdefault((person, field), text)
    return found


class _AsText(Func):
    """The text of a JSON string, without its quotes."""

    template = "(%(expressions)s #>> '{}')"
    output_field = TextField()


def _years(born: date | None, day: date) -> float:
    return (day - born).days / (12 * _DAYS_A_MONTH) if born else float("nan")


def _months(since: object, day: date) -> float:
    if not isinstance(since, str):
        return float("nan")
    return max((day - date.fromisoformat(since)).days / _DAYS_A_MONTH, 0.0)
