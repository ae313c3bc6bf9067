"""An adviser joins three employers, each says yes in the own session, and a vacancy appears."""

from __future__ import annotations

import os
import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Check, OpenPage
from tests.partners.factories import set_stage
from tests.work.chained import Chained, set_up

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("STREEKWERK_SHOTS")


@pytest.fixture
def chained(transactional_db: None) -> Chained:
    """Bring three employers with work by week on stage."""
    return set_up(set_stage())


def shot(page: Page, name: str, size: tuple[int, int]) -> None:
    """Keep a picture, for who wants to look."""
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}-{size[0]}.png", full_page=True)


def test_three_employers_share_a_job(
    open_page: OpenPage, check: Check, chained: Chained, size: tuple[int, int]
) -> None:
    page = open_page("/ketens/zelf/", user=chained.stage.alice)
    for number, row in zip(("one", "two", "three"), chained.rows, strict=True):
        page.select_option(f"[name={number}]", str(row.public_id))
    page.get_by_role("button", name="Kijk of het past").click()
    expect(page.get_by_role("heading", name="Dit past")).to_be_visible()
    check(page)
    shot(page, "zelf", size)
    page.get_by_role("button", name="Stel deze keten voor").click()
    expect(page.get_by_text("0 van de 3 doen mee")).to_be_visible()
    proposal = page.url
    for name, user in chained.people.items():
        own = open_page("/ketens/voor-ons/", user=user)
        own.get_by_role("link", name=re.compile("Tuinderij Groen")).click()
        expect(own.get_by_role("heading", level=1)).not_to_contain_text(name)
        if user == chained.tim:
            check(own)
            shot(own, "voor-ons", size)
        own.get_by_label("Wij doen mee", exact=True).check()
        own.get_by_role("button", name="Verstuur het antwoord").click()
        expect(own.get_by_text("U zei: wij doen mee.")).to_be_visible()
    page.goto(proposal)
    shot(page, "voorstel", size)
    page.get_by_role("button", name=re.compile("Bevestig")).click()
    check(page)
    page.get_by_role("link", name=re.compile("Vacature:")).click()
    expect(page.get_by_role("heading", name="Waar u wanneer werkt")).to_be_visible()
    check(page)
    shot(page, "vacature", size)
    seen = open_page("/ketens/vacatures/", user=chained.stage.carol)
    expect(seen.get_by_text("24 tot 32 uur").or_(seen.get_by_text("uur per week"))).to_be_visible()
    check(seen)
    shot(seen, "vacatures", size)


@pytest.mark.parametrize("size", [(390, 844)], ids=["phone"])
def test_work_by_week_is_filled_in_by_its_busy_weeks(
    open_page: OpenPage, check: Check, chained: Chained, size: tuple[int, int]
) -> None:
    page = open_page("/ketens/werk/", user=chained.tim)
    check(page)
    shot(page, "werk", size)
    page.get_by_role("link", name="Voeg werk toe").click()
    check(page)
    shot(page, "werk-nieuw", size)
    page.get_by_label("Welk werk is het?").fill("Sorteren")
    page.get_by_label("Wat scheelt een vaste kracht u per uur?").fill("6")
    page.get_by_label("Uren in een gewone week").fill("0")
    page.get_by_label("Uren in een drukke week").fill("24")
    page.get_by_label("Eerste drukke week").fill("48")
    page.get_by_label("Laatste drukke week").fill("3")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("192 uur per jaar, in 8 weken")).to_be_visible()
