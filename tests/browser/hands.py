"""Two ways to work a page: a finger or mouse, and a keyboard alone. A walk is written once.

Whatever is named must be there by its role and its name, as a screen reader has it. The
keyboard reaches everything by Tab and works it with Enter, Space and arrows; wherever it stops,
the focus must be seen.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Error, Locator, Page

Role = Literal["link", "button"]
Name = str | re.Pattern[str]
MOST_TABS, MOST_MOMENTS = 120, 400
# What a sighted person sees of the focus: a line or a shadow, at the element or what it is in.
IS_SEEN = """e => {
  const seen = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)
    || s.boxShadow !== 'none';
  const box = e.getBoundingClientRect();
  const around = [e, e.closest('label'), e.labels && e.labels[0], e.parentElement].filter(Boolean);
  return around.some(one => seen(getComputedStyle(one))) && box.width > 0;
}"""


class Hands(Protocol):
    """How somebody works a page."""

    def press(self, page: Page, role: Role, name: Name, within: Locator | None = None) -> None:
        """Follow a link or press a button."""

    def write(self, page: Page, label: Name, words: str) -> None:
        """Write in a field."""

    def tick(self, page: Page, label: Name) -> None:
        """Tick a box."""

    def choose(self, page: Page, label: Name) -> None:
        """Choose one of several."""

    def open(self, page: Page, words: str) -> None:
        """Unfold what is folded away."""


class Pointer:
    """A finger, or a mouse."""

    def press(self, page: Page, role: Role, name: Name, within: Locator | None = None) -> None:
        _find(within or page, role, name).click()

    def write(self, page: Page, label: Name, words: str) -> None:
        page.get_by_label(label).first.fill(words)

    def tick(self, page: Page, label: Name) -> None:
        page.get_by_label(label).first.check()

    def choose(self, page: Page, label: Name) -> None:
        page.get_by_text(label, exact=True).first.click()

    def open(self, page: Page, words: str) -> None:
        page.locator("summary", has_text=words).first.click()


class Keyboard:
    """No pointer at all."""

    def press(self, page: Page, role: Role, name: Name, within: Locator | None = None) -> None:
        reach(page, _find(within or page, role, name))
        page.evaluate("window.stillHere = true")
        page.keyboard.press("Enter")
        _next_page(page)

    def write(self, page: Page, label: Name, words: str) -> None:
        field = page.get_by_label(label).first
        reach(page, field)
        if field.get_attribute("type") == "date":
            # A date field takes day, month and year in the order of the browser's language.
            year, month, day = words.split("-")
            order = page.evaluate("new Date(2001, 1, 3).toLocaleDateString()").startswith("2")
            page.keyboard.type(f"{month}{day}{year}" if order else f"{day}{month}{year}")
        else:
            page.keyboard.type(words)

    def tick(self, page: Page, label: Name) -> None:
        reach(page, page.get_by_label(label).first)
        page.keyboard.press("Space")

    def choose(self, page: Page, label: Name) -> None:
        wanted = page.get_by_role("radio", name=label, exact=True).first
        group = page.locator(f"input[type=radio][name='{wanted.get_attribute('name')}']")
        reach(page, group)
        for _press in range(group.count()):
            if has_focus(wanted):
                page.keyboard.press("Space")
                return
            page.keyboard.press("ArrowDown")
        pytest.fail(f"{label} cannot be reached with arrows")

    def open(self, page: Page, words: str) -> None:
        reach(page, page.locator("summary", has_text=words).first)
        page.keyboard.press("Enter")


def _find(where: Page | Locator, role: Role, name: Name) -> Locator:
    return where.get_by_role(role, name=name, exact=isinstance(name, str)).first


def _next_page(page: Page) -> None:
    """Wait for the page that every link and button leads to: a press of a key waits for nothing."""
    for _moment in range(MOST_MOMENTS):
        # Between two pages there is nothing to ask.
        with suppress(Error):
            if page.evaluate("!window.stillHere && document.readyState === 'complete'"):
                return
        page.wait_for_timeout(50)
    pytest.fail(f"nothing came after a key was pressed at {page.url}")


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until ``wanted`` has the focus, and see that it can be seen everywhere."""
    wanted.first.wait_for()
    handles = wanted.element_handles()
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("all => all.includes(document.activeElement)", handles):
            seen = page.evaluate(f"({IS_SEEN})(document.activeElement)")
            assert seen, f"the focus cannot be seen on {wanted} at {page.url}"
            return
    pytest.fail(f"{wanted} cannot be reached by Tab at {page.url}")


def has_focus(element: Locator) -> bool:
    """Whether ``element`` has the focus."""
    return bool(element.evaluate("e => e === document.activeElement"))
