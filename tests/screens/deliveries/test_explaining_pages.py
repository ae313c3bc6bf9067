"""The screens that ask what columns mean, the saved mappings, and setting up."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import signed_in
from tests.deliveries.conftest import CODE, Town

from streekwerk.deliveries import keys
from streekwerk.deliveries.actions import checking, municipalities
from streekwerk.deliveries.models import Delivery, Reporter, Source, State

TABLE = (
    "Klant BSN;Peildatum;Opleiding;Uren;Nationaliteit\n"
    "999993653;01-01-2024;hbo;24,5;Nederlandse\n"
    "999990019;01-01-2024;vmbo;32;Turkse\n"
)
ROLES = {"kolom0": "person", "kolom1": "date", "kolom2": "education", "kolom3": "hours"}


@pytest.fixture
def waiting(town: Town, tmp_path: Path) -> Delivery:
    path = tmp_path / "Intake.csv"
    path.write_text(TABLE, encoding="utf-8")
    return town.deliver(path)


@pytest.fixture
def alice(town: Town) -> Client:
    return signed_in(town.cast.alice)


def address(name: str, delivery: Delivery) -> str:
    return reverse(f"deliveries:{name}", args=[delivery.public_id])


def test_the_overview_leads_to_the_columns(alice: Client, waiting: Delivery) -> None:
    page = alice.get(reverse("deliveries:overview")).content.decode()
    assert address("explain", waiting) in page
    assert address("explain", waiting) in alice.get(address("report", waiting)).content.decode()


def test_columns_are_shown_masked_with_a_proposal(alice: Client, waiting: Delivery) -> None:
    page = alice.get(address("explain", waiting)).content.decode()
    assert "•••••••53" in page
    for secret in ("999993653", "999990019", "Turkse"):
        assert secret not in page
    assert '<option value="person" selected>' in page
    assert '<option value="education" selected>' in page
    assert "neemt Streekwerk nooit op" in page
    assert 'name="kolom4" value="skip"' in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kolom0": "skip"}, "precies één kolom aan als BSN"),
        ({"kolom1": "skip"}, "Wijs een peildatum aan"),
        ({"kolom4": "own_code"}, "neemt Streekwerk nooit op"),
    ],
)
def test_what_cannot_be_is_said_beside_the_columns(
    alice: Client, waiting: Delivery, changes: dict[str, str], words: str
) -> None:
    answer = alice.get(address("explain-values", waiting), ROLES | changes)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Source.objects.exists()


def test_values_preview_and_save(alice: Client, waiting: Delivery) -> None:
    path = address("explain-values", waiting)
    page = alice.get(path, ROLES).content.decode()
    assert '<option value="hoog" selected>' in page
    assert "Helemaal te lezen: 2 van de 2 regels. Gegevens: 4. Mensen: 2." in page
    sent = ROLES | {"kolom2-waarde0": "hoog", "kolom2-waarde1": "", "kolom3-hoogst": "30"}
    page = alice.post(path, sent).content.decode()
    assert "Helemaal te lezen: 1 van de 2 regels. Gegevens: 2. Mensen: 1." in page
    assert not Source.objects.exists()
    waiting.refresh_from_db()
    assert waiting.state == State.UNMAPPED
    answer = alice.post(path, sent | {"naam": "Intake", "bewaar": "1"}, follow=True)
    assert "Bewaard. Het bestand wordt nu nagekeken." in answer.content.decode()
    checking.check_waiting(waiting.municipality_id)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.source) == (State.CHECKED, "Intake")
    assert alice.get(path, ROLES).status_code == 302


def test_a_name_is_asked_for_once(alice: Client, waiting: Delivery) -> None:
    path = address("explain-values", waiting)
    for name in ("", "   "):
        answer = alice.post(path, ROLES | {"naam": name, "bewaar": "1"})
        assert (answer.status_code, Source.objects.count()) == (422, 0)


def test_a_service_for_several_municipalities_is_asked_whose_it_is(
    alice: Client, town: Town, waiting: Delivery
) -> None:
    municipalities.set_up_reporter(town.admin, "9902")
    address = reverse("deliveries:whose", args=[waiting.public_id])
    explain = reverse("deliveries:explain", args=[waiting.public_id])
    assert alice.get(explain).url == address
    assert "9902" in alice.get(address).content.decode()
    answer = alice.post(address)
    assert answer.status_code == 422
    assert "Kies van welke gemeente" in answer.content.decode()
    assert alice.post(address, {"code": "9902"}).url == reverse("deliveries:overview")
    waiting.refresh_from_db()
    assert (waiting.code, waiting.state) == ("9902", State.RECEIVED)


def test_not_using_it(alice: Client, waiting: Delivery) -> None:
    page = alice.post(address("set-aside", waiting), follow=True).content.decode()
    assert "Het is gewist" in page


def test_saved_mappings_are_changed_renamed_and_withdrawn(
    alice: Client, waiting: Delivery, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    path = address("explain-values", waiting)
    alice.post(path, ROLES | {"kolom2-waarde0": "hoog", "naam": "Intake", "bewaar": "1"})
    source = Source.objects.get()
    with django_assert_max_num_queries(10):
        page = alice.get(reverse("deliveries:sources")).content.decode()
    assert "Intake" in page
    one = reverse("deliveries:source", args=[source.pk])
    assert "vmbo" in alice.get(one).content.decode()
    assert alice.post(one, {"naam": ""}).status_code == 422
    alice.post(one, {"naam": "Aanmelding", "k0-0": "midden", "k0-1": "laag", "k1-hoogst": "60"})
    source.refresh_from_db()
    assert source.name == "Aanmelding"
    education, hours = source.mapping["columns"]
    assert education["codes"] == {"hbo": "midden", "vmbo": "laag"}
    assert (hours["low"], hours["high"]) == (None, 60.0)
    withdrawn = alice.post(reverse("deliveries:withdraw-source", args=[source.pk]), follow=True)
    assert "Ingetrokken" in withdrawn.content.decode()
    assert not Source.objects.exists()


OF_ONE = ("explain", "explain-values", "set-aside")


@pytest.mark.parametrize("name", OF_ONE)
def test_strangers_explain_nothing(town: Town, waiting: Delivery, name: str) -> None:
    def ask(client: Client) -> int:
        path = address(name, waiting)
        return (client.post(path) if name == "set-aside" else client.get(path)).status_code

    assert ask(signed_in(town.cast.charlie)) == 404
    assert ask(Client()) == 302
    for other in (town.cast.bob, town.cast.dana, town.admin):
        assert ask(signed_in(other)) == 403
    waiting.refresh_from_db()
    assert waiting.state == State.UNMAPPED


def test_mappings_are_of_the_own_municipality(alice: Client, town: Town, waiting: Delivery) -> None:
    alice.post(address("explain-values", waiting), ROLES | {"naam": "Intake", "bewaar": "1"})
    source = Source.objects.get()
    charlie = signed_in(town.cast.charlie)
    assert "Intake" not in charlie.get(reverse("deliveries:sources")).content.decode()
    assert charlie.get(reverse("deliveries:source", args=[source.pk])).status_code == 404
    assert charlie.post(reverse("deliveries:withdraw-source", args=[source.pk])).status_code == 404
    for other in (town.cast.bob, town.admin):
        assert signed_in(other).get(reverse("deliveries:sources")).status_code == 403


def test_setting_up_never_shows_the_key(town: Town) -> None:
    admin = signed_in(town.admin)
    page = admin.get(reverse("deliveries:set-up")).content.decode()
    secret = keys.make_key(CODE).secret.hex()
    assert secret not in page
    assert f"keys/{CODE}.key" in page
    assert "De sleutel is er en is de juiste" in page
    (town.state / "keys" / f"{CODE}.key").write_text("00" * 32)
    assert (
        "een andere sleutel dan eerst" in admin.get(reverse("deliveries:set-up")).content.decode()
    )
    (town.state / "keys" / f"{CODE}.key").unlink()
    assert "De sleutel ontbreekt" in admin.get(reverse("deliveries:set-up")).content.decode()


def test_joining_and_leaving_say_who_and_when(town: Town) -> None:
    admin = signed_in(town.admin)
    page = admin.post(reverse("deliveries:join-region", args=[CODE]), follow=True).content.decode()
    assert f"Besloten door {town.admin}" in page
    assert Reporter.objects.get().in_region_by == town.admin
    page = admin.post(reverse("deliveries:leave-region", args=[CODE]), follow=True).content.decode()
    assert "U doet niet mee." in page
    assert "begonnen met meerekenen" in page
    assert "gestopt met meerekenen" in page


@pytest.mark.parametrize("code", ["12", "abcd", "../../x", ""])
def test_a_code_has_four_digits(town: Town, code: str) -> None:
    answer = signed_in(town.admin).post(reverse("deliveries:set-up"), {"code": code})
    assert answer.status_code == 422
    assert "vier cijfers" in answer.content.decode()
    assert Reporter.objects.count() == 1
    assert [p.name for p in (town.state / "keys").iterdir()] == [f"{CODE}.key"]


@pytest.mark.parametrize("name", ["set-up", "join-region", "leave-region"])
def test_only_administrators_set_up(town: Town, name: str) -> None:
    arguments = [] if name == "set-up" else [CODE]
    path = reverse(f"deliveries:{name}", args=arguments)
    for other in (town.cast.alice, town.cast.bob, town.cast.charlie, town.cast.dana):
        assert signed_in(other).post(path).status_code == 403
    assert Client().post(path).status_code == 302
    assert Reporter.objects.get().in_region_since is None
