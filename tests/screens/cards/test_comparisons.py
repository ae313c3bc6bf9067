"""Two measures side by side, and what the region's cards may say."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast, signed_in
from tests.learning.making import Made
from tests.screens.cards.conftest import told

from streekwerk.accounts.models import User
from streekwerk.learning import comparing
from streekwerk.learning.actions import comparisons
from streekwerk.learning.brief import brief_of
from streekwerk.learning.models import MeasureCard, Round, RunState

OVERVIEW = reverse("cards:overview")


def path_of(round_: Round) -> str:
    return reverse("cards:comparison", args=[round_.public_id, "40", "42"])


def page_of(user: User, path: str) -> str:
    answer = signed_in(user).get(path)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_the_list_sets_comparisons_apart(cast: Cast, own: Round, made: Made) -> None:
    page = page_of(cast.alice, OVERVIEW)
    singles, pairs = page.split("Twee voorzieningen naast elkaar")
    assert path_of(own) not in singles
    assert path_of(own) in pairs
    brief = brief_of(told(made, made.comparison, of_region=False))
    assert brief.words.nl in pairs
    assert "van de 2</strong>" in singles


def test_the_card_of_two_measures_shows_the_same_design_report(
    cast: Cast, own: Round, made: Made
) -> None:
    page = page_of(cast.alice, path_of(own))
    card = told(made, made.comparison, of_region=False)
    assert f"Tegenover {card.against_label.nl}" in page
    assert brief_of(card).sentence.nl in page
    for check in card.checks:
        assert check.title.nl in page
    for words in card.unknown:
        assert words.nl in page
    assert "Het nagebootste experiment" in page
    assert "Of met een andere voorziening?" not in page


def test_only_measures_that_enough_people_started_can_be_chosen(
    cast: Cast, own: Round, made: Made
) -> None:
    page = page_of(cast.alice, OVERVIEW)
    form = page.split('id="vergelijken"')[1].split("</form>")[0]
    offered = set(re.findall(r'<option value="(\d\d)"', form))
    enough = {use.measure for use in made.overview.measures if use.people >= comparing.LEAST_PEOPLE}
    assert offered == enough
    assert len(enough) > 2
    one = page_of(cast.alice, reverse("cards:card", args=[own.public_id, "40"]))
    assert "Of met een andere voorziening?" in one


@pytest.fixture
def today(own: Round, monkeypatch: pytest.MonkeyPatch) -> Round:
    """Return a round of today's deliveries."""
    kept = comparisons.card_queries.inputs_for

    def inputs(user: User) -> object:
        from dataclasses import replace  # noqa: PLC0415 - of this one trick

        return replace(kept(user), fingerprint=own.inputs)

    monkeypatch.setattr(comparisons.card_queries, "inputs_for", inputs)
    return own


def test_choosing_two_measures_leads_to_their_card_in_the_making(
    cast: Cast, today: Round, made: Made
) -> None:
    one, other = comparing.comparable(made.overview)[:2]
    client = signed_in(cast.alice)
    answer = client.post(reverse("cards:compare"), {"measure": other, "against": one})
    path = reverse("cards:comparison", args=[today.public_id, other, one])
    assert answer.url == path
    page = html.unescape(client.get(path).content.decode())
    assert "Deze kaart wordt berekend" in page
    assert "wordt berekend" in page_of(cast.alice, OVERVIEW)
    asked = client.get(path, headers={"HX-Request": "true"})
    assert "HX-Refresh" not in asked.headers
    assert "<html" not in asked.content.decode()
    MeasureCard.objects.filter(measure=other, against=one).update(
        state=RunState.FAILED, failure={"nl": "Mis.", "en": "Bad."}
    )
    assert client.get(path, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    assert "Mis." in page_of(cast.alice, path)


def test_what_cannot_be_compared_is_told(cast: Cast, today: Round) -> None:
    answer = signed_in(cast.alice).post(
        reverse("cards:compare"), {"measure": "40", "against": "40"}, follow=True
    )
    assert "Kies twee verschillende voorzieningen" in answer.content.decode()


def test_who_may_come_here(cast: Cast, own: Round, regional: Round) -> None:
    seen = {
        (user, round_): signed_in(user).get(path_of(round_)).status_code
        for user in (cast.alice, cast.charlie, cast.dana, cast.bob)
        for round_ in (own, regional)
    }
    assert seen == {
        (cast.alice, own): 200,
        (cast.alice, regional): 404,
        (cast.charlie, own): 404,
        (cast.charlie, regional): 404,
        (cast.dana, own): 404,
        (cast.dana, regional): 200,
        (cast.bob, own): 403,
        (cast.bob, regional): 403,
    }
    compare = reverse("cards:compare")
    assert Client().get(path_of(own)).status_code == 302
    assert Client().post(compare).status_code == 302
    assert signed_in(cast.alice).get(compare).status_code == 405
    assert signed_in(cast.bob).post(compare).status_code == 403


PEOPLE = re.compile(
    r"([\d.]+) (?:mensen|starters|gestart|geregistreerde starts|onafhankelijke groepen)"
)


def test_no_page_of_the_region_counts_people_exactly(
    cast: Cast, own: Round, regional: Round
) -> None:
    pages = [
        re.sub(r"<[^>]+>", "", page_of(cast.dana, path))
        for path in (
            OVERVIEW,
            path_of(regional),
            *(reverse("cards:card", args=[regional.public_id, code]) for code in ("40", "50")),
        )
    ]
    counts = [int(n.replace(".", "")) for page in pages for n in PEOPLE.findall(page)]
    assert len(counts) > 10
    assert [n for n in counts if n % 5 or n < 10] == []
    assert any("minder dan 10" in page for page in pages)
    home = re.sub(r"<[^>]+>", "", page_of(cast.alice, OVERVIEW))
    assert any(int(n.replace(".", "")) % 5 for n in PEOPLE.findall(home))


def test_it_speaks_english_too(cast: Cast, own: Round) -> None:
    cast.alice.language = "en"
    cast.alice.save()
    page = page_of(cast.alice, path_of(own))
    assert "compared with " in page
    assert "tegenover" not in re.sub(r"(href|action|value|hx-get)=\"[^\"]*\"", "", page)
    assert "Two measures side by side" in page_of(cast.alice, OVERVIEW)
