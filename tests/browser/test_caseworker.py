"""Intake, conversation and plan in a real browser: by touch at every size, and by keyboard."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.people.people import Table, set_table

from streekwerk.people.models import Conversation, DiagnosisAnswer, Step

desk_only = pytest.mark.parametrize("size", [SIZES["desk"]], ids=["desk"])
INTAKE = reverse("caseworker:intake")


@pytest.fixture
def table(transactional_db: None) -> Table:
    return set_table()


def test_from_intake_to_plan(open_page: OpenPage, check: Check, table: Table) -> None:
    page = open_page(reverse("caseworker:caseload"), user=table.alice)
    check(page)
    page.get_by_role("link", name="Nieuw dossier").first.click()
    check(page)
    page.get_by_label("Voornaam").fill("Eva")
    page.get_by_label("Achternaam").fill("Bos")
    page.get_by_role("button", name="Open het dossier").click()
    check(page)
    page.get_by_role("link", name="Maak kennis").click()
    page.get_by_role("button", name="Begin").click()
    check(page)
    page.get_by_label("Wat zou u graag doen?").fill("Ik wil koken")
    page.get_by_role("button", name="Verder").click()
    page.get_by_text("wisselend", exact=True).first.click()
    expect(page.get_by_role("status").filter(has_text="Bewaard om")).to_be_visible()
    assert DiagnosisAnswer.objects.get().level == 3
    check(page)
    page.get_by_text("Alle onderwerpen").click()
    page.get_by_role("link", name="Afspraken").click()
    page.get_by_label("Wat gaan we doen?").fill("Meelopen in een keuken")
    page.get_by_text("Eva", exact=True).click()
    page.get_by_role("button", name="Zet deze stap in het plan").click()
    expect(page.get_by_text("Meelopen in een keuken")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Rond het gesprek af").click()
    expect(page.get_by_text("Ik wil koken")).to_be_visible()
    for tab in ("Gegevens", "Ontwikkeling", "Plan", "Tijdlijn"):
        page.get_by_role("link", name=tab, exact=True).click()
        check(page)
    assert Step.objects.get().what == "Meelopen in een keuken"


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the element called ``name`` has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "(e => (e.labels && e.labels[0] ? e.labels[0].innerText : e.innerText) || '')"
            "(document.activeElement)"
        )
        if said.strip().startswith(name):
            return
    pytest.fail(f"{name} cannot be reached by Tab")


@desk_only
def test_a_conversation_by_keyboard_alone(open_page: OpenPage, table: Table) -> None:
    begin = reverse("caseworker:begin-conversation", args=[table.anna.public_id])
    page = open_page(begin, user=table.alice)
    tab_to(page, "Begin")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Wat wilt u?")
    tab_to(page, "Wat zou u graag doen?")
    page.keyboard.type("Buiten werken")
    tab_to(page, "Verder")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Hoeveel vertrouwen hebt u erin?")
    tab_to(page, "helemaal geen vertrouwen")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Verder")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Wat wilt u zelf?")
    assert DiagnosisAnswer.objects.get().level == 2
    assert Conversation.objects.get().is_open
