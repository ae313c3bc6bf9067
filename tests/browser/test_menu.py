"""The header on a phone: one line, and a menu that opens without script and by keyboard."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.cast import Cast

pytestmark = [pytest.mark.django_db(transaction=True)]
phone_only = pytest.mark.parametrize("size", [SIZES["phone"]], ids=["phone"])
desk_only = pytest.mark.parametrize("size", [SIZES["desk"]], ids=["desk"])


@phone_only
def test_on_a_phone_everything_is_behind_one_press(
    cast: Cast, open_page: OpenPage, check: Check
) -> None:
    page = open_page(reverse("deliveries:overview"), user=cast.alice)
    header = page.locator(".sw-header").bounding_box()
    assert header is not None
    assert header["height"] < 100
    link = page.get_by_role("link", name="Bewijskaarten")
    expect(link).to_be_hidden()
    check(page)
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
    check(page)
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewijskaarten")


@phone_only
def test_the_menu_needs_no_script(cast: Cast, open_page: OpenPage) -> None:
    page = open_page(reverse("home"), user=cast.alice, script=False)
    page.locator(".sw-menu > summary").click()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()


@desk_only
def test_on_a_desk_the_menu_is_a_row(cast: Cast, open_page: OpenPage) -> None:
    page = open_page(reverse("home"), user=cast.alice)
    expect(page.locator(".sw-menu")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link")).to_have_count(6)
