"""The printed form says everything the result holds, in either language."""

import pytest
from tests.examples import evaluation, in_three_arms

from streekwerk.evidence.results.text import as_text
from streekwerk.vocabulary.language import Language


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_is_said(language: Language) -> None:
    result = evaluation()
    # Lines are wrapped: compare words, not line ends.
    printed = " ".join(as_text(result, language).split())

    for finding in result.findings:
        assert finding.sentence.in_language(language) in printed
        for flag in finding.flags:
            assert flag.in_language(language) in printed
        for effect in (finding.leading, *finding.beside):
            assert effect.method.words.in_language(language) in printed
    assert result.design.arms[0].reason.in_language(language) in printed
    assert all(text.in_language(language) in printed for text in result.assumptions)
    assert result.left_out[0].in_language(language) in printed
    assert result.code_version in printed


def test_a_binary_outcome_is_printed_per_hundred_people() -> None:
    lines = as_text(evaluation()).splitlines()
    row = next(line for line in lines if line.startswith("Regressie met interacties"))

    assert row.split()[-6:] == ["6,0", "3,6", "−1,0", "…", "13,0", "410/395"]


def test_columns_stand_below_each_other() -> None:
    lines = as_text(in_three_arms()).splitlines()
    start = lines.index("Per 100 mensen:") + 1

    assert len({len(line) for line in lines[start : start + 3]}) == 1
