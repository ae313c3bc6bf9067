from __future__ import annotations

from html import escape

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast, signed_in
from tests.learning import files

from streekwerk.learning.actions import opening
from streekwerk.learning.actions.studies import load_studies
from streekwerk.learning.library import read_studies


@pytest.fixture
def _studies(db: None) -> None:
    load_studies(read_studies())


def _page(address: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("_studies")
def test_every_study_has_a_card_and_a_page_with_its_citation() -> None:
    overview = _page("/wat-werkt/")
    for study in read_studies():
        assert study.title.nl.split(" (")[0] in overview
        page = _page(reverse("public:study", args=[study.slug]))
        assert escape(study.citation.split(" (")[0]) in page
        assert study.doi in page
        assert study.url in page


@pytest.mark.usefixtures("_studies")
def test_a_figure_without_interval_is_told_and_not_drawn() -> None:
    page = _page(reverse("public:study", args=["bijstandsexperimenten-utrecht"]))
    assert "24 van de 100 tegen 15 van de 100" in page
    assert "Daarom tekenen we geen punt" in page
    assert "sw-chart" not in page


@pytest.mark.usefixtures("_studies")
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", 6),
        ("measure=training", 2),
        ("measure=training&outcome=work", 0),
        ("source=study&outcome=benefit", 1),
        ("source=region", 0),
        ("measure=onzin", 6),
    ],
)
def test_the_filter_lives_in_the_address(query: str, shown: int) -> None:
    page = _page(f"/wat-werkt/?{query}")
    assert page.count('<article class="sw-card') == shown
    assert ("Hierover weten we nog niets" in page) is (shown == 0)


def test_an_empty_shelf_says_what_will_stand_there(db: None) -> None:
    assert "Zodra een onderzoeker een evaluatie bewaart, staat die hier." in _page("/wat-werkt/")


def test_what_is_saved_is_for_the_own_municipality_and_what_is_published_for_all(
    cast: Cast,
) -> None:
    evaluation = files.done(cast.alice)
    address = reverse("public:evaluation", args=[evaluation.public_id])
    alice = signed_in(cast.alice)
    assert alice.get(address).status_code == 404
    opening.save(cast.alice, evaluation)
    assert "alleen zichtbaar in uw gemeente" in _page(address, alice)
    assert Client().get(address).status_code == 404
    assert signed_in(cast.charlie).get(address).status_code == 404
    opening.ask_publication(cast.alice, evaluation)
    opening.approve_publication(cast.bob, evaluation)
    page = _page(address)
    assert "van de 100 mensen vinden er naar schatting" in page
    assert "alleen zichtbaar" not in page
    assert "scholing.csv" not in page, "a file's name is the municipality's own"


def test_an_evaluation_reads_in_english_too(cast: Cast) -> None:
    evaluation = files.published(cast.alice, cast.bob)
    browser = Client()
    browser.post(reverse("set_language"), {"language": "en"})
    page = _page(reverse("public:evaluation", args=[evaluation.public_id]), browser)
    assert "Technical training" in page
    assert "of every 100 people" in page
    assert "Was the comparison fair?" in page


def test_the_overview_asks_three_questions_of_the_database(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    load_studies(read_studies())
    for _ in range(2):
        files.published(cast.alice, cast.bob)
    with django_assert_num_queries(3):  # evaluations, studies, their figures
        _page("/wat-werkt/")
