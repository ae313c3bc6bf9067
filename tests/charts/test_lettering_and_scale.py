"""Words that fit and scales that hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.charts.lettering import shorten, width, wrap
from streekwerk.charts.measure import Measure
from streekwerk.charts.scale import Scale, decimals_of, span_of, two_sided

VALUES = st.floats(-1e12, 1e12)


@given(st.text(), st.floats(1, 500))
def test_shortened_words_fit(text: str, room: float) -> None:
    short = shorten(text, room, 15)
    assert width(short, 15) <= room
    assert short == text or text.startswith(short.removesuffix("…"))


@given(st.text(), st.floats(20, 500), st.integers(1, 4))
def test_wrapped_lines_fit_and_are_few(text: str, room: float, lines: int) -> None:
    broken = wrap(text, room, 15, lines=lines)
    assert 1 <= len(broken) <= lines
    assert all(width(line, 15) <= room for line in broken)


def test_wrapping_loses_no_word_that_fits() -> None:
    assert wrap("Scholing in zorg en techniek", 130, 15) == ("Scholing in zorg", "en techniek")


@given(st.lists(VALUES, min_size=1, max_size=6))
def test_a_scale_keeps_its_values_between_its_ends(values: list[float]) -> None:
    scale = Scale(*two_sided(*span_of(values)), 10, 350)
    places = [scale(value) for value in sorted(values)]
    assert all(10 <= place <= 350 for place in places)
    assert places == sorted(places)
    ticks = scale.ticks()
    assert 0 in ticks
    assert 2 <= len(ticks) <= 13


def test_both_sides_of_zero_have_room() -> None:
    low, high = two_sided(*span_of([479, 1794, 3109]))
    assert low == pytest.approx(-0.45 * high)


@pytest.mark.parametrize(("step", "decimals"), [(1, 0), (0.25, 2), (2.5, 1), (1000, 0)])
def test_ticks_are_written_with_the_decimals_they_need(step: float, decimals: int) -> None:
    assert decimals_of(step) == decimals


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (1794.3, "+€ 1.794", "+€ 1,794"),
        (-1280, "−€ 1.280", "−€ 1,280"),
        (0.2, "€ 0", "€ 0"),
        (float("inf"), "onbegrensd", "unbounded"),
    ],
)
def test_values_are_written_as_the_reader_does(value: float, dutch: str, english: str) -> None:
    euros = Measure("euro", prefix="€ ")
    assert (euros.write(value, "nl"), euros.write(value, "en")) == (dutch, english)
