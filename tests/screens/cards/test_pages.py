from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast, signed_in
from tests.learning.making import Made

from streekwerk.accounts.models import User
from streekwerk.evidence.results.check import Light
from streekwerk.learning import card_queries
from streekwerk.learning.brief import Tells, brief_of
from streekwerk.learning.models import MeasureCard, Round, RunState
from streekwerk.screens.cards.filters import ORDERS

OVERVIEW = "cards:overview"


def page_of(user: User, name: str, *args: object, query: str = "") -> str:
    answer = signed_in(user).get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_at_first_there_is_one_thing_to_do(cast: Cast) -> None:
    page = page_of(cast.alice, OVERVIEW)
    assert "Nog geen bewijskaarten" in page
    assert "Bewijskaarten berekenen" in page
    assert "Nog niets geteld" in page_of(cast.alice, "cohort:overview")


def test_asking_without_deliveries_says_what_to_do(cast: Cast) -> None:
    answer = signed_in(cast.alice).post(reverse("cards:compute"), follow=True)
    assert "Lever eerst bestanden" in answer.content.decode()


def test_the_list_says_of_each_measure_what_is_known(cast: Cast, own: Round, made: Made) -> None:
    page = page_of(cast.alice, OVERVIEW)
    for card in made.cards.values():
        brief = brief_of(card)
        assert brief.tells.words.nl in page
        assert f"{card.label.nl[0].upper()}{card.label.nl[1:]}" in page
    assert "3 kaarten van de 3" in page


@pytest.mark.parametrize("tells", list(Tells))
def test_the_filter_keeps_what_matches(cast: Cast, own: Round, made: Made, tells: Tells) -> None:
    every = (*made.cards.values(), made.comparison)
    expected = sum(brief_of(card).tells is tells for card in every)
    page = page_of(cast.alice, OVERVIEW, query=f"?tells={tells.value}")
    assert re.search(rf"{expected} kaart(en)? van de 3", page)
    assert page.count('class="sw-card sw-card--learn') == expected


def test_the_order_is_the_one_asked_for(cast: Cast, own: Round) -> None:
    orders = {}
    for order, _words in ORDERS:
        page = page_of(cast.alice, OVERVIEW, query=f"?order={order}")
        orders[order] = re.findall(r'card__title"><a href="[^"]+-[0-9a-f]{12}/(\d\d)/"', page)
    assert orders["name"] == ["40", "50"]
    assert orders["fresh"] == ["40", "50"]
    assert orders["sure"] == ["40", "50"]
    assert all(sorted(found) == ["40", "50"] for found in orders.values())


def shown_with(cast: Cast, query: str) -> set[str]:
    page = page_of(cast.alice, OVERVIEW, query=query)
    cards = re.findall(r'sw-card__title"><a href="[^"]+?/(\d\d/(?:tegenover/\d\d/)?)"', page)
    assert re.search(rf"\b{len(cards)} kaart(en)? van de 3", page)
    return set(cards)


PAIR = "40/tegenover/42/"


def test_each_choice_keeps_what_matches(cast: Cast, own: Round, made: Made) -> None:
    """Measure, kind, certainty, effect and freshness; a comparison is found under both."""
    assert shown_with(cast, "?measure=40") == {"40/", PAIR}
    assert shown_with(cast, "?measure=50") == {"50/"}
    assert shown_with(cast, "?kind=towards_work") == {"40/", PAIR}
    verdicts = {"40/": made.cards["40"], "50/": made.cards["50"], PAIR: made.comparison}
    for light in (*Light, None):
        expected = {path for path, card in verdicts.items() if card.verdict is light}
        assert shown_with(cast, f"?light={light.value if light else 'none'}") == expected
    leading = brief_of(made.cards["40"]).leading
    where = {name: shown_with(cast, f"?effect={name}") for name in ("above", "across", "below")}
    assert ("40/" in where["across"]) == bool(leading and leading.low <= 0 <= leading.high)
    assert sum("40/" in found for found in where.values()) == bool(leading)
    assert "50/" in shown_with(cast, "?effect=none")
    assert shown_with(cast, "?fresh=new") == {"40/", PAIR}
    assert shown_with(cast, "?fresh=old") == {"50/"}
    assert shown_with(cast, "?measure=40&fresh=old") == set()


def test_an_unknown_filter_is_ignored(cast: Cast, own: Round) -> None:
    query = "?tells=x&order=y&kind=z&measure=q&light=r&effect=s&fresh=t"
    assert "3 kaarten van de 3" in page_of(cast.alice, OVERVIEW, query=query)


def test_each_card_opens_with_a_sentence_and_leads_to_its_design(
    cast: Cast, own: Round, made: Made
) -> None:
    page = page_of(cast.alice, OVERVIEW)
    for card in made.cards.values():
        brief = brief_of(card)
        assert brief.opening.nl in page
        assert brief.sentence.nl.startswith(brief.opening.nl) or card.verdict is Light.RED
        path = reverse("cards:card", args=[own.public_id, card.measure])
        assert f'href="{path}#design-title"' in page
    assert "de laatste in" in page


