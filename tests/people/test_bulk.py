"""Files written all at once hold what files written one by one would hold."""

from __future__ import annotations

import uuid

import numpy as np
from django.db.models import Min, Q
from tests.people.people import Table, today

from streekwerk.demo.guidance import Known, draw_file
from streekwerk.people import queries
from streekwerk.people.actions.bulk import Draft, write_files
from streekwerk.people.fields import field_of
from streekwerk.people.models import Fact, Person
from streekwerk.people.timeline import timeline
from streekwerk.vocabulary.searching import searchable


def drafts(table: Table, count: int) -> list[Draft]:
    """Draw files, half of them guided by Alice."""
    rng = np.random.default_rng(7)
    known = Known(
        today().replace(year=1985, day=1), today().replace(year=2020), "single", woman=True
    )
    return [
        Draft(
            draw_file(known, today(), rng, guided=n % 2 == 0), table.alice if n % 2 == 0 else None
        )
        for n in range(count)
    ]


def test_what_is_kept_beside_a_person_follows_from_the_rows(table: Table) -> None:
    people = write_files(table.anna.municipality, drafts(table, 60), table.bob)
    assert len(people) == 60
    assert {person.fictitious for person in people} == {True}
    for person in Person.objects.filter(pk__in=[each.pk for each in people]).annotate(
        due=Min("steps__due", filter=Q(steps__state="planned", steps__plan__closed_on=None)),
        look_back=Min("plans__evaluate_on", filter=Q(plans__closed_on=None)),
    ):
        days = [day for day in (person.due, person.look_back) if day]
        assert person.next_on == min(days, default=None)
        last = person.conversations.first()
        assert person.last_contact_on == (last.held_on if last else None)
        assert person.search_name == searchable(f"{person.last_name} {person.first_name}")
        assert timeline(table.bob, person)[0].on <= today()


def test_every_value_is_one_its_field_takes(table: Table) -> None:
    write_files(table.anna.municipality, drafts(table, 60), table.bob)
    for fact in Fact.objects.exclude(value=None):
        assert field_of(fact.field).clean(fact.value) == fact.value
    assert queries.visible_to(table.alice).count() == 31


def test_the_same_seed_gives_the_same_file_and_a_pseudonym_one_file(table: Table) -> None:
    first, second = (drafts(table, 5) for _ in range(2))
    assert [each.file for each in first] == [each.file for each in second]
    pseudonym = uuid.uuid4()
    (person,) = write_files(
        table.anna.municipality, [Draft(first[0].file, None, pseudonym)], table.bob
    )
    assert person.pseudonym == pseudonym
