from __future__ import annotations

from html import escape

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast, signed_in

from streekwerk.rights import CATALOGUE, NOT_INCLUDED, national_parameters, shipped_cases
from streekwerk.rights.engine.rules import Rule, Status
from streekwerk.screens.rights.themes import ENTITLEMENTS, SCOPES, THEMES, scope, theme_of


def _page(address: str, language: str = "nl") -> str:
    browser = Client()
    browser.post(reverse("set_language"), {"language": language})
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_rule_stands_under_one_theme() -> None:
    placed = [rule.key for theme in THEMES for rule in theme.rules]
    assert sorted(placed) == sorted(rule.key for rule in CATALOGUE)


def test_every_scope_can_be_found_by_its_key() -> None:
    for one in SCOPES:
        assert scope(one.key) is one
    only = scope("regel:loonwaarde")
    assert [rule.key for rule in only.rules] == ["loonwaarde"]
    assert "loonwaarde" not in [rule.key for rule in ENTITLEMENTS.rules]
    for wrong in ("onzin", "regel:onzin"):
        with pytest.raises(LookupError):
            scope(wrong)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_catalogue_lists_every_rule_and_what_is_left_out(db: None, language: str) -> None:
    page = _page(reverse("rights:catalogue"), language)
    for rule in CATALOGUE:
        assert escape(rule.name.in_language(language)) in page
        assert reverse("rights:rule", args=[rule.key]) in page
    for one in NOT_INCLUDED:
        assert escape(one.name.in_language(language)) in page
        assert escape(one.reason.in_language(language)) in page


@pytest.mark.parametrize(
    ("query", "shown", "left_out"),
    [
        ("", len(CATALOGUE), len(NOT_INCLUDED)),
        ("q=proefplaats", 1, 0),
        ("q=10d+lid+4", 2, 0),
        ("q=IOAW", 0, 1),
        ("theme=plaatsen", 6, 0),
        ("audience=EMPLOYER", 11, 0),
        ("status=NOT_INCLUDED", 0, len(NOT_INCLUDED)),
        ("status=onzin", len(CATALOGUE), len(NOT_INCLUDED)),
        ("q=bestaatniet", 0, 0),
    ],
)
def test_searching_and_filtering(db: None, query: str, shown: int, left_out: int) -> None:
    page = _page(f"{reverse('rights:catalogue')}?{query}")
    assert page.count('href="/wat-de-wet-geeft/regel/') == shown
    assert page.count("niet opgenomen</span>") == left_out
    assert ("Geen regel past bij deze keuze" in page) is (shown == left_out == 0)


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.NOT_INCLUDED])
def test_a_filter_on_status_shows_exactly_those(db: None, status: Status) -> None:
    page = _page(f"{reverse('rights:catalogue')}?status={status.name}")
    expected = [rule for rule in CATALOGUE if rule.status is status]
    assert page.count('href="/wat-de-wet-geeft/regel/') == len(expected)


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.key)
def test_a_rule_shows_its_sources_versions_amounts_and_examples(db: None, rule: Rule) -> None:
    page = _page(reverse("rights:rule", args=[rule.key]))
    for version in rule.versions:
        for basis in version.basis:
            assert f'href="{escape(basis.url)}"' in page
            assert basis.citation in page
        for key in version.parameter_keys():
            for value in national_parameters()[key].values:
                assert escape(value.source) in page
        for term in version.open_terms():
            assert escape(term.label.nl[1:]) in page
            assert escape(term.why_neutral.nl[1:]) in page
        for outcome in version.outcomes:
            if outcome.variant is not None:
                assert escape(outcome.variant.nl) in page
    cases = [case for case in shipped_cases() if case.rule is rule]
    assert len(cases) >= 2
    assert all(escape(case.title) in page for case in cases)
    if rule.status_note:
        assert escape(rule.status_note.nl) in page


def test_contested_readings_stand_side_by_side_with_their_amounts(db: None) -> None:
    page = _page(reverse("rights:rule", args=["loonkostensubsidie"]))
    side = page.split("De lezingen naast elkaar")[1].split("Waar het staat")[0]
    for amount in ("1.009,58", "1.246,84", "1.121,76"):
        assert f"€ {amount} per maand" in side


def test_a_percentage_is_not_rounded(db: None) -> None:
    assert ">0,235<" in _page(reverse("rights:rule", args=["loonkostensubsidie"]))


def test_a_theme_is_named_on_the_page_of_its_rule(db: None) -> None:
    rule = next(r for r in CATALOGUE if r.key == "proefplaats")
    page = _page(reverse("rights:rule", args=[rule.key]))
    assert f"#{theme_of(rule).key}" in page


def test_the_law_itself_takes_no_query_and_a_municipalitys_choices_one(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    path = reverse("rights:rule", args=["loonkostensubsidie"])
    with django_assert_num_queries(0):
        assert Client().get(path).status_code == 200
    browser = signed_in(cast.alice)
    with django_assert_num_queries(4):  # session, user, municipality, decisions
        assert browser.get(path).status_code == 200
