"""Reasons to pay attention to an employer today: facts about agreements and contact.

A part adds its reasons with :func:`signal`. Each is a condition on employers that the
database answers, so that a whole list takes one query a reason. They have no weight: a list
shows which hold, and stays in its neutral order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from streekwerk.partners.choices import Side
from streekwerk.partners.models import Agreement, Employer, Evaluation
from streekwerk.vocabulary.language import Text

# After how many days without contact one is asked to call: our own rhythm, twice a year.
CONTACT_DAYS = 182


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason: its name in addresses, its words, and the condition for a day."""

    key: str
    words: Text
    holds: Callable[[date], Q]


SIGNALS: dict[str, Signal] = {}


def signal(key: str, words: Text) -> Callable[[Callable[[date], Q]], Callable[[date], Q]]:
    """Register the condition below as a reason to pay attention to an employer."""

    def register(holds: Callable[[date], Q]) -> Callable[[date], Q]:
        SIGNALS[key] = Signal(key, words, holds)
        return holds

    return register


def any_signal(today: date | None = None) -> Q:
    """Return the condition that at least one reason holds."""
    day = today or timezone.localdate()
    found = Q(pk__in=())
    for each in SIGNALS.values():
        found |= each.holds(day)
    return found


def signals_of(employers: Iterable[Employer]) -> dict[int, tuple[Signal, ...]]:
    """Return which reasons hold for each of ``employers`` (by id): one query a reason."""
    ids = [employer.pk for employer in employers]
    today = timezone.localdate()
    found: dict[int, list[Signal]] = {each: [] for each in ids}
    for each in SIGNALS.values():
        holds = Employer.objects.filter(each.holds(today), pk__in=ids)
        for pk in holds.values_list("pk", flat=True):
            found[pk].append(each)
    return {pk: tuple(reasons) for pk, reasons in found.items()}


def counted(employers: QuerySet[Employer]) -> dict[str, int]:
    """Return for how many of ``employers`` each reason holds: one query a reason."""
    today = timezone.localdate()
    return {key: employers.filter(each.holds(today)).count() for key, each in SIGNALS.items()}


@signal("afspraak", Text("afspraak: vandaag of eerder", "agreement: today or earlier"))
def agreement_due(today: date) -> Q:
    """Hold when the day to look how an agreement goes, or by which it was due, has come."""
    return Q(next_on__lte=today)


@signal("geen-contact", Text("een half jaar geen contact", "no contact for half a year"))
def no_contact(today: date) -> Q:
    """Hold when the last contact was longer ago than half a year, or there was none."""
    since = today - timedelta(days=CONTACT_DAYS)
    return Q(last_contact_on__lt=since) | Q(last_contact_on=None)


@signal("terugblik", Text("terugblik van de regio ontbreekt", "the region has not looked back"))
def evaluation_open(_today: date) -> Q:
    """Hold when an agreement ended and the region has not looked back on it."""
    return Q(pk__in=to_look_back(Side.REGION).values("employer"))


def to_look_back(side: Side) -> QuerySet[Agreement]:
    """Return the agreements that ended and that ``side`` has not looked back on."""
    done = Evaluation.objects.filter(agreement=OuterRef("pk"), side=side.value)
    return Agreement.objects.filter(~Exists(done), ended_on__isnull=False)
