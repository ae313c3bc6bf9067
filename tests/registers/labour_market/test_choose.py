from __future__ import annotations

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from streekwerk.registers.labour_market.choose import choose
from streekwerk.registers.labour_market.facts import MarketRow
from streekwerk.registers.labour_market.indicators import Indicator

START = 12 * 2024


def row(
    month: int, value: float, indicator: str = "tightness", area: str = "AM99", home: str = "9901"
) -> MarketRow:
    day = date(2024 + month // 12, month % 12 + 1, 1)
    return MarketRow(home, day, area, indicator, value, f"bron {home}", "x", month)


def test_most_months_go_first_then_the_better_figure_then_the_region() -> None:
    short = [row(t, 3) for t in range(5)]
    long = [row(t, 4, "unemployment") for t in range(6)]
    found = choose([*short, *long], START, 6)
    assert found is not None
    assert found.indicator is Indicator.UNEMPLOYMENT
    equal = [row(t, 3, area="GM0344") for t in range(6)]
    found = choose([*long, *equal], START, 6)
    assert found is not None
    assert (found.indicator, found.area) == (Indicator.TIGHTNESS, "GM0344")
    region = [row(t, 3) for t in range(6)]
    found = choose([*equal, *region], START, 6)
    assert found is not None
    assert found.area == "AM99"


def test_different_values_of_municipalities_give_the_middle_one() -> None:
    rows = [row(0, value, home=home) for home, value in (("1", 2.0), ("2", 3.0), ("3", 9.0))]
    found = choose(rows, START, 1)
    assert found is not None
    assert found.values == (3.0,)
    assert found.sources == ("bron 1", "bron 2", "bron 3")


def test_months_outside_the_panel_do_not_count_and_gaps_are_unknown() -> None:
    found = choose([row(0, 1), row(3, 4), row(14, 9)], START, 4)
    assert found is not None
    assert found.values == (1, None, None, 4)
    assert (found.known, found.counts) == (2, True)
    assert found.by_month() == {START: 1, START + 3: 4}
    assert choose([row(0, 1)], START, 4).counts is False  # type: ignore[union-attr]
    assert choose([row(14, 9)], START, 4) is None
    assert choose([], START, 4) is None


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.sampled_from(["tightness", "unemployment"]),
            st.sampled_from(["AM01", "GM0001"]),
            st.floats(0, 9),
        ),
        min_size=1,
    ),
    st.randoms(),
)
def test_the_order_of_rows_does_not_matter(
    told: list[tuple[int, str, str, float]], shuffle: random.Random
) -> None:
    rows = [row(t, value, indicator, area) for t, indicator, area, value in told]
    other = list(rows)
    shuffle.shuffle(other)
    assert choose(rows, START, 6) == choose(other, START, 6)
