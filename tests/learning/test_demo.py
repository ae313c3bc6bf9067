from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import AuditEntry, User
from streekwerk.learning import demo, queries
from streekwerk.learning.cards import Source, all_cards

pytest.importorskip("causaldata")


def test_the_demo_region_shows_the_published_figure_of_a_real_experiment(db: None) -> None:
    demo.load()
    (evaluation,) = queries.published()
    result = queries.result_of(evaluation)
    assert result is not None
    finding = result.finding("re78", "1")
    plain = next(e for e in finding.beside if e.method.value == "difference_in_means")
    # Dehejia & Wahba (1999): 1,794.3 (671.0), 185 treated and 260 controls.
    assert round(plain.estimate, 1) == 1794.3
    assert round(plain.standard_error) == pytest.approx(671, abs=1)
    assert [arm.n for arm in result.arms] == [260, 185]
    assert {card.source for card in all_cards(AnonymousUser())} == {Source.REGION, Source.STUDY}


def test_loading_twice_changes_nothing(db: None) -> None:
    demo.load()
    people, entries = User.objects.count(), AuditEntry.objects.count()
    demo.load()
    assert (User.objects.count(), AuditEntry.objects.count()) == (people, entries)


def test_everybody_in_it_is_fictitious_and_has_no_password(db: None) -> None:
    demo.load_people()
    assert not any(person.has_usable_password() for person in User.objects.all())
    assert all(person.fictitious for person in User.objects.all())
