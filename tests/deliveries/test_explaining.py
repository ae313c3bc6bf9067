"""An unknown table waits to be explained; the mapping and the import are one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from tests.deliveries.conftest import Town

from streekwerk.deliveries import incoming, person_queries, refusals
from streekwerk.deliveries.actions import checking, explaining, housekeeping, municipalities
from streekwerk.deliveries.models import Delivery, PersonFact, Source, State
from streekwerk.registers.sources.choices import build_mapping, default_choice
from streekwerk.registers.sources.mapping import ColumnMapping
from streekwerk.registers.sources.proposal import Role, propose

TABLE = (
    "Klant BSN;Peildatum;Opleiding;Uren;Nationaliteit\n"
    "999993653;01-01-2024;hbo;24,5;Nederlandse\n"
    "999990019;01-01-2024;vmbo;32;Turkse\n"
    "999990020;01-01-2024;onbekend;900;Syrische\n"
    "123456789;01-01-2024;hbo;8;Syrische\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "Intake 2024.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def waiting(town: Town, table: Path) -> Delivery:
    return town.deliver(table)


def mapping_for(town: Town, delivery: Delivery, name: str = "Intake") -> ColumnMapping:
    seen = explaining.look_at(town.cast.alice, delivery)
    choices = {p.column.place: default_choice(p.column, p.role) for p in propose(seen)}
    return build_mapping(name, seen, choices)


def test_an_unknown_table_waits_and_its_file_stays(town: Town, waiting: Delivery) -> None:
    assert waiting.state == State.UNMAPPED
    assert incoming.path_of(waiting.public_id) is not None
    housekeeping.keep_house()
    checking.check_waiting(waiting.municipality_id)
    waiting.refresh_from_db()
    assert waiting.state == State.UNMAPPED
    assert incoming.path_of(waiting.public_id) is not None


def test_the_same_table_twice_waits_once(town: Town, waiting: Delivery, table: Path) -> None:
    assert town.deliver(table).pk == waiting.pk
    assert Delivery.objects.count() == 1


def test_explained_it_is_read_and_next_time_recognised(
    town: Town, waiting: Delivery, table: Path
) -> None:
    explaining.explain(town.cast.alice, waiting, mapping_for(town, waiting))
    checking.check_waiting(waiting.municipality_id)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.source, waiting.rows) == (State.CHECKED, "Intake", 4)
    assert incoming.path_of(waiting.public_id) is None
    facts = set(PersonFact.objects.values_list("variable", "code", "number"))
    # The BSN that fails the test is a person all the same, and told as an error.
    assert facts == {
        ("education", "hoog", None),
        ("education", "laag", None),
        ("hours", None, 24.5),
        ("hours", None, 32.0),
        ("hours", None, 8.0),
    }
    assert "999993653" not in str(waiting.report)
    table.write_text(TABLE + "999990032;01-01-2024;mbo 4;20;Poolse\n", encoding="utf-8")
    assert town.deliver(table).state == State.CHECKED


def test_the_preview_says_what_the_import_then_says(town: Town, waiting: Delivery) -> None:
    mapping = mapping_for(town, waiting)
    before = explaining.preview(town.cast.alice, waiting, mapping)
    assert PersonFact.objects.count() == 0
    assert Source.objects.count() == 0
    explaining.explain(town.cast.alice, waiting, mapping)
    checking.check_waiting(waiting.municipality_id)
    waiting.refresh_from_db()
    report = waiting.report or {}
    assert before.results == report["results"]
    assert (before.rows, before.persons) == (waiting.rows, waiting.persons)
    assert before.facts == waiting.stored


def test_a_name_that_is_taken_changes_nothing(town: Town, waiting: Delivery) -> None:
    mapping = mapping_for(town, waiting)
    other = ColumnMapping("Intake", "ANDERS", mapping.date, mapping.columns)
    municipalities.save_source(town.cast.alice, other)
    with pytest.raises(refusals.Refused) as refused:
        explaining.explain(town.cast.alice, waiting, mapping)
    assert refused.value.words is refusals.NAME_TAKEN
    waiting.refresh_from_db()
    assert waiting.state == State.UNMAPPED
    assert Source.objects.get().mapping["person"] == "ANDERS"


def test_a_table_set_aside_is_erased(
    town: Town, waiting: Delivery, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        explaining.set_aside(town.cast.alice, waiting)
    waiting.refresh_from_db()
    assert waiting.state == State.UNREADABLE
    assert incoming.path_of(waiting.public_id) is None
    with pytest.raises(refusals.Refused):
        explaining.look_at(town.cast.alice, waiting)


def test_nobody_explains_it_for_a_week(town: Town, waiting: Delivery) -> None:
    folder = incoming.directory() / str(waiting.public_id)
    old = folder.stat().st_mtime - housekeeping.EXPLAIN_WITHIN - 1
    os.utime(folder, (old, old))
    housekeeping.keep_house()
    waiting.refresh_from_db()
    assert waiting.state == State.UNREADABLE
    assert waiting.failure == refusals.NEVER_EXPLAINED.as_json()
    assert not folder.exists()


def test_a_mapping_changes_is_renamed_and_withdrawn(town: Town, waiting: Delivery) -> None:
    alice, mapping = town.cast.alice, mapping_for(town, waiting)
    source = explaining.explain(alice, waiting, mapping)
    renamed = ColumnMapping("Aanmelding", mapping.person, mapping.date, mapping.columns[:1])
    explaining.change_source(alice, source, renamed)
    source.refresh_from_db()
    assert (source.name, len(source.mapping["columns"])) == ("Aanmelding", 1)
    for other in (town.cast.charlie, town.cast.bob, town.admin):
        with pytest.raises(PermissionDenied):
            explaining.change_source(other, source, mapping)
    explaining.withdraw_source(alice, source)
    assert not Source.objects.exists()


def test_the_mapping_that_knows_most_columns_reads_the_file(town: Town, table: Path) -> None:
    waiting = town.deliver(table)
    mapping = mapping_for(town, waiting)
    for name, columns in (("Klein", mapping.columns[:1]), ("Groot", mapping.columns)):
        saved = ColumnMapping(name, mapping.person, mapping.date, columns)
        municipalities.save_source(town.cast.alice, saved)
    table.write_text(TABLE.replace("24,5", "25"), encoding="utf-8")
    assert town.deliver(table).source == "Groot"


def test_roles_of_nationality_cannot_be_saved(town: Town, waiting: Delivery) -> None:
    seen = explaining.look_at(town.cast.alice, waiting)
    choices = {p.column.place: default_choice(p.column, p.role) for p in propose(seen)}
    choices[4] = default_choice(seen.columns[4], Role.OWN_CODE)
    with pytest.raises(ValueError, match="may not"):
        build_mapping("Intake", seen, choices)


def test_a_service_for_several_municipalities_says_whose_people_they_are(
    town: Town, table: Path
) -> None:
    """A code has a key of its own: the same BSN is another pseudonym under another code."""
    other = municipalities.set_up_reporter(town.admin, "9902")
    waiting = town.deliver(table)
    with pytest.raises(refusals.Refused) as refused:
        explaining.look_at(town.cast.alice, waiting)
    assert refused.value.words is refusals.WHICH_CODE
    with pytest.raises(refusals.Refused):
        explaining.say_whose(town.cast.alice, waiting, "9903")
    with pytest.raises(PermissionDenied):
        explaining.say_whose(town.cast.charlie, waiting, other.code)
    explaining.say_whose(town.cast.alice, waiting, other.code)
    checking.check_waiting(waiting.municipality_id)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.code) == (State.UNMAPPED, other.code)
    explaining.explain(town.cast.alice, waiting, mapping_for(town, waiting))
    checking.check_waiting(waiting.municipality_id)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.code) == (State.CHECKED, other.code)
    with pytest.raises(refusals.Refused):
        explaining.say_whose(town.cast.alice, waiting, town.reporter.code)
    found = set(PersonFact.objects.filter(delivery=waiting).values_list("person", flat=True))
    mine = person_queries.pseudonyms_of(waiting.municipality_id, "999993653")
    assert mine[0] not in found
    assert mine[1] in found


def test_a_known_table_of_another_code_is_only_asked_whose_it_is(town: Town, table: Path) -> None:
    other = municipalities.set_up_reporter(town.admin, "9902")
    first = town.deliver(table)
    explaining.say_whose(town.cast.alice, first, other.code)
    checking.check_waiting(first.municipality_id)
    first.refresh_from_db()
    explaining.explain(town.cast.alice, first, mapping_for(town, first))
    table.write_text(TABLE.replace("hbo", "wo"), encoding="utf-8")
    second = town.deliver(table)
    assert second.state == State.UNMAPPED
    explaining.say_whose(town.cast.alice, second, town.reporter.code)
    checking.check_waiting(second.municipality_id)
    second.refresh_from_db()
    assert (second.state, second.code) == (State.CHECKED, town.reporter.code)
