"""The labour market on the cohort page, and the empty table to fill in."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from django.urls import reverse
from tests.cast import Cast, signed_in
from tests.learning.making import Made
from tests.screens.cards.conftest import made, own

from streekwerk.learning.models import Round
from streekwerk.registers.labour_market.reader import is_market

__all__ = ["made", "own"]


def page_of(cast: Cast) -> str:
    answer = signed_in(cast.alice).get(reverse("cohort:overview"))
    return html.unescape(answer.content.decode())


def test_the_series_stands_with_source_area_and_period(cast: Cast, own: Round, made: Made) -> None:
    page = page_of(cast)
    assert "De arbeidsmarkt per maand" in page
    assert "Gebied AM99" in page
    assert "Bron: UWV." in page
    assert "Elke bewijskaart weegt de maand vóór de start mee." in page
    market = made.overview.market
    assert market is not None
    assert page.count("Spanningsindicator (vacatures per kortdurig werkloze)") >= 1


def test_without_a_table_the_page_says_what_to_do(cast: Cast, own: Round) -> None:
    assert own.cohort is not None
    own.cohort["market"] = None
    own.save(update_fields=["cohort"])
    page = page_of(cast)
    assert "Van de arbeidsmarkt is nog niets geleverd." in page
    assert reverse("cohort:market-template", args=["xlsx"]) in page


def test_too_few_months_are_told(cast: Cast, own: Round) -> None:
    assert own.cohort is not None
    own.cohort["market"]["values"] = [3.0] * 4 + [None] * 32
    own.save(update_fields=["cohort"])
    assert "Met 4 van de 36 maanden is dit te weinig" in page_of(cast)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_empty_table_is_recognised_when_it_comes_back(
    cast: Cast, kind: str, tmp_path: Path
) -> None:
    client = signed_in(cast.alice)
    answer = client.get(reverse("cohort:market-template", args=[kind]))
    assert f'filename="arbeidsmarkt.{kind}"' in answer.headers["Content-Disposition"]
    path = tmp_path / f"leeg.{kind}"
    path.write_bytes(answer.content)
    assert is_market(path)
    assert client.get(reverse("cohort:market-template", args=["exe"])).status_code == 404
    other = signed_in(cast.bob).get(reverse("cohort:market-template", args=[kind]))
    assert other.status_code == 403
