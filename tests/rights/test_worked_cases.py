"""Every worked case that ships with the package comes out as the law says."""

from collections import Counter

import pytest

from streekwerk.rights import CATALOGUE, WorkedCase, evaluate, shipped_cases

CASES = shipped_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case_comes_out_as_the_law_says(case: WorkedCase) -> None:
    (answer,) = evaluate(case.case, [case.rule])
    assert answer.truth is case.answer, f"{case.title} ({case.article})"
    for key, expected in case.figures.items():
        assert answer.figure(key).if_entitled == pytest.approx(expected, abs=0.0051), case.title
    if case.asks is not None:
        assert tuple(fact.key for fact in answer.questions().fewest) == case.asks


def test_there_are_at_least_eighty_cases_with_unique_names() -> None:
    assert len(CASES) >= 80
    assert len({case.name for case in CASES}) == len(CASES)


def test_every_rule_has_two_cases_with_different_answers_or_figures() -> None:
    seen = Counter(case.rule.key for case in CASES)
    few = [rule.key for rule in CATALOGUE if seen[rule.key] < 2]
    assert few == []
    for rule in CATALOGUE:
        mine = [case for case in CASES if case.rule is rule]
        assert len({(case.answer, tuple(case.figures.items())) for case in mine}) >= 2, rule.key


def test_the_golden_cases_are_also_here_with_their_source() -> None:
    assert len([case for case in CASES if case.source]) >= 12


def test_every_case_cites_an_article() -> None:
    assert all(
        "art" in case.article or "hoofdstuk" in case.article or "Wtl (" in case.article
        for case in CASES
    )
