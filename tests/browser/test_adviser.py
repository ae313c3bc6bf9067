"""An adviser's day: from today's list to what drives a business, an agreement, and its end.

The employer then looks back on the same agreement. Both walk with axe, wide and narrow.
"""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.browser.conftest import Check, OpenPage
from tests.partners.factories import Stage, set_stage

from streekwerk.partners.actions.agreements import AgreementCard, agree, tell
from streekwerk.partners.choices import AgreementState
from streekwerk.partners.models import Evaluation, MotiveRound


@pytest.fixture
def stage(transactional_db: None) -> Stage:
    """Bring everybody on stage."""
    return set_stage()


def test_an_adviser_works_through_today(stage: Stage, open_page: OpenPage, check: Check) -> None:
    page = open_page(reverse("adviser:today"), user=stage.alice)
    check(page)
    page.get_by_role("link", name="Bakkerij Zonnebrood").click()
    check(page)
    page.get_by_role("link", name="Bespreek wat het bedrijf drijft").click()
    page.get_by_role("group", name=re.compile("handen tekort")).get_by_label("5").check()
    page.get_by_role("group", name=re.compile("nieuwe producten")).get_by_label("4").check()
    check(page)
    page.get_by_role("button", name="Bewaar").click()
    assert page.get_by_text("5 van 5").is_visible()
    check(page)
    assert MotiveRound.objects.get().scores.count() == 2
    page.get_by_role("link", name="Afspraken", exact=True).last.click()
    page.get_by_role("link", name="Maak een afspraak").click()
    page.get_by_label("Wat spreken we af?").fill("Twee proefplaatsen")
    page.get_by_label("Wanneer kijken we hoe het gaat?").fill(str(timezone.localdate()))
    check(page)
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Twee proefplaatsen").click()
    page.get_by_label("Nagekomen").check()
    page.get_by_role("button", name="Bewaar").click()
    check(page)


@pytest.mark.parametrize("size", ["phone"], indirect=True)
def test_an_employer_looks_back(stage: Stage, open_page: OpenPage, check: Check) -> None:
    agreement = agree(stage.alice, stage.bakery, AgreementCard("Meelopen"))
    tell(stage.alice, agreement, AgreementState.DONE)
    page = open_page(reverse("own-file:employer"), user=stage.bas_himself, script=False)
    page.get_by_role("link", name="Afspraken").last.click()
    page.get_by_role("link", name="Meelopen").click()
    page.get_by_label("Wat ging goed?").fill("Fijne mensen")
    page.get_by_label("Ja", exact=True).check()
    page.get_by_role("button", name="Bewaar").click()
    assert page.get_by_role("heading", name="Bakkerij Zonnebrood").is_visible()
    assert Evaluation.objects.get().went_well == "Fijne mensen"


@pytest.mark.parametrize("size", ["desk"], indirect=True)
def test_phases_and_the_map_can_be_read(stage: Stage, open_page: OpenPage, check: Check) -> None:
    page = open_page(reverse("adviser:phases"), user=stage.dana)
    page.get_by_role("link", name=re.compile("Werkgever contact")).click()
    assert page.get_by_role("link", name="Wasserij Helder").is_visible()
    check(page)
    page.get_by_role("link", name="Kaart", exact=True).click()
    page.get_by_text("Toon de getallen in een tabel").click()
    check(page)
