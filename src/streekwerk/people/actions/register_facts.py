"""Take over in files what the benefit register knows, so that nobody is asked for it again.

When a file is opened, and at night for everybody with an open file, so that a new delivery
reaches the files. What somebody said or corrected stays: where a person or a document spoke
last, the register's value is shown beside it and does not take its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality, User
from streekwerk.guidance.file.field import Plain
from streekwerk.guidance.file.from_register import FILLED_IN
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.people.models import Fact, Person
from streekwerk.people.queries.facts import latest
from streekwerk.people.queries.registered import Says, register_says

AT_ONCE = 1_000
BORN = "birth_date"
ONLY_THE_MONTH = "De registratie kent alleen de maand. Vul de juiste dag in."


@transaction.atomic
def take_over(user: User, person: Person) -> int:
    """Write down what the register knows of one person; return how many fields that were."""
    made = _write(person.municipality_id, [person])
    if made:
        fields = sorted(each.field for each in made)
        audit.record(user, "file.register_taken_over", person, fields=fields)
        person.refresh_from_db(fields=[BORN])
    return len(made)


@transaction.atomic
def take_over_for_all(home: Municipality) -> int:
    """Write down what the newest delivery changed, for every open file; return how many facts."""
    people = Person.objects.filter(municipality=home, closed_on=None, pseudonym__isnull=False)
    whole, count = list(people.order_by("pk")), 0
    for start in range(0, len(whole), AT_ONCE):
        count += len(_write(home.pk, whole[start : start + AT_ONCE]))
    audit.record(None, "files.register_taken_over", home, municipality=home, facts=count)
    return count


def _write(municipality_id: int, people: Sequence[Person]) -> list[Fact]:
    says = register_says(municipality_id, people)
    had: dict[int, dict[str, Fact]] = defaultdict(dict)
    for fact in latest(people).filter(field__in=(*FILLED_IN, BORN)) if says else ():
        had[fact.person_id][fact.field] = fact
    found = [
        fact
        for person in people
        if person.pk in says
        for fact in _new_facts(person, says[person.pk], had[person.pk])
    ]
    made = Fact.objects.bulk_create(found)
    for fact in made:
        # Lists read a birth date beside the person.
        if fact.field == BORN:
            born = date.fromisoformat(str(fact.value))
            Person.objects.filter(pk=fact.person_id).update(birth_date=born)
    return made


def _new_facts(person: Person, says: Says, had: Mapping[str, Fact]) -> Iterator[Fact]:
    for field in FILLED_IN:
        before = had.get(field)
        value = says.values.get(field, says.ended.get(field) if before else None)
        if value is not None and _gives_way(before, value):
            yield _fact(person, field, value, says.on)
    if says.birth_month and (BORN not in had or _is_open(had[BORN])):
        yield _fact(person, BORN, says.birth_month.isoformat(), says.on, ONLY_THE_MONTH)


def _gives_way(before: Fact | None, value: Plain) -> bool:
    """Whether the register fills in a field: nobody said anything, or only the register did."""
    if before is None or _is_open(before):
        return True
    return before.source == FactSource.REGISTER and before.value != value


def _is_open(fact: Fact) -> bool:
    return fact.state == FactState.NOT_YET


def _fact(person: Person, field: str, value: Plain, on: date, note: str = "") -> Fact:
    return Fact(
        municipality_id=person.municipality_id,
        person=person,
        field=field,
        value=value,
        source=FactSource.REGISTER.value,
        known_on=on,
        note=note,
    )
