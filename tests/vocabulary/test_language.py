"""Texts have both languages; numbers are written as their readers write them."""

import pytest

from streekwerk.vocabulary.language import Text, join, number


def test_a_text_without_one_of_its_languages_is_refused() -> None:
    with pytest.raises(ValueError, match="both languages"):
        Text("wel", " ")


def test_texts_join_language_by_language() -> None:
    assert join([Text("a", "b"), Text("c", "d")]) == Text("a c", "b d")


@pytest.mark.parametrize(
    ("value", "decimals", "nl", "en"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (-0.0855, 4, "−0,0855", "−0.0855"),
        (-0.04, 1, "0,0", "0.0"),
        (1e6, 0, "1.000.000", "1,000,000"),
    ],
)
def test_numbers(value: float, decimals: int, nl: str, en: str) -> None:
    assert number(value, "nl", decimals) == nl
    assert number(value, "en", decimals) == en
