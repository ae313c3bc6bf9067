"""The network of employers: true to scale, finite, and the same in its table."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.charts.network import MOST_POINTS, Bond, Network, Point, network
from streekwerk.vocabulary.language import Text

KM = st.floats(0, 300, allow_nan=False)


def _plot(points: tuple[Point, ...], bonds: tuple[Bond, ...] = ()) -> Network:
    return Network(Text("Kaart", "Map"), points, bonds)


def _circles(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'<circle cx="([\d.-]+)" cy="([\d.-]+)" r="5"', svg)
    return [(float(x), float(y)) for x, y in found]


def test_both_directions_have_one_scale_and_north_is_up() -> None:
    west, east, north = Point("w", "A", 0, 0), Point("e", "A", 10, 0), Point("n", "A", 0, 5)
    figure = network(_plot((west, east, north)), "nl")
    (wx, wy), (ex, ey), (nx, ny) = _circles(figure.wide)[:3]
    assert ex - wx == pytest.approx(2 * (wy - ny), abs=0.02)
    assert (wx, wy) == pytest.approx((nx, ey), abs=0.02)
    assert ny < wy


def test_the_table_counts_by_place() -> None:
    points = (
        Point("a", "Bree", 1, 1, strong=True),
        Point("b", "Aard", 2, 2),
        Point("c", "Bree", 3, 1),
    )
    figure = network(_plot(points, (Bond(0, 1, "keten"),)), "nl")
    assert figure.table.rows == (("Aard", "1", "0", "1"), ("Bree", "2", "1", "1"))
    assert figure.wide.count("<line") == 1


def test_many_points_become_one_disc_a_place() -> None:
    points = tuple(Point(str(n), "ab"[n % 2], n % 7, n % 11) for n in range(MOST_POINTS + 1))
    figure = network(_plot(points), "en")
    assert figure.wide.count("<circle") <= 4
    assert ">201<" in figure.wide


@given(st.lists(st.tuples(KM, KM), min_size=1, max_size=12))
def test_whatever_the_places_all_is_on_the_sheet(places: list[tuple[float, float]]) -> None:
    points = tuple(Point(str(n), f"plaats {n}", x, y) for n, (x, y) in enumerate(places))
    figure = network(_plot(points), "nl")
    for x, y in _circles(figure.wide)[: len(points)]:
        assert 0 <= x <= 760
        assert 0 <= y <= 560


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        _plot(())
    with pytest.raises(ValueError, match="points that are there"):
        _plot((Point("a", "A", 0, 0),), (Bond(0, 1, "x"),))
    with pytest.raises(ValueError, match="position"):
        Point("a", "A", float("nan"), 0)
