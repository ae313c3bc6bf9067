"""The conversation: few questions, back and forth, and nothing kept by us."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import Cast, person, signed_in

from streekwerk.accounts.models import AuditEntry, Role
from streekwerk.bylaws.actions import decide
from streekwerk.rights import REGISTRY
from streekwerk.rights.engine.facts import Answer
from streekwerk.screens.rights.conversation import COOKIE, Conversation, keep, read
from streekwerk.screens.rights.themes import EVERYTHING

START, QUESTION = "/wat-de-wet-geeft/rekenhulp/", "/wat-de-wet-geeft/rekenhulp/vraag/"
OUTCOME = "/wat-de-wet-geeft/rekenhulp/uitkomst/"
DAY = "2026-07-01"


@pytest.fixture
def browser(db: None) -> Client:
    return Client()


def begin(browser: Client, scope: str = "recht", day: str = DAY) -> None:
    answer = browser.post(START, {"scope": scope, "day": day})
    assert (answer.status_code, answer.url) == (302, QUESTION)


def say(browser: Client, key: str, **answer: str) -> int:
    return browser.post(QUESTION, {"fact": key, **answer}).status_code


def asked(browser: Client) -> str:
    page = browser.get(QUESTION).content.decode()
    return page.split('name="fact" value="')[1].split('"')[0]


def text(browser: Client, path: str) -> str:
    answer = browser.get(path, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_no_settles_one_rule(browser: Client) -> None:
    begin(browser, "regel:loonkostensubsidie")
    assert asked(browser) == "doelgroep_lks"
    assert say(browser, "doelgroep_lks", answer="nee") == 302
    assert browser.get(QUESTION).url == OUTCOME
    page = text(browser, OUTCOME)
    assert "0 keer ja, 0 keer nog niet zeker, 1 keer nee" in page
    assert "Pw art. 10d lid 1" in page
    assert "als dit klopt: de gemeente heeft vastgesteld" in page


def test_a_yes_comes_with_amounts_readings_reasons_and_wording(browser: Client) -> None:
    begin(browser, "regel:loonkostensubsidie")
    numbers = {"loonwaarde_procent": "60", "uren_per_week": "32", "volledige_werkweek": "36"}
    while (answer := browser.get(QUESTION)).status_code == 200:
        key = answer.content.decode().split('name="fact" value="')[1].split('"')[0]
        said = "nee" if key == "wsw_dienstbetrekking" else numbers.get(key, "ja")
        assert say(browser, key, answer=said) == 302
    page = text(browser, OUTCOME)
    assert "Ja, dit is een recht" in page
    assert "€ 897,41 per maand" in page  # worked case LKS-60-32
    assert "lezing 2: werkgeverslasten alleen in het plafond" in page
    assert "Alle voorwaarden in vakwoorden, met artikel" in page
    assert "Wat zou dit veranderen?" in page


def test_dont_know_is_always_possible_and_said_at_the_end(browser: Client) -> None:
    begin(browser)
    count = 0
    while (answer := browser.get(QUESTION)).status_code == 200:
        key = answer.content.decode().split('name="fact" value="')[1].split('"')[0]
        unknown = (
            {"unknown": "1"} if "sw-unit" in answer.content.decode() else {"answer": "onbekend"}
        )
        assert say(browser, key, **unknown) == 302
        count += 1
        assert count < len(REGISTRY)
    page = text(browser, OUTCOME)
    assert page.count("<dd>Weet ik niet</dd>") == count
    assert "Hier beslist een mens" in page
    assert "Nog te vragen" in page


def test_dont_know_needs_no_right_answer_first(browser: Client) -> None:
    begin(browser)
    assert say(browser, "leeftijd", answer="abc", unknown="1") == 302
    kept = read(browser.get(QUESTION).wsgi_request)
    assert kept is not None
    assert dict(kept.given) == {"leeftijd": None}


def test_going_back_and_changing_an_answer(browser: Client) -> None:
    begin(browser)
    first = asked(browser)
    say(browser, first, answer="ja")
    second = asked(browser)
    page = browser.get(QUESTION).content.decode()
    back = reverse("rights:change", args=[first])
    assert f'href="{back}"' in page
    changing = browser.get(back).content.decode()
    assert "data-chosen" in changing
    assert "uw antwoord nu" in changing
    assert browser.post(back, {"fact": first, "answer": "nee"}).url == QUESTION
    assert asked(browser) != first
    kept = read(browser.get(QUESTION).wsgi_request)
    assert kept is not None
    assert dict(kept.given) == {first: "nee"}
    assert second not in kept.given


def test_what_is_certain_is_always_in_sight(browser: Client) -> None:
    begin(browser)
    say(browser, "algemene_bijstand", answer="ja")
    page = browser.get(QUESTION).content.decode()
    assert "Aanspraak op ondersteuning" in page.split("Dit is al zeker")[1]


@pytest.mark.parametrize(
    ("key", "answer", "message"),
    [
        ("leeftijd", "abc", "Vul een getal in van 0 tot en met 120."),
        ("leeftijd", "121", "Vul een getal in van 0 tot en met 120."),
        ("leeftijd", "", "Vul een getal in van 0 tot en met 120."),
        ("algemene_bijstand", "misschien", "misschien"),
        ("algemene_bijstand", "", "Kies een van de antwoorden."),
    ],
)
def test_a_wrong_answer_is_explained_and_not_kept(
    browser: Client, key: str, answer: str, message: str
) -> None:
    begin(browser)
    page = browser.post(QUESTION, {"fact": key, "answer": answer})
    assert page.status_code == 422
    assert message in page.content.decode()
    kept = read(browser.get(QUESTION).wsgi_request)
    assert kept is not None
    assert not kept.given


def test_a_question_outside_the_subject_does_not_exist(browser: Client) -> None:
    begin(browser, "regel:loonkostensubsidie")
    assert say(browser, "verzoek_in_loonaangifte", answer="ja") == 404
    assert say(browser, "bestaat_niet", answer="ja") == 404
    assert browser.get(reverse("rights:change", args=["doelgroep_lks"])).status_code == 200


@pytest.mark.parametrize(
    "form",
    [{"scope": "onzin", "day": DAY}, {"scope": "recht", "day": "2023-12-31"}, {"scope": "recht"}],
)
def test_a_start_that_makes_no_sense_is_explained(browser: Client, form: dict[str, str]) -> None:
    page = browser.post(START, form)
    assert page.status_code == 422
    assert COOKIE not in page.cookies


def test_nothing_is_stored_and_nothing_stands_in_an_address(browser: Client) -> None:
    sessions, entries = Session.objects.count(), AuditEntry.objects.count()
    begin(browser)
    with CaptureQueriesContext(connection) as captured:
        say(browser, "algemene_bijstand", answer="ja")
        say(browser, "leeftijd", answer="34")
        page = browser.get(OUTCOME)
    assert not [q for q in captured if not q["sql"].upper().startswith("SELECT")]
    assert (Session.objects.count(), AuditEntry.objects.count()) == (sessions, entries)
    assert "no-store" in page.headers["Cache-Control"]
    cookie = browser.cookies[COOKIE]
    assert cookie["httponly"]
    assert (cookie["path"], cookie["expires"]) == ("/wat-de-wet-geeft/", "")
    assert "34" not in browser.get(QUESTION).wsgi_request.get_full_path()


def test_one_button_erases_everything(browser: Client) -> None:
    begin(browser)
    say(browser, "algemene_bijstand", answer="ja")
    page = browser.post(reverse("rights:erase"), follow=True)
    assert "Uw antwoorden zijn gewist." in page.content.decode()
    assert browser.cookies[COOKIE].value == ""
    assert browser.get(OUTCOME).url == START


def test_a_forged_or_foreign_conversation_is_no_conversation(browser: Client) -> None:
    begin(browser)
    browser.cookies[COOKIE] = browser.cookies[COOKIE].value + "x"
    assert browser.get(QUESTION).url == START


def test_every_question_answered_still_fits_in_the_browser(browser: Client) -> None:
    def longest(key: str) -> str | float:
        fact = REGISTRY[key]
        if fact.kind is Answer.CHOICE:
            return max((option.key for option in fact.options), key=len)
        return {Answer.DATE: DAY, Answer.NUMBER: 119.5}.get(fact.kind, "nee")

    begin(browser)
    response = browser.get(START)
    given = {fact.key: longest(fact.key) for fact in REGISTRY}
    keep(response, Conversation(date(2026, 7, 1), EVERYTHING, given))
    assert len(response.cookies[COOKIE].OutputString()) < 4000


def test_the_own_municipality_counts(cast: Cast) -> None:
    anna = person("anna", Role.ADMINISTRATOR, cast.alice.municipality)
    decide(anna, "jobcoach_maanden", 17, date(2026, 1, 1), "Verordening, art. 4")
    shown = {}
    for name, browser in (("own", signed_in(cast.alice)), ("nobody", Client())):
        begin(browser, "regel:persoonlijke-ondersteuning")
        say(browser, "doelgroep_lks", answer="ja")
        shown[name] = text(browser, OUTCOME)
    assert "17 maanden" in shown["own"]
    assert "17 maanden" not in shown["nobody"]
    assert "De gemeente heeft dit nog niet ingevuld" in shown["nobody"]


def test_the_outcome_on_paper(browser: Client) -> None:
    begin(browser)
    say(browser, "algemene_bijstand", answer="ja")
    answer = browser.get(reverse("rights:paper"))
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Type"] == "application/pdf"


def test_in_english_too(browser: Client) -> None:
    browser.post(reverse("set_language"), {"language": "en"})
    begin(browser)
    page = browser.get(QUESTION).content.decode()
    assert REGISTRY[asked(browser)].question.en in page
    say(browser, "algemene_bijstand", answer="ja")
    assert "What does the law say about this?" in text(browser, OUTCOME)
