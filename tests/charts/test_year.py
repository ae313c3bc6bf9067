"""A year in lanes: runs of weeks with the same workplaces, and pictures without script."""

from __future__ import annotations

import pytest

from streekwerk.charts.year import Lane, Year, year

GREEN = Lane("Tuin", (0.0,) * 14 + (32.0,) * 26 + (0.0,) * 12)
OVEN = Lane("Bakkerij", (20.5,) * 14 + (0.0,) * 26 + (20.5,) * 12)


def test_the_table_has_a_row_for_every_run_of_weeks() -> None:
    figure = year(Year("Het jaar", (GREEN, OVEN)), "nl")
    assert [row[0] for row in figure.table.rows] == ["1–14", "15–40", "41–52"]
    assert figure.table.rows[0][1:] == ("–", "20,5", "20,5")
    assert figure.table.rows[1][1:] == ("32,0", "–", "32,0")


def test_every_week_with_work_is_drawn_once_and_named() -> None:
    figure = year(Year("Het jaar", (GREEN, OVEN)), "en")
    for picture in (figure.wide, figure.narrow):
        assert picture.count("<rect") == 52
        assert "Bakkerij" in picture
    assert "Het jaar" in figure.wide


def test_a_lane_of_another_length_or_below_nought_is_refused() -> None:
    for hours in ((1.0,) * 51, (-1.0,) + (0.0,) * 51):
        with pytest.raises(ValueError, match="52 weeks"):
            Lane("x", hours)
    with pytest.raises(ValueError, match="at least one"):
        year(Year("x", ()), "nl")
