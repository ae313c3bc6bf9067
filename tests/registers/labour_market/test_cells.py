from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.registers.labour_market.cells import area_of, months_of, value_of


@pytest.mark.parametrize(
    "written", ["2024-03", "202403", "2024MM03", "20240301", "2024-03-15", " 2024-03 "]
)
def test_a_month_is_read_however_it_is_written(written: str) -> None:
    assert months_of(written) == (date(2024, 3, 1),)


@pytest.mark.parametrize("written", ["2024-K2", "2024KW02", "2024q2", "2024 K2"])
def test_a_quarter_stands_for_its_three_months(written: str) -> None:
    assert months_of(written) == (date(2024, 4, 1), date(2024, 5, 1), date(2024, 6, 1))


@pytest.mark.parametrize(
    "written", ["", "maart", "2024-13", "2024-00", "24-03", "2024-K5", "1889-01"]
)
def test_what_is_no_month_is_none(written: str) -> None:
    assert months_of(written) == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [("AM12", "AM12"), ("gm0344", "GM0344"), ("0344", "GM0344"), ("344", None), ("Utrecht", None)],
)
def test_areas_are_codes(written: str, read: str | None) -> None:
    assert area_of(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("4,25", 4.25),
        ("4.25", 4.25),
        ("1.234,5", 1234.5),
        ("3,6 %", 3.6),
        ("nan", None),
        ("x", None),
    ],
)
def test_numbers_are_dutch_or_plain(written: str, read: float | None) -> None:
    assert value_of(written, 0, 10_000) == read


@given(st.floats(0, 20))
def test_a_number_within_bounds_comes_back(value: float) -> None:
    assert value_of(repr(value).replace(".", ","), 0, 20) == pytest.approx(value)
    assert value_of(repr(value + 20.5), 0, 20) is None
