"""The catalogue keeps its promises: article, date, source, status, both languages."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from streekwerk.rights import CATALOGUE, NOT_INCLUDED, REGISTRY, Municipality, national_parameters
from streekwerk.rights.casefiles import OPEN_TERMS
from streekwerk.rights.catalogue import rule
from streekwerk.rights.engine.facts import Privacy
from streekwerk.rights.engine.rules import Audience, Rule, Status
from streekwerk.rights.reference_page import reference_page

IDS = [one.key for one in CATALOGUE]
PLAIN, AHEAD = Municipality(), Municipality(ahead_of_law=True)


@pytest.mark.parametrize("one", CATALOGUE, ids=IDS)
def test_every_version_names_article_day_and_link(one: Rule) -> None:
    for version in one.versions:
        assert version.basis
        for basis in version.basis:
            assert basis.article
            assert basis.law.bwb in basis.url
            assert f"artikel={basis.article}" in basis.link_id
            assert date(2023, 1, 1) <= basis.text_date <= date(2026, 12, 31)


@pytest.mark.parametrize("one", CATALOGUE, ids=IDS)
def test_every_fact_parameter_and_open_term_of_a_rule_exists(one: Rule) -> None:
    parameters = national_parameters()
    for version in one.versions:
        for fact in version.facts():
            assert REGISTRY[fact.key] is fact
        for key in version.parameter_keys():
            parameters[key].at(version.start)
        for term in version.open_terms():
            assert OPEN_TERMS[term.key] is term


@pytest.mark.parametrize("one", CATALOGUE, ids=IDS)
def test_at_most_one_version_holds_on_a_day(one: Rule) -> None:
    day = date(2024, 1, 1)
    while day < date(2028, 1, 1):
        for municipality in (PLAIN, AHEAD):
            holding = [v for v in one.versions if v.holds_on(day, municipality)]
            assert len([v for v in holding if not v.only_ahead_of_law]) <= 1
            assert one.on(day, municipality) is (holding[-1] if holding else None)
        day += timedelta(days=31)


def test_a_version_ahead_of_the_law_needs_the_switch() -> None:
    uniform = rule("vrijlating-uniform")
    assert uniform.on(date(2026, 7, 1), PLAIN) is None
    assert uniform.on(date(2026, 7, 1), AHEAD) is uniform.versions[0]
    assert uniform.on(date(2025, 12, 31), AHEAD) is None
    assert uniform.on(date(2027, 1, 1), PLAIN) is uniform.versions[1]


def test_keys_are_unique_and_every_fact_is_used() -> None:
    assert len(set(IDS)) == len(IDS)
    used = {fact.key for one in CATALOGUE for v in one.versions for fact in v.facts()}
    assert {fact.key for fact in REGISTRY} == used


def test_every_parameter_and_open_term_is_used() -> None:
    versions = [version for one in CATALOGUE for version in one.versions]
    in_the_employers_picture = {"wml.uur"}
    used = {key for v in versions for key in v.parameter_keys()} | in_the_employers_picture
    assert used == set(national_parameters().by_key)
    assert {term.key for v in versions for term in v.open_terms()} == set(OPEN_TERMS)


def test_what_is_contested_or_missing_says_so() -> None:
    for one in CATALOGUE:
        assert (one.status is Status.VERIFIED) == (one.status_note is None)
    assert {"IOAW-uitkering", "IOAZ-uitkering"} <= {one.name.nl for one in NOT_INCLUDED}


def test_contested_amounts_come_in_labelled_readings() -> None:
    for key in ("loonkostensubsidie", "forfaitaire-loonkostensubsidie", "aanvullende-bijstand"):
        outcomes = rule(key).versions[-1].outcomes
        readings = [one.variant.nl for one in outcomes if one.variant is not None]
        assert len(readings) >= 2
        assert len(set(readings)) == len(readings)


def test_an_unknown_rule_names_the_known_ones() -> None:
    with pytest.raises(LookupError, match="loonkostensubsidie"):
        rule("loonkosten")


def test_rules_for_employers_ask_nothing_about_benefits_or_health() -> None:
    hidden = {Privacy.BENEFIT, Privacy.HEALTH}
    shown_to_employers = (
        "loonkostensubsidie",
        "forfaitaire-loonkostensubsidie",
        "lkv-arbeidsgehandicapte",
        "lkv-banenafspraak",
        "lkv-herplaatsen",
        "lkv-oudere",
        "lkv-hoogste",
        "no-riskpolis-werkgever",
    )
    for key in shown_to_employers:
        one = rule(key)
        assert one.audience is Audience.EMPLOYER
        for version in one.versions:
            assert not [fact.key for fact in version.facts() if fact.privacy in hidden]


def test_no_forbidden_subject_is_a_fact() -> None:
    forbidden = ("nationaliteit", "etnic", "geboorteland", "religie", "postcode", "naam", "fraude")
    for fact in REGISTRY:
        assert not any(word in fact.key for word in forbidden)


def test_the_reference_page_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "rights.md"
    assert page.read_text(encoding="utf-8") == reference_page(), (
        "run: python -m streekwerk.rights.reference_page > docs/reference/rights.md"
    )
