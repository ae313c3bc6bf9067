"""What the matrix of addresses does not ask: lists, links and what an absent thing looks like."""

from __future__ import annotations

import re
import uuid

import pytest
from django.urls import reverse
from tests.cast import Cast, signed_in
from tests.learning import files

from streekwerk.learning.models import Evaluation

DECISIONS = ("open", "try-again", "save", "ask-publication", "publish")


@pytest.fixture
def evaluation(cast: Cast) -> Evaluation:
    return files.done(cast.alice)


def test_charlie_has_an_empty_list(cast: Cast, evaluation: Evaluation) -> None:
    page = signed_in(cast.charlie).get(reverse("researcher:evaluations")).content.decode()
    assert evaluation.title_words.nl not in page
    assert str(evaluation.public_id) not in page
    assert "Nog geen evaluatie" in page


def test_decisions_are_not_made_by_following_a_link(cast: Cast, evaluation: Evaluation) -> None:
    alice = signed_in(cast.alice)
    for name in DECISIONS:
        address = reverse(f"researcher:{name}", args=[evaluation.public_id])
        assert alice.get(address).status_code == 405


def test_what_charlie_tries_changes_nothing(cast: Cast, evaluation: Evaluation) -> None:
    before = Evaluation.objects.values().get()
    for name in DECISIONS:
        address = reverse(f"researcher:{name}", args=[evaluation.public_id])
        assert signed_in(cast.charlie).post(address).status_code in {403, 404}
    assert Evaluation.objects.values().get() == before


def test_an_unknown_evaluation_and_a_strangers_look_the_same(
    cast: Cast, evaluation: Evaluation
) -> None:
    charlie = signed_in(cast.charlie)
    pages = []
    for public_id in (evaluation.public_id, uuid.uuid4()):
        page = charlie.get(reverse("researcher:result", args=[public_id]))
        assert page.status_code == 404
        # What differs for everybody, at every request: the token of a form, the address itself.
        text = re.sub(r"[A-Za-z0-9]{64}", "TOKEN", page.content.decode())
        pages.append(text.replace(str(public_id), "ADDRESS"))
    assert pages[0] == pages[1]
