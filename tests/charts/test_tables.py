"""The table beside a chart says exactly what went into it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.charts.anything import FORESTS, LANGUAGES, line_charts

from streekwerk import charts as c
from streekwerk.screens.design.guide import samples
from streekwerk.vocabulary.language import Language

QUICK = settings(max_examples=100, deadline=None)


def value(written: str, language: Language) -> float:
    """Read a written number back."""
    digits = written.replace("€ ", "").replace("+", "").replace("−", "-")
    thousands, point = (".", ",") if language == "nl" else (",", ".")
    return float(digits.replace(thousands, "").replace(point, "."))


def bounds(written: str, language: Language) -> list[float]:
    parts = written.split(" tot " if language == "nl" else " to ")
    open_ends = {"onbegrensd", "unbounded"}
    return [float("nan") if part in open_ends else value(part, language) for part in parts]


@QUICK
@given(FORESTS, LANGUAGES)
def test_a_forest_and_its_table_agree(plot: c.Forest, language: Language) -> None:
    table = c.forest(plot, language).table
    assert len(table.rows) == len(plot.rows)
    step = 0.5 * 10**-plot.measure.decimals * 1.001
    for row, (label, estimate, interval, _) in zip(plot.rows, table.rows, strict=True):
        assert label == row.label
        if row.interval is None:
            assert interval == "–"
            continue
        assert value(estimate, language) == pytest.approx(row.interval.estimate, abs=step, rel=1e-9)
        for written, end in zip(
            bounds(interval, language), (row.interval.low, row.interval.high), strict=True
        ):
            if abs(end) == float("inf"):
                assert math.isnan(written)
            else:
                assert written == pytest.approx(end, abs=step, rel=1e-9)


@QUICK
@given(line_charts(), LANGUAGES)
def test_lines_and_their_table_agree(plot: c.Lines, language: Language) -> None:
    table = c.lines(plot, language).table
    step = 0.5 * 10**-plot.measure.decimals * 1.001
    for place, (_, *cells) in enumerate(table.rows):
        for line, cell in zip(plot.lines, cells, strict=True):
            known = line.values[place]
            if known is None:
                assert cell == "–"
            else:
                assert value(cell, language) == pytest.approx(known, abs=step, rel=1e-9)


def test_every_chart_of_the_guide_counts_its_data() -> None:
    assert len(c.bars(samples.BARS, "nl").table.rows) == 4
    assert [row[2] for row in c.flow(samples.FLOW, "nl").table.rows][:3] == ["160", "120", "140"]
    assert c.balance(samples.BALANCE, "nl").table.rows[0] == (
        "Maanden in de bijstand",
        "0,62",
        "0,08",
    )
    assert c.overlap(samples.OVERLAP, "nl").table.rows[4] == ("20–25%", "11", "62")
    assert c.horizons(samples.HORIZONS, "en").table.rows[1] == ("6", "−9", "−13 to −5")
    assert [row[1] for row in c.hundred_people(samples.PEOPLE, "nl").table.rows] == [
        "31",
        "37",
        "30 tot 44",
    ]


def test_a_row_of_the_wrong_length_is_refused() -> None:
    columns = (c.Column("Wat"), c.Column("Hoeveel", numeric=True))
    with pytest.raises(ValueError, match="row 1 of 'Titel' has 1 cells for 2 columns"):
        c.DataTable("Titel", columns, (("alleen",),))


@given(st.text(min_size=1))
def test_cells_are_escaped(text: str) -> None:
    table = c.DataTable(text, (c.Column(text),), ((text,),))
    assert table.html().count("<") == c.DataTable("a", (c.Column("a"),), (("a",),)).html().count(
        "<"
    )
