"""What cannot be drawn honestly is refused, with the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from streekwerk import charts as c

NAN = float("nan")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: c.Interval(NAN, 0, 1), "needs numbers"),
        (lambda: c.Interval(5, 0, 1), "must lie in its interval"),
        (lambda: c.forest(c.Forest("t", ()), "nl"), "at least one row"),
        (lambda: c.bars(c.Bars("t", ()), "nl"), "at least one bar"),
        (
            lambda: c.bars(c.Bars("t", (c.Bar("a", NAN),)), "nl"),
            "a bar can only be drawn of finite",
        ),
        (lambda: c.Difference("a", 0.1, NAN), "a difference can only"),
        (lambda: c.Line("a", (1.0, None, NAN)), "a line can only"),
        (lambda: c.balance(c.Balance("t", ()), "nl"), "at least one covariate"),
        (lambda: c.Horizons("t", ()), "one or more"),
        (
            lambda: c.Horizons("t", ((6, c.Interval(1, 0, 2)), (3, c.Interval(1, 0, 2)))),
            "later than the last",
        ),
        (lambda: c.HundredPeople("t", 101, c.Interval(1, 0, 2)), "0 to 100"),
        (lambda: c.Overlap("t", (0, 0.5, 0.4), (1, 1), (1, 1)), "must rise"),
        (lambda: c.Overlap("t", (0, 1), (1, 2), (1,)), "for every bin"),
        (lambda: c.Overlap("t", (0, 1), (-1,), (1,)), "negative"),
        (lambda: c.Lines("t", ("a",), ()), "1 to 4 lines"),
        (lambda: c.Lines("t", ("a", "b"), (c.Line("x", (1,)),)), "for every moment"),
        (lambda: c.Flow("t", ((c.Place("a", "A"),), (c.Place("a", "B"),)), ()), "its own key"),
        (
            lambda: c.Flow("t", ((c.Place("a", "A"),),), (c.Stream("a", "b", 1),)),
            "unknown place",
        ),
        (
            lambda: c.Flow(
                "t", ((c.Place("a", "A"), c.Place("b", "B")),), (c.Stream("a", "b", 1),)
            ),
            "next stage",
        ),
        (lambda: c.flow(c.Flow("t", ((c.Place("a", "A"),),), ()), "nl"), "at least one stream"),
    ],
)
def test_refused(make: Callable[[], object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        make()
