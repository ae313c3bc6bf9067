"""The municipality's rhythm, open rights, and corrections that wait."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from tests.people.people import Table, today

from streekwerk.accounts.scope import Scope, acting
from streekwerk.guidance.conversation import ConversationKind
from streekwerk.people.actions import conversations, files
from streekwerk.people.actions.objections import answer_objection, object_to
from streekwerk.people.actions.reflection import set_rhythm
from streekwerk.people.actions.rights_watch import watch_rights
from streekwerk.people.models import ObjectionKind, Person, RightToAsk
from streekwerk.people.refusals import Refused
from streekwerk.people.rights_to_watch import WATCHED, question_of, rights_open
from streekwerk.people.signals import signals_of
from streekwerk.people.tasks import every_municipality
from streekwerk.rights import CATALOGUE, Municipality


def keys_of(person: Person) -> set[str]:
    return {each.key for each in signals_of([person])[person.pk]}


def test_the_rhythm_is_the_municipalitys_own(table: Table) -> None:
    talk = conversations.begin(table.alice, table.anna, ConversationKind.INTAKE)
    conversations.round_off(table.alice, talk)
    Person.objects.filter(pk=table.anna.pk).update(last_contact_on=today() - dt.timedelta(weeks=5))
    assert "lang-geen-contact" not in keys_of(table.anna)
    set_rhythm(table.bob, 4)
    assert "lang-geen-contact" in keys_of(table.anna)
    set_rhythm(table.bob, 5)
    assert "lang-geen-contact" not in keys_of(table.anna)


def test_the_team_manager_sets_the_rhythm_and_within_a_year(table: Table) -> None:
    for other in (table.alice, table.anna_herself):
        with pytest.raises(PermissionDenied):
            set_rhythm(other, 4)
    for weeks in (0, 53):
        with pytest.raises(Refused):
            set_rhythm(table.bob, weeks)


def test_only_what_the_file_points_to_is_watched(table: Table) -> None:
    home = table.anna.municipality
    assert watch_rights(home) == 0
    files.record(table.alice, table.anna, "household", "single_parent")
    files.record(table.alice, table.anna, "law:algemene_bijstand", True)
    assert watch_rights(home) == watch_rights(home) == 1
    right = RightToAsk.objects.get()
    assert right.rule == "ontheffing-alleenstaande-ouder"
    assert question_of(right.question) is not None
    assert "recht-te-vragen" in keys_of(table.anna)
    assert "recht-te-vragen" not in keys_of(table.dirk)
    files.record(table.alice, table.anna, f"law:{right.question}", False)
    assert "recht-te-vragen" not in keys_of(table.anna)


def test_who_has_it_misses_nothing() -> None:
    file = {"work_needs": ["place"], "law:algemene_bijstand": True, "birth_date": "1980-01-01"}
    day = dt.date(2026, 7, 1)
    assert [each.rule for each in rights_open(file, (), day, Municipality())] == [
        "werkplekaanpassing"
    ]
    has = next(each.measures for each in WATCHED if each.rule == "werkplekaanpassing")
    assert rights_open(file, has, day, Municipality()) == ()


def test_every_watched_right_is_in_the_law_and_says_why() -> None:
    assert {each.rule for each in WATCHED} <= {each.key for each in CATALOGUE}
    assert all(each.why.nl and each.why.en for each in WATCHED)


def test_a_correction_waits_until_it_is_answered(table: Table) -> None:
    said = object_to(table.anna_herself, table.anna, ObjectionKind.DATA, "Ik woon niet alleen")
    assert "verbetering-wacht" in keys_of(table.anna)
    answer_objection(table.alice, said, "Aangepast, dank u")
    assert "verbetering-wacht" not in keys_of(table.anna)


def test_the_night_works_for_each_municipality_apart(table: Table) -> None:
    files.record(table.alice, table.anna, "household", "single_parent")
    with acting(Scope()):
        every_municipality()
    assert RightToAsk.objects.get().municipality_id == table.anna.municipality_id
    assert table.charlie.municipality_id is not None
    with acting(Scope.of_municipality(table.charlie.municipality_id)):
        assert not RightToAsk.objects.exists()
