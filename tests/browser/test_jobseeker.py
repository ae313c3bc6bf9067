"""A jobseeker on a phone: sign in, answer, correct, tick a step, object, withdraw a consent."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.accounts.entry.helpers import PASSWORD
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.people.options.desk import Desk

from streekwerk.guidance.consents import Purpose
from streekwerk.guidance.file.source import FactSource
from streekwerk.guidance.plan.steps import Who
from streekwerk.people.actions import files, plans
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.models import Objection, Step
from streekwerk.people.queries.consents import consents
from streekwerk.people.queries.requests import requests_of

phone_only = pytest.mark.parametrize("size", [SIZES["phone"]], ids=["phone"])


def ready(desk: Desk) -> Step:
    """Give Karim a password, a step, advice and a choice."""
    person, guide = desk.file, desk.anna
    desk.karim.set_password(PASSWORD)
    desk.karim.save()
    files.record(guide, person, "wish_work", "Weer met mijn handen werken")
    files.record(guide, person, "last_work", "Kok", source=FactSource.CASEWORKER)
    due = timezone.localdate() + dt.timedelta(days=3)
    step = plans.add_step(guide, person, plans.NewStep("Bellen met Jan", Who.JOBSEEKER, due))
    decide(guide, person, Chosen(("not_now",), together=True), show_advice(guide, person))
    return step


def heading(page: Page, words: str) -> None:
    """Wait for the page with this heading."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def go(page: Page, part: str) -> None:
    """Open a part of the portal by its name in the second row of navigation."""
    page.locator(".sw-nav--second").get_by_role("link", name=part, exact=True).click()


@phone_only
def test_a_jobseeker_does_it_all_without_script(
    desk: Desk, open_page: OpenPage, check: Check
) -> None:
    step = ready(desk)
    page = open_page(reverse("jobseeker:start"), script=False)
    page.get_by_label("Mailadres").fill(desk.karim.username)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("link", name="Vertel hoe het gaat").click()
    page.get_by_role("button", name="Dit is gedaan").click()
    step.refresh_from_db()
    assert step.state == "done"
    go(page, "Mijn plan")
    page.get_by_role("link", name="Vertel hoe het met u gaat").click()
    page.get_by_role("link", name="Begin", exact=True).last.click()
    page.locator(".sw-scale__point").first.click()
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("link", name="Stop, alles is bewaard").click()
    page.get_by_role("button", name="Ik ben klaar").click()
    assert desk.file.rounds.filter(finished_at__isnull=False).count() == 1
    go(page, "Mijn gegevens")
    page.get_by_role("link", name=re.compile("Klopt niet.*Laatste werk")).click()
    page.get_by_label("Wat klopt er niet").fill("Ik was bakker")
    page.get_by_role("button", name="Vraag om verbetering").click()
    heading(page, "Wij hebben uw vraag ontvangen")
    assert requests_of(desk.file).get().words == "Ik was bakker"
    go(page, "Mogelijkheden")
    page.get_by_role("link", name="Ik ben het er niet mee eens").click()
    page.get_by_label("ik ben het niet eens met de keuze").check()
    page.get_by_label("Vertel in uw eigen woorden").fill("Ik wil wel iets doen")
    page.get_by_role("button", name="Verstuur").click()
    heading(page, "Wij hebben het ontvangen")
    assert Objection.objects.get().by_jobseeker
    go(page, "Mijn rechten")
    page.get_by_role("link", name="Toestemming").click()
    page.get_by_role("button", name=re.compile("Geef toestemming.*Mijn profiel")).click()
    assert consents(desk.file, Purpose.EMPLOYERS)
    page.get_by_role("button", name=re.compile("Trek in.*Mijn profiel")).click()
    assert not consents(desk.file, Purpose.EMPLOYERS)


def test_every_page_is_in_order(desk: Desk, open_page: OpenPage, check: Check) -> None:
    """Those that test_the_whole_walk.py does not come by."""
    ready(desk)
    page = open_page(reverse("jobseeker:details"), user=desk.karim)
    check(page)
    base = page.url.removesuffix(reverse("jobseeker:details"))
    names = ("questions", "rights", "consents", "use", "disagree", "everything", "keeping", "erase")
    addresses = [reverse(f"jobseeker:{name}") for name in names]
    addresses.append(reverse("jobseeker:subject", args=["search"]))
    for address in addresses:
        page.goto(base + address)
        check(page)
