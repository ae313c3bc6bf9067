"""Numbers of the trade register: digits, length, and nothing pretended about a check digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.vocabulary.code_error import CodeError
from streekwerk.vocabulary.kvk import establishment_number, is_fictitious, kvk_number


@given(st.integers(1, 99_999_999))
def test_any_eight_digits_are_believed(number: int) -> None:
    digits = f"{number:08d}"
    assert kvk_number(f" {digits[:2]}.{digits[2:5]} {digits[5:]}") == digits


@given(st.integers(1, 999_999_999_999))
def test_any_twelve_digits_are_an_establishment(number: int) -> None:
    assert establishment_number(f"{number:012d}") == f"{number:012d}"


def test_a_dropped_zero_is_guessed_at() -> None:
    with pytest.raises(CodeError) as refused:
        kvk_number("1234567")
    assert "nullen aan het begin" in refused.value.words.nl
    assert "here are 7" in refused.value.words.en


@pytest.mark.parametrize("typed", ["", "KVK12345", "123456789", "00000000", "1234567a", "١٢٣٤٥٦٧٨"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(CodeError):
        kvk_number(typed)


def test_the_lengths_are_not_mixed_up() -> None:
    with pytest.raises(CodeError):
        establishment_number("12345678")
    with pytest.raises(CodeError):
        kvk_number("000012345678")


def test_made_up_numbers_are_known_as_such() -> None:
    assert is_fictitious("00000017")
    assert is_fictitious("999900000017")
    assert not is_fictitious("12345678")
    assert not is_fictitious("000012345678")
