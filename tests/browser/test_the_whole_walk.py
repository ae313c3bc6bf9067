"""One walk by two people: intake, diagnosis, options, decision, paper, outcome, feedback.

The caseworker at the desk and the jobseeker at home, each in a browser of their own; once by
keyboard alone on a desk, once by touch on a phone. Every page is looked at by axe, and is
no wider than its window.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django import Settings
from tests.accounts.entry.helpers import PASSWORD
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.browser.hands import Hands, Keyboard, Pointer
from tests.cast import Cast
from tests.pdf_text import text_of
from tests.people.options.desk import Desk, publish_round

from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.people.models import Conversation, DiagnosisAnswer, Person, StepOutcome
from streekwerk.people.queries.decisions import latest_decision

WISH, STEP, HER_WORDS = "Ik wil koken", "Meelopen in een keuken", "Iemand die meedenkt"
# Numbers about the person would have to be called something.
SCORES = """() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
  .filter(a => /score|rank|priorit|kans(?!en)/i.test(a.name + ' ' + a.value)).map(a => a.value)"""
# What the law asks one after the other, once the date of birth is known.
QUESTIONS = (("jonger dan 27", "Nee"), ("Krijgt u bijstand", "Ja"), ("uitkering van UWV", "Nee"))
WALKS = [
    pytest.param(SIZES["desk"], Keyboard(), id="keyboard-desk"),
    pytest.param(SIZES["phone"], Pointer(), id="touch-phone"),
]


@dataclass
class Walker:
    """One of the two, with a browser; ``see`` looks at the page as it now is."""

    page: Page
    hands: Hands
    check: Check

    def see(self) -> None:
        self.page.wait_for_load_state()
        self.check(self.page)

    def link(self, name: str | re.Pattern[str]) -> None:
        self.hands.press(self.page, "link", name)

    def button(self, name: str | re.Pattern[str]) -> None:
        self.hands.press(self.page, "button", name)

    def write(self, label: str | re.Pattern[str], words: str) -> None:
        self.hands.write(self.page, label, words)

    def heading(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(words)

    def paper(self, name: str) -> str:
        """Open a PDF as its link does, and return its text."""
        address = self.page.get_by_role("link", name=name).get_attribute("href")
        base = "/".join(self.page.url.split("/")[:3])
        answer = self.page.context.request.get(f"{base}{address}")
        assert answer.headers["content-type"] == "application/pdf"
        return " ".join(text_of(answer.body()).split())


@pytest.fixture
def _simple_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.mark.parametrize(("size", "hands"), WALKS)
@pytest.mark.usefixtures("_simple_passwords")
def test_from_intake_to_feedback_by_two_people(
    desk: Desk,
    cast: Cast,
    real_card: EvidenceCard,
    open_page: OpenPage,
    check: Check,
    hands: Hands,
) -> None:
    publish_round(cast.dana, real_card)
    start = open_page(reverse("caseworker:caseload"), user=desk.anna)
    anna = Walker(start, hands, check)
    eva = _intake(anna)
    assert eva.birth_date == dt.date(1985, 5, 24)
    _diagnosis(anna)
    home = Walker(open_page(_invitation(anna)), hands, check)
    _comes_in(home)
    _options(anna)
    _says_what_she_wants(home)
    _decide(anna, eva)
    _reads_it_at_home(home)
    _outcome(anna)
    _feedback(anna)


def _intake(anna: Walker) -> Person:
    anna.see()
    anna.link("Nieuw dossier")
    anna.see()
    anna.write("Voornaam", "Eva")
    anna.write("Achternaam", "Bos")
    anna.write("Geboortedatum", "1985-05-24")
    anna.button("Open het dossier")
    anna.see()
    return Person.objects.get(first_name="Eva")


def _diagnosis(anna: Walker) -> None:
    """Hold the first conversation: the wish, a question on a scale, an agreement."""
    anna.link("Maak kennis")
    anna.see()
    anna.button("Begin")
    anna.heading("Wat wilt u?")
    anna.see()
    anna.write("Wat zou u graag doen?", WISH)
    anna.button("Verder")
    anna.heading("Hoeveel vertrouwen hebt u erin?")
    anna.see()
    anna.hands.choose(anna.page, "wisselend")
    expect(anna.page.get_by_role("status").filter(has_text="Bewaard om")).to_be_visible()
    anna.hands.open(anna.page, "Alle onderwerpen")
    anna.link("Afspraken")
    anna.see()
    anna.write("Wat gaan we doen?", STEP)
    anna.hands.choose(anna.page, "Eva")
    anna.button("Zet deze stap in het plan")
    expect(anna.page.get_by_text(STEP)).to_be_visible()
    anna.button("Rond het gesprek af")
    expect(anna.page.get_by_text(WISH)).to_be_visible()
    assert not Conversation.objects.get().is_open
    assert DiagnosisAnswer.objects.get().level == 3
    for tab in ("Gegevens", "Ontwikkeling", "Plan", "Tijdlijn", "Overzicht"):
        anna.link(tab)
        anna.see()


def _invitation(anna: Walker) -> str:
    """Make the link that Eva gets on paper."""
    anna.link("Nodig uit")
    anna.see()
    anna.button("Maak de uitnodiging")
    address = anna.page.get_by_label("De link").input_value()
    anna.see()
    anna.link("Klaar")
    return "/" + address.split("/", 3)[3]


def _comes_in(home: Walker) -> None:
    home.see()
    home.write("Kies een wachtwoord", PASSWORD)
    home.button("Maak mijn account")
    expect(home.page.get_by_text(WISH)).to_be_visible()
    home.see()


def _options(anna: Walker) -> None:
    """Answer what the law asks, look at one option, and put three beside each other."""
    anna.link("Mogelijkheden")
    anna.see()
    assert anna.page.evaluate(SCORES) == []
    for question, answer in QUESTIONS:
        asked = anna.page.get_by_role("listitem").filter(has_text=question)
        anna.hands.press(anna.page, "button", answer, within=asked)
        expect(asked).to_have_count(0)
    anna.link("Coaching naar werk")
    anna.see()
    anna.link("Terug naar alle mogelijkheden")
    for name in ("Coaching naar werk", "Training of opleiding", "Nu niet"):
        anna.hands.tick(anna.page, f"{name}: zet naast elkaar")
    anna.button("Zet naast elkaar")
    anna.see()


def _says_what_she_wants(home: Walker) -> None:
    home.link("Mogelijkheden")
    home.see()
    home.link("Coaching naar werk")
    home.see()
    home.write(re.compile("Waarom wilt u dit"), HER_WORDS)
    home.button("Dit wil ik het liefst")
    home.see()


def _decide(anna: Walker, eva: Person) -> None:
    anna.link("Kies samen")
    expect(anna.page.get_by_text("dit het liefst te willen: Coaching naar werk")).to_be_visible()
    anna.see()
    anna.hands.tick(anna.page, "Coaching naar werk")
    anna.button("Leg vast")
    anna.heading(re.compile("Gekozen op"))
    anna.see()
    made = latest_decision(eva)
    assert made is not None
    assert [choice.key for choice in made.choices.all()] == ["40"]
    paper = anna.paper("Geef het plan mee (pdf)")
    for said in ("Eva Bos", HER_WORDS, "Coaching naar werk", STEP):
        assert said in paper
    assert "Coaching naar werk" in anna.paper("Deze keuze als document (pdf)")


def _reads_it_at_home(home: Walker) -> None:
    """Read the same paper, agree, and tick off the step."""
    home.link("Mijn plan")
    home.see()
    paper = home.paper("Plan op papier (pdf)")
    assert "Coaching naar werk" in paper
    assert STEP in paper
    home.link(STEP)
    home.see()
    home.button("Dit is gedaan")
    home.see()


def _outcome(anna: Walker) -> None:
    anna.link("Plan")
    anna.see()
    anna.link(re.compile(STEP))
    anna.see()
    anna.link("Zeg wat ervan kwam")
    anna.see()
    anna.button("Een gesprek bij een werkgever")
    anna.see()
    assert StepOutcome.objects.get().step.what == STEP


def _feedback(anna: Walker) -> None:
    menu = anna.page.locator("summary", has_text="Menu")
    if menu.is_visible():
        anna.hands.open(anna.page, "Menu")
    anna.link("Samen terugkijken")
    anna.see()
    anna.link("Mijn eigen mensen")
    expect(anna.page.get_by_text("Alleen u kunt deze bladzijde openen")).to_be_visible()
    anna.see()
