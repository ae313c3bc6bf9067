"""The pages of the guide, in both languages, under the strict content security policy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation

from streekwerk.charts.canvas import PALETTE
from streekwerk.screens.design import vendor

STYLES = Path(vendor.DESIGN) / "static" / "design" / "css"
NAMES = ("guide", "guide-forms", "guide-charts", "accessibility")


@pytest.fixture
def reader() -> Client:
    return Client()


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_pages_hold_nothing_inline_and_one_heading(reader: Client, name: str) -> None:
    page = reader.get(reverse(f"design:{name}"), secure=True).content.decode()
    assert page.count("<h1") == 1
    assert not re.search(r"<[^>]+\sstyle=", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert not re.search(r"<[^>]+\son[a-z]+=", page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("code", [403, 404, 500])
def test_error_pages_need_no_request_and_no_database(code: int) -> None:
    page = render_to_string(f"{code}.html")
    assert "Naar het begin" in page
    with translation.override("en"):
        assert "To the start page" in render_to_string(f"{code}.html")


def test_every_colour_a_chart_uses_follows_the_theme() -> None:
    styles = (STYLES / "charts.css").read_text(encoding="utf-8")
    for name in PALETTE:
        assert f".f-{name} {{ fill: var(--sw-" in styles
        assert f".s-{name} {{ stroke: var(--sw-" in styles


def test_only_the_tokens_name_colours() -> None:
    for path in STYLES.glob("*.css"):
        if path.name in {"tokens.css", "print.css"}:
            continue
        bare = re.sub(r"#fff\b", "", path.read_text(encoding="utf-8"))
        assert not re.search(r"#[0-9a-f]{3,8}\b", bare), path.name


def test_every_own_token_that_is_used_is_defined() -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in STYLES.glob("*.css"))
    used = set(re.findall(r"var\((--sw-[a-z-]+)\)", styles))
    assert used <= set(re.findall(r"(--sw-[a-z-]+):", styles))
