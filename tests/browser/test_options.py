"""Following the evidence and deviating from it take the same clicks; no script is needed."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from tests.browser.conftest import OpenPage
from tests.cast import Cast
from tests.people.options.desk import Desk, publish_round

from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.people.models import Decision


@pytest.mark.parametrize("size", [(1280, 900)], indirect=False)
def test_following_and_deviating_take_the_same_clicks(
    desk: Desk, cast: Cast, real_card: EvidenceCard, open_page: OpenPage, size: tuple[int, int]
) -> None:
    publish_round(cast.dana, real_card)
    page = open_page(_options(desk), user=desk.anna, script=False)
    names = ("Coaching naar werk", "Training of opleiding", "Nu niet", "Eerst meer weten")
    assert {name: _clicks(page, desk, name) for name in names} == dict.fromkeys(names, 3)
    assert Decision.objects.count() == len(names)


def _clicks(page: Page, desk: Desk, name: str) -> int:
    """Choose one option from the page of options, and count every click."""
    page.goto(page.url.split("/begeleiding/")[0] + _options(desk))
    clicks = [
        page.get_by_role("link", name="Kies samen"),
        page.get_by_label(name, exact=True),
        page.get_by_role("button", name="Leg vast"),
    ]
    for each in clicks:
        each.click()
    assert "/keuze/" in page.url
    return len(clicks)


def _options(desk: Desk) -> str:
    return reverse("caseworker:options", args=[desk.file.public_id])
