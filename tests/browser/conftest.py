"""A real Chromium before the running product, wide as on a desk and narrow as on a phone.

``open_page("/wat-werkt/")`` gives a Playwright page on the live server; when the
test ends it must not have said anything in the browser's console (a broken
content security policy shows there). ``check(page)`` runs axe and looks for
sideways scrolling.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client, override_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from streekwerk.accounts.models import User
from streekwerk.screens.design import vendor

AXE = vendor.REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = os.environ.get("STREEKWERK_CHROMIUM") or shutil.which("chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"desk": (1280, 900), "phone": (390, 844)}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (tags) => (await axe.run(document, {runOnly: {type: 'tag', values: tags}}))
  .violations.map(v => `${v.id}: ${v.help}\\n` + v.nodes.map(n => '  ' + n.target).join('\\n'))"""
OpenPage = Callable[..., Page]
Check = Callable[[Page], None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is here, and skip it where there is no Chromium."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="no chromium on this machine"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser once. Playwright's loop runs in this thread; Django must not mind."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    vendor.install()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session", autouse=True)
def _plain_http_server(request: pytest.FixtureRequest) -> None:
    """Start the live server on http: its middleware reads this setting once, at the start."""
    with override_settings(SECURE_SSL_REDIRECT=False):
        request.getfixturevalue("live_server")


@pytest.fixture(autouse=True)
def _plain_http_cookies(settings: Settings) -> None:
    """Let cookies travel over http too."""
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "session", "csrf"


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Run the test at every size; a test that needs one size parametrizes this itself."""
    return SIZES[request.param]


@pytest.fixture
def open_page(
    chromium: Browser, live_server: LiveServer, size: tuple[int, int]
) -> Iterator[OpenPage]:
    """Return a function that opens an address, signed in as ``user`` if one is given.

    ``script=False`` turns JavaScript off; the product must work all the same.
    """
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def open_(path: str, *, user: User | None = None, script: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=script
        )
        contexts.append(context)
        if user is not None:
            context.add_cookies([_session(user, live_server.url)])
        page = context.new_page()
        page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{live_server.url}{path}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert said == [], "the browser's console complained"


def _session(user: User, url: str) -> dict[str, str]:
    client = Client()
    client.force_login(user)
    name = django_settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


@pytest.fixture
def check(request: pytest.FixtureRequest) -> Check:
    """Return a function that asserts no axe violation and no sideways scrolling.

    It keeps a picture of every page where ``STREEKWERK_PICTURES`` names a folder.
    """
    pictures = count(1)

    def check_(page: Page) -> None:
        if folder := os.environ.get("STREEKWERK_PICTURES"):
            name = re.sub(r"\W+", "-", f"{request.node.name}-{next(pictures):02}")
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        problems = page.evaluate(RUN_AXE, RULES)
        assert problems == [], "\n".join(problems)
        wide, view = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= view, f"the page is {wide} wide in a window of {view}"

    return check_
