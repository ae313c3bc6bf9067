"""What the benefit register says of people with a file, in terms of the fields of a file."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from streekwerk.deliveries import person_queries
from streekwerk.deliveries.person_queries import BenefitNow
from streekwerk.guidance.file.field import Plain
from streekwerk.guidance.file.from_register import Registered, values_from, values_without_benefit
from streekwerk.people.models import Person
from streekwerk.people.queries.facts import FieldNow
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Says:
    """What the newest month says of one person.

    Attributes
    ----------
    on : the day on which it held, the last of the month.
    values : by field; empty for who has no running benefit.
    ended : what holds now of fields that an earlier month filled in.
    birth_month : the register has no day of birth.
    """

    on: date
    values: Mapping[str, Plain] = field(default_factory=dict)
    ended: Mapping[str, Plain] = field(default_factory=values_without_benefit)
    birth_month: date | None = None


def register_says(municipality_id: int, people: Sequence[Person]) -> dict[int, Says]:
    """Return what the register says, by id of the person; nobody before the first delivery."""
    known = {each.pk: each.pseudonym for each in people if each.pseudonym}
    now, month = person_queries.benefits_now(municipality_id, known.values())
    if month is None:
        return {}
    return {
        pk: _of(now[pseudonym]) if pseudonym in now else Says(_last_day(month))
        for pk, pseudonym in known.items()
    }


def differing(person: Person, fields: Iterable[FieldNow]) -> dict[str, Text]:
    """Return, by field, what the register says in words where the file says something else.

    What somebody said goes before the register; both are shown.
    """
    says = register_says(person.municipality_id, [person]).get(person.pk)
    if says is None:
        return {}
    found = ((each, says.values.get(each.field.key)) for each in fields if each.is_known)
    return {
        each.field.key: each.field.say(value)
        for each, value in found
        if value is not None and value != each.value
    }


def _of(now: BenefitNow) -> Says:
    on = _last_day(now.month)
    told = Registered(on, now.laws, now.since, now.birth_month, now.household)
    return Says(on, values_from(told), birth_month=now.birth_month)


def _last_day(month: date) -> date:
    day = month.replace(day=monthrange(month.year, month.month)[1])
    return min(day, timezone.localdate())