def test_a_card_says_who_was_compared_how_sure_and_what_is_not_known(
    cast: Cast, own: Round, made: Made
) -> None:
    card = made.cards["40"]
    page = page_of(cast.alice, "cards:card", own.public_id, "40")
    brief = brief_of(card)
    assert brief.sentence.nl in page
    assert card.reason.nl in page
    for unknown in card.unknown:
        assert unknown.nl in page
    for trap in card.traps:
        assert trap.title.nl in page
        assert trap.words.nl in page
    for check in card.checks:
        assert check.title.nl in page
    for row in card.protocol.rows:
        assert str(row[0]) in page
    assert "Wie is vergeleken" in page
    assert "Meegewogen: spanningsindicator" in page


def test_too_little_data_is_a_normal_answer(cast: Cast, own: Round, made: Made) -> None:
    card = made.cards["50"]
    assert brief_of(card).tells is Tells.TOO_FEW
    page = page_of(cast.alice, "cards:card", own.public_id, "50")
    assert "Te weinig gegevens" in page
    assert card.main.too_few[0].nl in page


def test_waiting_and_failing_are_told(cast: Cast, own: Round) -> None:
    MeasureCard.objects.filter(measure="40", against="").update(
        state=RunState.WAITING, brief=None, card=None
    )
    MeasureCard.objects.filter(measure="50").update(
        state=RunState.FAILED,
        brief=None,
        card=None,
        failure={"nl": "Het ging mis.", "en": "It failed."},
    )
    Round.objects.update(state=RunState.BUSY)
    page = page_of(cast.alice, OVERVIEW)
    assert "2 van de 3 kaarten zijn klaar" in page
    assert "wordt berekend" in page
    assert "Het ging mis." in page
    assert "2 van de 3 kaarten zijn klaar" in page_of(cast.alice, "cards:busy")
    assert "Het ging mis." in page_of(cast.alice, "cards:card", own.public_id, "50")
    Round.objects.update(state=RunState.DONE)
    answer = signed_in(cast.alice).get(reverse("cards:busy"))
    assert answer.headers["HX-Refresh"] == "true"


def test_a_card_of_an_earlier_version_says_so_and_can_be_made_again(cast: Cast, own: Round) -> None:
    MeasureCard.objects.filter(measure="40").update(card={"measure": "40"}, brief={"old": 1})
    assert "gemaakt met een eerdere versie" in page_of(cast.alice, OVERVIEW)
    page = page_of(cast.alice, "cards:card", own.public_id, "40")
    assert "Gemaakt met een eerdere versie" in page
    assert "Bewijskaarten berekenen" in page
    assert not card_queries.is_whole(own)


def test_nobody_sees_the_cards_of_somebody_else(cast: Cast, own: Round, regional: Round) -> None:
    seen = {
        (user, round_): signed_in(user)
        .get(reverse("cards:card", args=[round_.public_id, "40"]))
        .status_code
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
    path = reverse("cards:card", args=[own.public_id, "40"])
    assert Client().get(path).status_code == 302
    assert signed_in(cast.alice).get(reverse("cards:compute")).status_code == 405
    assert signed_in(cast.bob).post(reverse("cards:compute")).status_code == 403


def test_the_cohort_is_exact_at_home_and_rounded_for_the_region(
    cast: Cast, own: Round, regional: Round, made: Made
) -> None:
    overview = made.overview
    home, region = (page_of(user, "cohort:overview") for user in (cast.alice, cast.dana))
    assert f"<strong>{overview.people} mensen</strong>" in home
    assert f"<strong>{5 * round(overview.people / 5)} mensen</strong>" in region
    numbers = re.findall(r'class="sw-table__number">([^<]+)<', region)
    assert numbers
    told = [n for n in numbers if n.replace(".", "").isdigit()]
    assert all(int(n.replace(".", "")) % 5 == 0 for n in told), told
    assert all(int(n.replace(".", "")) >= 10 for n in told), told
    assert "minder dan 10" in region
    assert any(int(n.replace(".", "")) % 5 for n in re.findall(r"__number\">([\d.]+)<", home))


def test_pages_take_few_queries(
    cast: Cast, own: Round, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.alice)
    for path, most in (
        (reverse(OVERVIEW), 10),
        (reverse("cohort:overview"), 7),
        (reverse("cards:card", args=[own.public_id, "40"]), 6),
    ):
        with django_assert_max_num_queries(most):
            client.get(path)


def test_every_page_speaks_english_too(cast: Cast, own: Round) -> None:
    cast.alice.language = "en"
    cast.alice.save()
    pages = (
        page_of(cast.alice, OVERVIEW)
        + page_of(cast.alice, "cohort:overview")
        + page_of(cast.alice, "cards:card", own.public_id, "40")
    )
    assert "Evidence cards" in pages
    pages = re.sub(r"(href|value|action|hx-get)=\"[^\"]*\"", "", pages)
    for dutch in ("Wat we niet weten", "kaarten", "mensen", "Voorziening", "uitkering "):
        assert dutch not in pages, dutch
