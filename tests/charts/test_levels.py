"""A ladder of words: what was answered is drawn, what was not is not hidden."""

from __future__ import annotations

import datetime as dt

import pytest

from streekwerk.charts.levels import LevelAt, Levels, levels
from streekwerk.vocabulary.language import Text


def at(month: int, level: int | None, words: str) -> LevelAt:
    """Return an answer on the first of a month."""
    return LevelAt(dt.date(2026, month, 1), f"1-{month}", level, words)


ENDS = (Text("nooit", "never"), Text("altijd", "always"))


def test_every_answer_is_in_the_table_and_on_paper() -> None:
    plot = Levels("Vraag", (at(1, 2, "soms"), at(3, None, "weet ik niet"), at(6, 4, "vaak")), *ENDS)
    figure = levels(plot, "nl")
    assert figure.table.rows == (("1-1", "soms"), ("1-3", "weet ik niet"), ("1-6", "vaak"))
    assert figure.wide.count("<circle") == 3
    assert figure.wide.count("<polyline") == 1
    assert "nooit" in figure.wide
    assert "always" in levels(plot, "en").wide


def test_no_number_stands_beside_the_ladder() -> None:
    figure = levels(Levels("Vraag", (at(1, 2, "soms"),), *ENDS), "nl")
    texts = [part.split("<")[0] for part in figure.wide.split("<text")[1:]]
    assert not any(text.split(">")[-1] in {"1", "2", "3", "4", "5"} for text in texts)


def test_days_are_as_far_apart_as_they_were() -> None:
    figure = levels(Levels("V", (at(1, 1, "a"), at(2, 1, "a"), at(12, 1, "a")), *ENDS), "nl")
    xs = [float(part.split('"')[1]) for part in figure.wide.split("cx=")[1:]]
    assert xs == sorted(xs)
    assert xs[1] - xs[0] < (xs[2] - xs[1]) / 5


def test_nothing_asked_and_a_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Levels("V", (), *ENDS)
    with pytest.raises(ValueError, match="order"):
        Levels("V", (at(3, 1, "a"), at(1, 1, "a")), *ENDS)
    with pytest.raises(ValueError, match="1 to 5"):
        at(1, 6, "a")
