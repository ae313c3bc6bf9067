"""From today's list to a follow-up by one click each, by keyboard too; then the team looks back."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.people.outcomes.test_feedback import Team, team
from tests.people.people import Table, set_table, today

from streekwerk.guidance.follow_up.moments import months_after
from streekwerk.people.models import FollowUpAnswer, Plan

__all__ = ["team"]
desk_only = pytest.mark.parametrize("size", [SIZES["desk"]], ids=["desk"])
phone_only = pytest.mark.parametrize("size", [SIZES["phone"]], ids=["phone"])


@pytest.fixture
def table(transactional_db: None) -> Table:
    """Bring everybody on stage."""
    return set_table()


@phone_only
def test_a_follow_up_takes_one_click_a_question(
    table: Table, open_page: OpenPage, check: Check
) -> None:
    Plan.objects.create(
        municipality_id=table.anna.municipality_id,
        person=table.anna,
        made_on=months_after(today(), -6),
        made_by=table.alice,
    )
    page = open_page(reverse("caseworker:today") + "?reden=terugblik", user=table.alice)
    check(page)
    page.get_by_role("link", name=re.compile("Vraag hoe het nu gaat.*Anna")).click()
    check(page)
    page.get_by_role("button", name="Ja", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="24 uur").click()
    check(page)
    page.get_by_role("button", name="Weet ik niet").click()
    page.get_by_role("button", name="Ja", exact=True).click()
    assert page.get_by_text("Dank u, dit was alles").is_visible()
    check(page)
    answers = FollowUpAnswer.objects.order_by("pk").values_list("answer", flat=True)
    assert list(answers) == ["yes", "24", "unknown", "yes"]


@desk_only
def test_the_team_looks_back_and_agrees(team: Team, open_page: OpenPage, check: Check) -> None:
    page = open_page(reverse("team:team"), user=team.table.alice)
    check(page)
    page.get_by_label("Wat spreekt u af?").fill("Na drie maanden bellen")
    page.get_by_role("button", name="Spreek dit af").click()
    page.get_by_role("button", name=re.compile("Gedaan.*Na drie")).click()
    check(page)
    page.get_by_role("link", name="Mijn eigen mensen").click()
    assert page.get_by_text("Alleen u kunt deze bladzijde openen").is_visible()
    check(page)
