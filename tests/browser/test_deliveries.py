"""Drop files in, read the report, decide, undo; then the cohort and the cards, all with axe."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.cast import Cast
from tests.deliveries.conftest import Town, own_state, region, town
from tests.learning.actions.test_cards import compute
from tests.screens.cards.conftest import made, own, regional

from streekwerk.deliveries.actions import checking, deciding
from streekwerk.deliveries.models import Delivery, State
from streekwerk.learning.actions.cards import ask_for_cards
from streekwerk.learning.models import Round

__all__ = ["made", "own", "own_state", "region", "regional", "town"]
desk_only = pytest.mark.parametrize("size", [SIZES["desk"]], ids=["desk"])


@pytest.fixture
def files(town: Town) -> list[Path]:
    return [town.file(s, m) for m in ("2021-01", "2021-02") for s in ("BUS", "SRG")]


def test_from_dropped_files_to_a_decision_and_back(
    open_page: OpenPage, check: Check, town: Town, files: list[Path]
) -> None:
    page = open_page(reverse("deliveries:overview"), user=town.cast.alice)
    check(page)
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="Leveren").click()
    expect(page.get_by_text("4 bestanden worden nagekeken")).to_be_visible()
    check(page)
    assert town.cast.alice.municipality_id is not None
    checking.check_waiting(town.cast.alice.municipality_id)
    page.reload()
    expect(page.get_by_text("4 leveringen wachten op uw beslissing")).to_be_visible()
    check(page)
    page.get_by_role("link", name="Voorzieningen (SRG), januari 2021").click()
    expect(page.get_by_text("Telt deze levering mee?")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Neem het geheel aan").click()
    expect(page.get_by_text("Alle regels tellen nu mee")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_role("button", name="Zet terug")).to_be_visible()
    check(page)
    assert Delivery.objects.filter(state=State.WITHDRAWN).count() == 1


@desk_only
def test_files_that_are_there_already_change_nothing(
    open_page: OpenPage, town: Town, files: list[Path]
) -> None:
    page = open_page(reverse("deliveries:overview"), user=town.cast.alice)
    for _ in range(2):
        page.locator("input[type=file]").set_input_files(files[:2])
        page.get_by_role("button", name="Leveren").click()
        expect(page.get_by_text("2 bestanden worden nagekeken")).to_be_visible()
    assert Delivery.objects.count() == 2


def test_cards_and_cohort(open_page: OpenPage, check: Check, cast: Cast, own: Round) -> None:
    page = open_page(reverse("cards:overview"), user=cast.alice)
    expect(page.get_by_text("3 kaarten van de 3")).to_be_visible()
    check(page)
    page.get_by_text("Filteren en ordenen").click()
    page.get_by_label("Volgorde").select_option("name")
    page.get_by_role("button", name="Toon").click()
    page.locator(".sw-card__title a").first.click()
    expect(page.get_by_role("heading", name="Wat we niet weten")).to_be_visible()
    check(page)
    page.goto(page.url.split("/bewijskaarten/")[0] + reverse("cohort:overview"))
    expect(page.get_by_role("heading", name="Welke voorzieningen")).to_be_visible()
    check(page)


def test_what_the_region_sees(
    open_page: OpenPage, check: Check, town: Town, regional: Round
) -> None:
    deciding.accept(town.cast.alice, town.deliver(town.file("BUS", "2021-01")))
    for name in ("deliveries:overview", "cohort:overview", "cards:overview"):
        page = open_page(reverse(name), user=town.cast.dana)
        expect(page.locator("h1")).to_have_count(1)
        check(page)


@desk_only
def test_the_first_round_is_asked_for_on_the_page(open_page: OpenPage, town: Town) -> None:
    for month in ("2021-01", "2021-02", "2021-03"):
        deciding.accept(town.cast.alice, town.deliver(town.file("BUS", month)))
        deciding.accept(town.cast.alice, town.deliver(town.file("SRG", month)))
    page = open_page(reverse("cards:overview"), user=town.cast.alice)
    page.get_by_role("button", name="Bewijskaarten berekenen").click()
    expect(page.get_by_text("De bewijskaarten worden berekend")).to_be_visible()
    compute(ask_for_cards(town.cast.alice))
    page.reload()
    expect(page.locator(".sw-badge").first).to_have_text("Te weinig gegevens")


UNKNOWN = (
    "Klant BSN;Peildatum;Opleiding;Uren per week;Nationaliteit;Opmerking bij het gesprek\n"
    "999993653;01-01-2024;hbo;24,5;Nederlandse;belt morgen terug\n"
    "999990019;01-01-2024;vmbo;32;Turkse;kreeg een folder\n"
    "999990020;01-01-2024;onbekend;900;Syrische;geen bijzonderheden\n"
)


def test_an_unknown_table_is_explained_and_taken_in(
    open_page: OpenPage, check: Check, town: Town, tmp_path: Path
) -> None:
    path = tmp_path / "Intake 2024.csv"
    path.write_text(UNKNOWN, encoding="utf-8")
    delivery = town.deliver(path)
    page = open_page(reverse("deliveries:overview"), user=town.cast.alice)
    page.get_by_role("link", name="Leg de kolommen uit").click()
    check(page)
    page.get_by_role("button", name="Verder naar de waarden").click()
    expect(page.get_by_text("Helemaal te lezen: 2 van de 3 regels.")).to_be_visible()
    check(page)
    page.get_by_label("Naam").fill("Intake")
    page.get_by_role("button", name="Bewaar en lees in").click()
    expect(page.get_by_text("Het bestand wordt nu nagekeken")).to_be_visible()
    checking.check_waiting(delivery.municipality_id)
    page.get_by_role("link", name="Kolomindelingen van eigen bestanden").click()
    check(page)
    page.get_by_role("link", name="Intake").click()
    check(page)
    setting_up = open_page(reverse("deliveries:set-up"), user=town.admin)
    expect(setting_up.get_by_text("De sleutel is er en is de juiste")).to_be_visible()
    check(setting_up)
