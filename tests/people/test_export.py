"""Everything about Anna, held against the catalogue of the database: no table can be forgotten."""

from __future__ import annotations

import datetime as dt
import json
import uuid

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection, models
from django.utils import timezone
from tests.people.people import Table

from streekwerk.accounts import audit
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries import person_queries
from streekwerk.deliveries.actions.leaving_out import leave_out
from streekwerk.guidance.consents import Purpose
from streekwerk.guidance.instrument.answers import Answer, AnswerKind
from streekwerk.guidance.plan.steps import Who
from streekwerk.people import export, export_words
from streekwerk.people.actions import consents, diagnosis, files, plans, replies, requests
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.fields import field_of
from streekwerk.people.models import Person

# Refers to the account of somebody who works here.
NOT_ABOUT_A_JOBSEEKER = {"accounts_rightsreview"}
# The same for every row: whose it is. The key in the database means nothing outside it.
LEFT_AWAY = {"id", "person_id", "municipality_id"}


def columns(name: str) -> dict[str, set[str]]:
    """Return the columns of every table that has one called ``name``, from the catalogue."""
    query = """
        select table_name, column_name from information_schema.columns where table_schema = 'public'
            and table_name in (select table_name from information_schema.columns
                where table_schema = 'public' and column_name = %s)
    """
    found: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(query, [name])
        for table, column in cursor.fetchall():
            found.setdefault(table, set()).add(column)
    return found


def filled(table: Table) -> Person:
    """Return Anna with something in many tables, and Dirk with his own secret."""
    anna, alice, herself = table.anna, table.alice, table.anna_herself
    files.record(alice, anna, "wish_work", "Weer in een keuken werken")
    files.record(table.carol, table.dirk, "wish_work", "geheim-van-dirk")
    plans.add_step(alice, anna, plans.NewStep("Bellen met Jan", Who.JOBSEEKER))
    asked = diagnosis.begin(herself, anna)
    diagnosis.answer(herself, asked, Answer("search_do", AnswerKind.LEVEL, 2, "Elke week"))
    advice = show_advice(alice, anna)
    decide(alice, anna, Chosen(("not_now",), together=True, wish_words="Lassen"), advice)
    replies.prefer(herself, anna, advice, "not_now")
    consents.say(herself, anna, Purpose.RESEARCH, given=True, language="nl")
    requests.ask_help(herself, anna, "Hulp bij mijn cv")
    audit.looked(alice, anna, "caseworker:person")
    return anna


def test_every_table_and_every_column_about_a_person_is_in_it(table: Table) -> None:
    anna = filled(table)
    made = export.everything(table.anna_herself, anna, timezone.now())
    of = {model._meta.db_table: model for model in export.tables()}
    there = {name: kept for name, kept in columns("person_id").items()
             if name not in NOT_ABOUT_A_JOBSEEKER}  # fmt: skip
    assert {*of} == {*there, "people_person"}
    for name, kept in there.items():
        model, rows = of[name], made["file"][of[name]._meta.model_name]
        assert len(rows) == model._default_manager.filter(person=anna).count(), name
        attribute = {field.name: field.column for field in model._meta.concrete_fields}
        for row in rows:
            assert {attribute[key] for key in row} == kept - LEFT_AWAY, name
    assert sum(bool(rows) for rows in made["file"].values()) >= 12


def test_it_says_what_the_database_holds_and_nothing_of_anybody_else(table: Table) -> None:
    anna = filled(table)
    with acting(Scope.of(table.anna_herself)):
        made = export.everything(table.anna_herself, anna, timezone.now())
    text = json.dumps(made, ensure_ascii=False)
    for word in ("Weer in een keuken", "Bellen met Jan", "Elke week", "Lassen", "Hulp bij mijn cv"):
        assert word in text
    assert "geheim-van-dirk" not in text
    assert [look["page"] for look in made["looked"]] == ["caseworker:person"]
    assert made["account"]["username"] == "anna"
    (advice,) = made["file"]["advicerecord"]
    assert advice["advice"]["options"], "the advice as it was stored"
    assert json.loads(text) == made


def test_records_of_deliveries_are_in_it_under_the_own_pseudonym(table: Table) -> None:
    mine, home = uuid.uuid4(), table.anna.municipality
    Person.objects.filter(pk=table.anna.pk).update(pseudonym=mine)
    table.anna.refresh_from_db()
    for who in (mine, uuid.uuid4()):
        leave_out(table.alice, home, who, out=True)
    made = export.everything(table.anna_herself, table.anna, timezone.now())["records"]
    there = {
        model._meta.model_name
        for model in apps.get_app_config("deliveries").get_models()
        if model._meta.db_table in columns("person")
    }
    assert {*made} == there
    assert [row["out"] for row in made["leftout"]] == [True]


def test_tables_of_records_are_found_by_their_column(db: None) -> None:
    found = {model._meta.db_table for model in person_queries.tables_about_people()}
    assert found == {name for name in columns("person") if name.startswith("deliveries_")}


def test_everything_shown_has_a_name_in_both_languages(table: Table) -> None:
    for model in export.tables():
        assert model.__name__ in export_words.TABLES, "name it in people/export_words.py"
        for field in model._meta.concrete_fields:
            if field.name not in {"id", "person", "municipality"} | export_words.TECHNICAL:
                assert field.name in export_words.COLUMNS, (model, field.name)


def test_it_is_shown_in_words_and_not_in_codes(table: Table) -> None:
    found = {section.key: section for section in export.sections(table.alice, filled(table))}
    said = [{label.nl: value.nl for label, value in row} for row in found["fact"].shown]
    (wish,) = [row for row in said if row["waarde"] == "Weer in een keuken werken"]
    assert (wish["over"], wish["bron"]) == (
        field_of("wish_work").label.nl,
        "verteld door de werkzoekende",
    )
    (step,) = [row for row in found["step"].shown if "Bellen met Jan" in str(row)]
    assert ("wie", "de werkzoekende") in [(k.nl, v.nl) for k, v in step]
    (answer,) = found["diagnosisanswer"].shown
    assert all(v.nl not in {"level", "search_do"} for _k, v in answer)


def test_strangers_get_nothing(table: Table) -> None:
    for user in (table.dirk_himself, table.charlie, table.carol):
        with pytest.raises(PermissionDenied):
            export.everything(user, table.anna, timezone.now())


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (dt.date(2026, 5, 4), "2026-05-04"),
        (dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC), "2026-05-04T09:30:00+00:00"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ([1, "a"], [1, "a"]),
        (None, None),
        (models.DecimalField().to_python("1.50"), "1.50"),
    ],
)
def test_values_are_plain(value: object, kept: object) -> None:
    assert export.plain(value) == kept
