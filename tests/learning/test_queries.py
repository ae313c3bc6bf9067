from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast
from tests.learning import files

from streekwerk.learning import queries
from streekwerk.learning.actions import opening
from streekwerk.learning.actions.studies import load_studies
from streekwerk.learning.cards import Source, Verdict, all_cards, chosen
from streekwerk.learning.library import read_studies


def test_only_the_own_municipality_sees_its_evaluations(cast: Cast) -> None:
    evaluation = files.uploaded(cast.alice)
    for reader in (cast.alice, cast.bob):
        assert list(queries.visible_to(reader)) == [evaluation]
    for stranger in (cast.charlie, cast.dana, AnonymousUser()):
        assert not queries.visible_to(stranger).exists()
        assert queries.evaluation_for(stranger, evaluation.public_id) is None


def test_somebody_whose_account_was_closed_sees_nothing(cast: Cast) -> None:
    files.uploaded(cast.alice)
    cast.alice.is_active = False
    assert not queries.visible_to(cast.alice).exists()


def test_cards_go_from_own_to_everybody(cast: Cast) -> None:
    evaluation = files.done(cast.alice)
    assert all_cards(cast.alice) == ()
    opening.save(cast.alice, evaluation)
    (own,) = all_cards(cast.alice)
    assert (own.source, own.verdict) == (Source.OWN, Verdict.HELPED)
    assert own.leading.horizon_months == 12
    assert own.lines[0].verdict is Verdict.HARMED  # training keeps people busy at first
    assert all_cards(cast.charlie) == all_cards(AnonymousUser()) == ()
    opening.ask_publication(cast.alice, evaluation)
    opening.approve_publication(cast.bob, evaluation)
    for reader in (cast.alice, cast.charlie, AnonymousUser()):
        (card,) = all_cards(reader)
        assert card.source is Source.REGION


def test_filters_choose_cards(cast: Cast) -> None:
    files.published(cast.alice, cast.bob)
    load_studies(read_studies())
    cards = all_cards(AnonymousUser())
    assert len(cards) == 7
    assert {card.source for card in chosen(cards, source="study")} == {Source.STUDY}
    assert len(chosen(cards, source="region")) == 1
    assert {card.key for card in chosen(cards, measure="training", outcome="income")} == {
        "jtpa",
        "job-corps",
    }
    assert chosen(cards, measure="coaching") == ()


def _queries(work: object) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        work()
    return len(captured)


def test_a_longer_list_takes_no_more_queries(cast: Cast) -> None:
    files.uploaded(cast.alice)
    one = _queries(lambda: [(e.runs.all(), e.dataset.name) for e in queries.overview(cast.alice)])
    for _ in range(3):
        files.specified(cast.alice)
    four = _queries(lambda: [(e.runs.all(), e.dataset.name) for e in queries.overview(cast.alice)])
    assert one == four == 2


def test_cards_take_the_same_queries_however_many_there_are(cast: Cast) -> None:
    files.published(cast.alice, cast.bob)
    one = _queries(lambda: all_cards(AnonymousUser()))
    files.published(cast.alice, cast.bob)
    load_studies(read_studies())
    assert _queries(lambda: all_cards(AnonymousUser())) == one + 1  # the studies' figures
