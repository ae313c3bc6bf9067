"""At the desk: read options together, answer, compare, choose; equal clicks and no score."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from tests.browser.conftest import Check, OpenPage
from tests.cast import Cast
from tests.people.options.desk import Desk, publish_round

from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.people.models import Decision
from streekwerk.people.queries.decisions import latest_decision

# Numbers about the person would have to be called something.
SCORES = """() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
  .filter(a => /score|rank|priorit|kans(?!en)/i.test(a.name + ' ' + a.value)).map(a => a.value)"""


def test_from_options_to_a_decision(
    desk: Desk, cast: Cast, real_card: EvidenceCard, open_page: OpenPage, check: Check
) -> None:
    publish_round(cast.dana, real_card)
    page = open_page(_options(desk), user=desk.anna)
    check(page)
    assert page.evaluate(SCORES) == []
    page.get_by_label("Vanaf wanneer kunt u beginnen?").fill("2026-12-01")
    page.get_by_role("listitem").filter(has_text="Vanaf wanneer").get_by_role("button").click()
    page.get_by_role("link", name="Training of opleiding").click()
    page.get_by_role("button", name="Ja").first.click()
    check(page)
    page.get_by_role("link", name="Terug naar alle mogelijkheden").click()
    for name in ("Coaching naar werk", "Training of opleiding", "Nu niet"):
        page.get_by_label(name + ": zet naast elkaar").check()
    page.get_by_role("button", name="Zet naast elkaar").click()
    check(page)
    page.get_by_role("link", name="Kies samen").click()
    check(page)
    page.get_by_label("Coaching naar werk").check()
    page.get_by_role("button", name="Leg vast").click()
    assert page.get_by_role("link", name="Geef het plan mee (pdf)").is_visible()
    check(page)
    made = latest_decision(desk.file)
    assert made is not None
    assert [choice.key for choice in made.choices.all()] == ["40"]


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
