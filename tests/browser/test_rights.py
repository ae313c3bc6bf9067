"""What the law gives in a real browser: a tablet between two people, by touch and by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.cast import Cast, person

from streekwerk.accounts.models import Role, User
from streekwerk.bylaws.actions import decide

desk_only = pytest.mark.parametrize("size", [SIZES["desk"]], ids=["desk"])
START = reverse("rights:start")


@pytest.fixture
def anna(transactional_db: None, cast: Cast) -> User:
    anna = person("anna", Role.ADMINISTRATOR, cast.alice.municipality)
    decide(anna, "jobcoach_maanden", 24, date(2026, 1, 1), "Verordening 2026, art. 9")
    return anna


def question(page: Page) -> str:
    return page.locator("h1").inner_text()


def begin(page: Page, about: str) -> None:
    page.get_by_label(about, exact=True).check()
    page.get_by_label("Voor welke dag?").fill("2026-07-01")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("#question")).to_be_visible()


@pytest.mark.parametrize("language", ["Nederlands", "English"])
def test_the_catalogue_and_a_rule(open_page: OpenPage, check: Check, language: str) -> None:
    page = open_page(reverse("rights:catalogue"))
    if language == "English":
        page.get_by_role("button", name="English").click()
    check(page)
    page.get_by_role("searchbox").or_(page.locator("[name=q]")).fill("10d lid 4")
    page.locator(".sw-filter button").click()
    expect(page.locator(".sw-rules__name")).to_have_count(2)
    page.locator(".sw-rules__name").first.click()
    expect(page.locator(".sw-readings").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    check(page)


def test_a_case_from_the_first_question_to_paper(open_page: OpenPage, check: Check) -> None:
    page = open_page(START)
    check(page)
    begin(page, "Loonkostensubsidie")
    check(page)
    assert page.evaluate("document.activeElement.id") == "question"
    for _ in range(40):
        if page.locator("#question").count() == 0:
            break
        before = question(page)
        if page.locator("input[name=answer]").count():
            kind = page.locator("input[name=answer]").get_attribute("type")
            page.locator("input[name=answer]").fill("2026-05-01" if kind == "date" else "20")
            page.get_by_role("button", name="Verder", exact=True).click()
        else:
            page.get_by_role("button", name="Ja", exact=True).click()
        page.wait_for_function("old => document.querySelector('h1').innerText != old", arg=before)
    expect(page.locator("h1")).to_have_text("Wat zegt de wet over deze situatie?")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    check(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar als PDF").click()
    assert download.value.suggested_filename == "rekenhulp.pdf"
    page.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_text("Uw antwoorden zijn gewist.")).to_be_visible()
    check(page)


def test_the_next_question_comes_without_reloading_and_has_the_focus(open_page: OpenPage) -> None:
    page = open_page(START)
    begin(page, "Alles waar deze persoon recht op kan hebben")
    page.evaluate("window.same = true")
    before = question(page)
    page.get_by_role("button", name="Ja", exact=True).click()
    page.wait_for_function("old => document.querySelector('h1').innerText != old", arg=before)
    assert page.evaluate("window.same")
    expect(page.locator("#question")).to_be_focused()
    expect(page).to_have_title(f"{question(page)} – Streekwerk")
    assert page.url.endswith(reverse("rights:question"))


@desk_only
def test_everything_works_without_script_and_answers_can_be_changed(
    open_page: OpenPage,
) -> None:
    page = open_page(START, script=False)
    begin(page, "Alles waar deze persoon recht op kan hebben")
    first = question(page)
    page.get_by_role("button", name="Nee", exact=True).click()
    assert question(page) != first
    page.get_by_role("link", name="Vorige vraag").click()
    assert question(page) == first
    expect(page.locator("[data-chosen]")).to_contain_text("Nee")
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.locator(".sw-certain")).to_contain_text("Aanspraak op ondersteuning")
    page.get_by_role("link", name="Toon wat al zeker is").click()
    expect(page.locator("h1")).to_have_text("Wat zegt de wet over deze situatie?")
    page.get_by_role("link", name="Wijzig").first.click()
    assert question(page) == first


@desk_only
def test_the_whole_question_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(START)
    begin(page, "Alles waar deze persoon recht op kan hebben")
    before = question(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first answer is the first stop after the question
    page.wait_for_function("old => document.querySelector('h1').innerText != old", arg=before)
    expect(page.locator(".sw-certain")).to_contain_text("Aanspraak op ondersteuning")


def test_a_wrong_number_is_told_at_once(open_page: OpenPage, check: Check) -> None:
    page = open_page(START)
    begin(page, "Alles waar deze persoon recht op kan hebben")
    page.get_by_role("button", name="Ja", exact=True).click()
    page.locator("input[name=answer]").fill("abc")
    page.get_by_role("button", name="Verder", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("Vul een getal in van 0 tot en met 120.")
    check(page)
    page.get_by_role("button", name="Weet ik niet").click()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_money_for_employer_and_person(open_page: OpenPage, check: Check) -> None:
    page = open_page(reverse("rights:employer"))
    check(page)
    job = {"hours_per_week": "32", "full_time_hours": "36", "hourly_wage": "15,50"}
    for name, value in {**job, "likely": "55", "lowest": "40", "highest": "70"}.items():
        page.fill(f"[name={name}]", value)
    page.check("[name=wage_subsidy_group][value=ja]")
    page.get_by_role("button", name="Reken uit").click()
    expect(page.get_by_role("heading", name="In geld")).to_be_visible()
    expect(page.locator(".sw-chart svg:visible")).to_have_count(2)
    check(page)
    page.goto(page.url.split("/wat-de-wet")[0] + reverse("rights:income"))
    check(page)
    page.fill("[name=hours]", "16")
    page.fill("[name=fact-leeftijd]", "34")
    page.check("[name=fact-leefvorm][value=alleenstaand]")
    page.check("[name=fact-aow_leeftijd_bereikt][value=nee]")
    page.get_by_role("button", name="Reken uit").click()
    expect(page.get_by_role("heading", name="Als u 16 uur per week werkt")).to_be_visible()
    expect(page.get_by_role("heading", name="Misschien mag u meer houden")).to_be_visible()
    check(page)


def test_an_administrator_fills_in_an_open_term(
    open_page: OpenPage, check: Check, anna: User
) -> None:
    page = open_page(reverse("rights:terms"), user=anna)
    check(page)
    page.get_by_role("link", name="Premie bij uitstroom naar werk", exact=True).click()
    page.get_by_label("Wat bepaalt de gemeente?").fill("1.250")
    page.get_by_label("Vanaf welke dag geldt dit?").fill("2026-01-01")
    page.get_by_label("Waar staat het?").fill("Verordening 2026, art. 14")
    check(page)
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()
    expect(page.get_by_text("€ 1.250,00 per jaar")).to_be_visible()
    check(page)


@desk_only
def test_the_outcome_on_paper_has_its_reasons_and_no_buttons(open_page: OpenPage) -> None:
    page = open_page(START)
    begin(page, "Alles waar deze persoon recht op kan hebben")
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.locator(".sw-certain")).to_contain_text("Aanspraak op ondersteuning")
    page.get_by_role("link", name="Toon wat al zeker is").click()
    expect(page.locator(".sw-result").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Wis alles")).to_be_hidden()
    expect(page.locator(".sw-result .sw-reasons").first).to_be_visible()
