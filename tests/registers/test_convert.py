"""Text to value: what is right, what is readable, what is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.registers.strategies import value_of

from streekwerk.registers.bsn import masked, passes_eleven_test
from streekwerk.registers.convert import Fault, Misread, converter, to_text
from streekwerk.registers.layouts import BUS_2026, LAYOUTS, SRG_2026, Field

FIELDS = [field for layout in LAYOUTS for field in layout.fields]


@given(st.data())
def test_every_value_returns_from_its_text(data: Any) -> None:
    field = data.draw(st.sampled_from(FIELDS))
    value = data.draw(value_of(field))
    assert converter(field)(to_text(field, value)) == value


@given(st.sampled_from(FIELDS), st.text(max_size=300))
def test_no_text_at_all_breaks_a_converter(field: Field, text: str) -> None:
    value = converter(field)(text)
    assert not isinstance(value, Misread) or value.text == text


def test_empty_is_not_filled_in() -> None:
    assert [converter(field)("") for field in FIELDS] == [None] * len(FIELDS)


@pytest.mark.parametrize(
    ("layout", "number", "text", "fault", "value"),
    [
        (SRG_2026, 9, "20260230", Fault.DATE, None),
        (SRG_2026, 9, "morgen", Fault.DATE, None),
        (SRG_2026, 9, "1980-05-17", Fault.NOTATION, date(1980, 5, 17)),
        (SRG_2026, 9, "17-5-1980", Fault.NOTATION, date(1980, 5, 17)),
        (SRG_2026, 14, "41", Fault.CODE, None),
        (SRG_2026, 4, "SAM", Fault.NOTATION, "sam"),
        (SRG_2026, 6, "344", Fault.NOTATION, "0344"),
        (SRG_2026, 6, "GM0344", Fault.FORMAT, None),
        (SRG_2026, 8, "999993654", Fault.ELEVEN, "999993654"),
        (SRG_2026, 8, "99999365X", Fault.FORMAT, None),
        (SRG_2026, 13, "x" * 16, Fault.LENGTH, "x" * 16),
        (SRG_2026, 15, "café", Fault.DIACRITICS, "café"),
        (SRG_2026, 18, "5", Fault.NOTATION, 5),
        (SRG_2026, 18, "hoog", Fault.FORMAT, None),
        (SRG_2026, 2, "13", Fault.FORMAT, None),
        (BUS_2026, 8, "1", Fault.NOTATION, "01"),
        (BUS_2026, 14, "120", Fault.NOTATION, 120),
        (BUS_2026, 14, "-12", Fault.NOTATION, -12),
        (BUS_2026, 14, "+123456", Fault.FORMAT, None),
        (BUS_2026, 12, "-100", Fault.FORMAT, None),
    ],
)
def test_what_is_wrong_is_named(
    layout: Any, number: int, text: str, fault: Fault, value: Any
) -> None:
    assert converter(layout.field(number))(text) == Misread(fault, text, value)


def test_a_value_that_does_not_fit_is_not_written() -> None:
    with pytest.raises(ValueError, match="GEMEENTECODE"):
        to_text(SRG_2026.field(6), "03445")
    with pytest.raises(ValueError, match="LOONWAARDE"):
        to_text(SRG_2026.field(18), 1000)
    with pytest.raises(ValueError, match="NORM"):
        to_text(BUS_2026.field(12), -1)


@given(st.integers(0, 999_999_999))
def test_the_eleven_test_is_the_weighted_sum(number: int) -> None:
    bsn = f"{number:09d}"
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, bsn, strict=True))
    assert passes_eleven_test(bsn) == (total % 11 == 0 and number > 0)


def test_known_numbers() -> None:
    assert passes_eleven_test("999993653")
    assert passes_eleven_test("111222333")
    assert not passes_eleven_test("999990101")
    assert not passes_eleven_test("123456789")
    assert not passes_eleven_test("٩٩٩٩٩٣٦٥٣")


def test_a_masked_number_says_little() -> None:
    assert masked("999993653") == "•••••••53"
    assert masked("53") == "••"
    assert masked("") == ""
