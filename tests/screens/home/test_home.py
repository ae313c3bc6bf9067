from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.cast import Cast, signed_in
from tests.learning import files

from streekwerk.learning import demo
from streekwerk.learning.actions.studies import load_studies
from streekwerk.learning.library import read_studies


def test_an_empty_house_says_so_calmly(db: None) -> None:
    page = Client().get(reverse("home")).content.decode()
    assert "Nog geen vergelijkingen. De eerste maakt een onderzoeker." in page
    assert page.count("sw-loop__later") == 1
    # The door, the menu, and the menu of a phone.
    assert page.count('href="/wat-werkt/"') == 3


def test_the_door_carries_live_figures(cast: Cast) -> None:
    load_studies(read_studies())
    before = Client().get(reverse("home")).content.decode()
    assert "<strong>6</strong> vergelijkingen op een rij" in before
    assert "3 hielpen naar alle waarschijnlijkheid. Van 3 weten we het niet." in before
    files.published(cast.alice, cast.bob)
    assert "<strong>7</strong>" in Client().get(reverse("home")).content.decode()


def test_the_saved_choice_decides_the_language_and_the_browser_does_not(cast: Cast) -> None:
    browser = Client(headers={"accept-language": "en-US"})
    assert '<html lang="nl"' in browser.get(reverse("home")).content.decode()
    answer = browser.post(reverse("set_language"), {"language": "en", "next": "/wat-werkt/"})
    assert answer.url == "/wat-werkt/"
    page = browser.get("/wat-werkt/")
    assert '<html lang="en"' in page.content.decode()
    assert "What works" in page.content.decode()
    assert page.headers["Content-Language"] == "en"


def test_the_language_goes_with_the_account(cast: Cast) -> None:
    signed_in(cast.alice).post(reverse("set_language"), {"language": "en"})
    elsewhere = signed_in(cast.alice)
    assert "Evaluations" in elsewhere.get(reverse("researcher:evaluations")).content.decode()
    assert elsewhere.post(reverse("set_language"), {"language": "fr"}).status_code == 400


def test_nobody_is_sent_to_another_site(db: None) -> None:
    for wanted in ("https://elders.example/", "//elders.example", "javascript:alert(1)"):
        answer = Client().post(reverse("set_language"), {"language": "nl", "next": wanted})
        assert answer.url == reverse("home")


@pytest.fixture
def _demo(settings: Settings, db: None) -> None:
    settings.DEMO = True
    demo.load_people()


@pytest.mark.usefixtures("_demo")
def test_one_press_makes_you_somebody_fictitious() -> None:
    browser = Client()
    page = browser.get(reverse("who-are-you")).content.decode()
    assert "Alle mensen, werkgevers en organisaties zijn verzonnen." in page
    assert page.count('sw-person__tag">verzonnen') >= 3
    sanne = page.split("Sanne de Wit")[0].rsplit('value="', 1)[1].split('"')[0]
    assert browser.post(reverse("who-are-you"), {"person": sanne}).url == "/"
    assert "Onderzoeker, Rivierstede" in browser.get(reverse("home")).content.decode()


@pytest.mark.usefixtures("_demo")
def test_real_people_cannot_be_chosen(cast: Cast) -> None:
    browser = Client()
    assert "Alice" not in browser.get(reverse("who-are-you")).content.decode()
    chosen = {"person": str(cast.alice.public_id)}
    assert browser.post(reverse("who-are-you"), chosen).status_code == 404


def test_outside_the_demo_there_is_nobody_to_choose(db: None, settings: Settings) -> None:
    sanne, _ = demo.load_people()
    assert not settings.DEMO
    assert Client().get(reverse("who-are-you")).status_code == 404
    chosen = {"person": str(sanne.public_id)}
    assert Client().post(reverse("who-are-you"), chosen).status_code == 404


def test_signing_in_with_a_password(cast: Cast) -> None:
    cast.alice.set_password("een lang wachtwoord")
    cast.alice.save()
    browser = Client()
    wrong = browser.post(reverse("login"), {"login": "alice", "password": "fout"})
    assert "Nog niet verstuurd" in wrong.content.decode()
    given = {"login": "alice", "password": "een lang wachtwoord", "next": "/evaluaties/"}
    assert browser.post(reverse("login"), given).url == "/evaluaties/"
    assert browser.get("/evaluaties/").status_code == 200
    browser.post(reverse("logout"))
    assert browser.get("/evaluaties/").status_code == 302


def test_the_watchdog_gets_an_answer(db: None) -> None:
    assert Client().get(reverse("healthy")).content == b"ok"
