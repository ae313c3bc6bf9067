"""Reasons to look at somebody's file today: facts about agreements, never about chances.

A part adds its reasons with :func:`signal`. Each is a condition on people that the
database answers, so that a whole list takes one query; what it looks up, it looks up for
one person (``Exists`` with ``OuterRef``), not for a whole municipality first. They have no
weight and no order of importance; a list shows which hold, in its neutral order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils import timezone

from streekwerk.guidance.cycle import Rhythm
from streekwerk.people.models import ContactRhythm, Conversation, Person, Plan
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason.

    Attributes
    ----------
    key : its name in addresses.
    words : the reason, short, as a list shows it.
    holds : condition on :class:`Person` for a day.
    """

    key: str
    words: Text
    holds: Callable[[date], Q]


DAYS_IN_A_WEEK = 7
SIGNALS: dict[str, Signal] = {}


def signal(key: str, words: Text) -> Callable[[Callable[[date], Q]], Callable[[date], Q]]:
    """Register the condition below as a reason to look at somebody's file."""

    def register(holds: Callable[[date], Q]) -> Callable[[date], Q]:
        SIGNALS[key] = Signal(key, words, holds)
        return holds

    return register


def signals_of(people: Iterable[Person]) -> dict[int, tuple[Signal, ...]]:
    """Return which reasons hold for each of ``people`` (by id), in one query."""
    ids = [person.pk for person in people]
    found = reasons_among(Person.objects.filter(pk__in=ids))
    return {pk: found.get(pk, ()) for pk in ids}


def reasons_among(people: QuerySet[Person]) -> dict[int, tuple[Signal, ...]]:
    """Return the reasons that hold for everybody in ``people`` (by id), in its order.

    One query, however many reasons: the database works each out for these people only.
    """
    today, every = timezone.localdate(), tuple(SIGNALS.values())
    asked = {f"reason{place}": _flag(each.holds(today)) for place, each in enumerate(every)}
    rows = people.select_related(None).annotate(**asked).values_list("pk", *asked)
    return {
        pk: tuple(each for each, holds in zip(every, flags, strict=True) if holds)
        for pk, *flags in rows
    }


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False))


@signal("afspraak-voorbij", Text("afgesproken dag is voorbij", "an agreed day has passed"))
def agreed_day_passed(today: date) -> Q:
    """Hold when a step or looking back was agreed for a day that has passed."""
    return Q(next_on__lt=today)


@signal("gesprek-open", Text("gesprek nog niet afgerond", "conversation not rounded off"))
def conversation_open(_today: date) -> Q:
    """Hold when a conversation was begun and not rounded off."""
    return Q(Exists(Conversation.objects.filter(person=OuterRef("pk"), closed_at=None)))


@signal("lang-geen-contact", Text("al een tijd geen gesprek", "no conversation for a while"))
def no_contact(today: date) -> Q:
    """Hold when the last conversation was longer ago than the rhythm, or there was none."""
    return Q(last_contact_on__lt=_contact_since(today)) | Q(last_contact_on=None)


def _contact_since(today: date) -> Combinable:
    """Return the day before which a conversation is long ago, by the municipality's own rhythm."""
    own = ContactRhythm.objects.filter(municipality=OuterRef("municipality"))
    weeks = Coalesce(
        Subquery(own.order_by("-pk").values("weeks")[:1]),
        Value(Rhythm().contact_days // DAYS_IN_A_WEEK),
        output_field=IntegerField(),
    )
    day = Value(today, output_field=DateField())
    return ExpressionWrapper(day - weeks * Value(DAYS_IN_A_WEEK), output_field=DateField())


@signal("geen-plan", Text("nog geen plan", "no plan yet"))
def no_plan(_today: date) -> Q:
    """Hold when no plan is open."""
    return ~Q(Exists(Plan.objects.filter(person=OuterRef("pk"), closed_on=None)))
