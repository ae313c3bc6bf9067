"""An employer describes work, compares designs, chooses, works it out, and takes the PDF along."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.partners.factories import Stage, set_stage
from tests.work.small import BAKERY, designed, first

from streekwerk.matching.inventory import Inventory
from streekwerk.work.actions.files import replace_inventory
from streekwerk.work.models import Choice, Design

desk_only = pytest.mark.parametrize("size", [SIZES["desk"]], ids=["desk"])
# Without dividing the shelves: the employer writes that task down in the browser.
BEFORE = Inventory(BAKERY.roles, BAKERY.tasks[:-1])


@pytest.fixture
def stage(transactional_db: None) -> Stage:
    return set_stage()


def describe(page: Page) -> None:
    """Add the task that is missing, by form."""
    page.get_by_role("link", name="Voeg een taak toe").last.click()
    page.get_by_label("Wat gebeurt er?").fill("Schappen vullen")
    page.get_by_label("Uren per week").fill("12")
    page.get_by_label("Welk niveau vraagt deze taak?").select_option("1")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("link", name="Schappen vullen")).to_be_visible()


@desk_only
def test_from_work_to_a_case_on_paper(open_page: OpenPage, check: Check, stage: Stage) -> None:
    replace_inventory(stage.alice, stage.bakery, BEFORE)
    page = open_page(reverse("employer:own"), user=stage.bas_himself)
    expect(page.locator(".sw-subject strong")).to_have_text("Bakkerij Zonnebrood")
    check(page)
    page.get_by_role("navigation", name="Onderdelen van het werk").get_by_text("Werk").click()
    describe(page)
    check(page)
    page.get_by_role("link", name="Naar herontwerp").click()
    page.get_by_label("Hoeveel nieuwe banen wilt u maken, hooguit?").fill("1")
    page.get_by_label("Hoeveel procent van haar uren houdt elke functie, minstens?").fill("55")
    page.get_by_label("Ja, dat verklaren wij").check()
    page.get_by_label("Naam en functie van wie dit verklaart").fill("Bas Jansen, bakker")
    check(page)
    page.get_by_role("button", name="Maak ontwerpen").click()
    expect(page.locator("h1")).to_contain_text("ontwerpen naast elkaar")
    assert Design.objects.count() >= 2
    check(page)
    page.get_by_role("link", name="Bekijk ontwerp 2").click()
    check(page)
    page.get_by_label("Waarom kiest u dit ontwerp?").fill("Het team ziet dit zitten")
    page.get_by_role("button", name="Kies dit ontwerp").click()
    page.get_by_role("button", name="Reken uit").click()
    expect(page.get_by_text("Bij welke waarde loont het voor u?")).to_be_visible()
    check(page)
    href = page.get_by_role("link", name="Op papier (PDF)").get_attribute("href")
    paper = page.request.get(f"{page.url.split('/werkgever')[0]}{href}")
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.body().startswith(b"%PDF")
    assert Choice.objects.get().design.number == 2


@pytest.mark.parametrize("size", [SIZES["phone"]], ids=["phone"])
def test_designs_fit_a_phone(open_page: OpenPage, check: Check, stage: Stage) -> None:
    asked = designed(stage.alice, stage.bakery)
    employer, design = stage.bakery.public_id, first(asked).public_id
    page = open_page(reverse("employer:redesign", args=[employer]), user=stage.bas_himself)
    check(page)
    for name, thing in (("designs", asked.public_id), ("design", design), ("edit", design)):
        page.goto(
            page.url.split("/werkgever")[0] + reverse(f"employer:{name}", args=[employer, thing])
        )
        check(page)


@desk_only
def test_changing_by_keyboard_is_checked_while_typing(
    open_page: OpenPage, check: Check, stage: Stage
) -> None:
    design = first(designed(stage.alice, stage.bakery))
    address = reverse("employer:edit", args=[stage.bakery.public_id, design.public_id])
    page = open_page(address, user=stage.bas_himself)
    check(page)
    expect(page.get_by_text("Dit past binnen alle grenzen.")).to_be_visible()
    tab_to_field(page, "Bakplaten schoonmaken: uren in baan 1")
    page.keyboard.press("Control+A")
    page.keyboard.type("0,5")
    expect(page.get_by_text("overschreden")).to_be_visible()
    tab_to_button(page, "bewaar")
    page.keyboard.press("Enter")
    expect(page.get_by_text("houdt zich nog niet aan alle grenzen").first).to_be_visible()
    assert Design.objects.filter(parent=design).count() == 1


def tab_to_field(page: Page, label: str) -> None:
    """Press Tab until the field with this name has the focus."""
    tab_until(page, "aria-label", label)


def tab_to_button(page: Page, name: str) -> None:
    """Press Shift and Tab until the button that sends ``name`` has the focus."""
    tab_until(page, "name", name, "Shift+Tab")


def tab_until(page: Page, attribute: str, value: str, key: str = "Tab") -> None:
    """Press ``key`` until an element with this attribute has the focus."""
    for _ in range(60):
        page.keyboard.press(key)
        now = page.evaluate("name => document.activeElement.getAttribute(name)", attribute)
        if now == value:
            return
    pytest.fail(f"{value} cannot be reached by {key}")
