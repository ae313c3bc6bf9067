"""The style guide in a real browser: accessible, within the window, usable without script."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.browser.conftest import SIZES, Check, OpenPage

PAGES = ("guide", "guide-forms", "guide-charts", "accessibility")
desk_only = pytest.mark.parametrize("size", [SIZES["desk"]], ids=["desk"])
phone_only = pytest.mark.parametrize("size", [SIZES["phone"]], ids=["phone"])


def test_every_page_of_the_guide(open_page: OpenPage, check: Check) -> None:
    for name in PAGES:
        page = open_page(reverse(f"design:{name}"))
        expect(page.locator("h1")).to_have_count(1)
        check(page)


def test_error_pages(open_page: OpenPage, check: Check) -> None:
    for code in (403, 404, 500):
        page = open_page(reverse("design:error-page", args=[code]))
        expect(page.get_by_role("link", name="Naar het begin")).to_be_visible()
        check(page)


def test_one_picture_of_each_chart_is_shown(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(reverse("design:guide-charts"))
    shown, hidden = ("narrow", "wide") if size == SIZES["phone"] else ("wide", "narrow")
    assert page.locator(f".sw-chart__{shown}").count() == 9
    for place in range(9):
        expect(page.locator(f".sw-chart__{shown} svg").nth(place)).to_be_visible()
        expect(page.locator(f".sw-chart__{hidden} svg").nth(place)).to_be_hidden()


def test_words_in_the_browser_are_no_wider_than_reckoned(open_page: OpenPage) -> None:
    page = open_page(reverse("design:guide-charts"))
    page.evaluate("document.fonts.ready.then(() => null)")
    beyond = page.evaluate(
        """() => [...document.querySelectorAll('.sw-chart svg')]
        .filter(svg => svg.getBoundingClientRect().width > 0)
        .flatMap(svg => [...svg.querySelectorAll('text')].filter(text => {
          const box = text.getBBox(), sheet = svg.viewBox.baseVal;
          return box.x < -3 || box.x + box.width > sheet.width + 1
            || box.y + box.height > sheet.height + 3;
        }).map(text => text.textContent))"""
    )
    assert beyond == []


@desk_only
def test_the_typeface_and_the_theme_arrive(open_page: OpenPage) -> None:
    page = open_page(reverse("design:guide"))
    page.evaluate("document.fonts.ready.then(() => null)")
    assert page.evaluate("[...document.fonts].some(f => f.status == 'loaded')")
    style = "getComputedStyle(document.querySelector('.utrecht-button-link--primary-action'))"
    assert page.evaluate(f"{style}.backgroundColor") == "rgb(15, 76, 85)"
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(252, 250, 245)"
    )


@desk_only
def test_the_first_tab_skips_to_the_content(open_page: OpenPage) -> None:
    page = open_page(reverse("design:guide"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


@phone_only
def test_an_error_leads_to_its_field(open_page: OpenPage) -> None:
    page = open_page(reverse("design:guide-forms"))
    page.get_by_role("link", name="Eerste startdatum").click()
    assert page.evaluate("location.hash") == "#fout_start"


@desk_only
def test_the_language_switch_works_without_script(open_page: OpenPage) -> None:
    page = open_page(reverse("design:guide"), script=False)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Streekwerk looks like")
    assert page.locator("html").get_attribute("lang") == "en"


@desk_only
def test_paper_shows_the_tables_and_hides_the_controls(open_page: OpenPage) -> None:
    page = open_page(reverse("design:guide-charts"))
    page.emulate_media(media="print")
    for navigation in page.locator(".sw-nav").all():
        expect(navigation).to_be_hidden()
    expect(page.locator(".sw-details table").last).to_be_visible()
