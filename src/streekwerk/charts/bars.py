"""Bars for amounts and shares, lying down so that long Dutch names have room."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.charts.axis import value_axis
from streekwerk.charts.canvas import Canvas
from streekwerk.charts.figure import Figure, drawn
from streekwerk.charts.lettering import shorten, width, wrap
from streekwerk.charts.measure import (
    BOUNDS,
    TO,
    Interval,
    Label,
    Measure,
    require_numbers,
    say,
)
from streekwerk.charts.scale import Scale, span_of
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text

NUMBER = Text("Aantal", "Number")
COUNT = Measure(NUMBER, signed=False)
SIZE = 15.5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``interval`` where the amount is an estimate. ``learn`` marks what we learned."""

    label: Label
    value: float
    interval: Interval | None = None
    learn: bool = False

    def __post_init__(self) -> None:
        require_numbers((self.value,), "a bar")


@dataclass(frozen=True, slots=True)
class Bars:
    """A set of bars in one measure, drawn in the order given."""

    title: Label
    bars: tuple[Bar, ...]
    measure: Measure = COUNT
    words: Label = ""
    heading: Label = ""


def bars(plot: Bars, language: Language) -> Figure:
    """Draw the bars; none is an error, for an empty state says that better."""
    if not plot.bars:
        raise ValueError("a bar chart needs at least one bar")
    title = say(plot.title, language)
    description = "; ".join(
        f"{say(bar.label, language)}: {_said(bar, plot.measure, language)}" for bar in plot.bars
    )
    pictures = (_draw(plot, language, 760), _draw(plot, language, 360))
    return drawn(
        title, description, pictures, bar_table(plot, language), language, say(plot.words, language)
    )


def bar_table(plot: Bars, language: Language) -> DataTable:
    """Return the bars as a table, with an interval column if any bar has one."""
    measure = plot.measure
    estimated = any(bar.interval for bar in plot.bars)
    columns = [
        Column(say(plot.heading, language) or Text("Wat", "What").in_language(language)),
        Column(say(measure.unit, language), numeric=True),
    ]
    if estimated:
        columns.append(Column(BOUNDS.in_language(language), numeric=True))
    rows = []
    for bar in plot.bars:
        cells = [say(bar.label, language), measure.write(bar.value, language)]
        if estimated:
            cells.append(_bounds(bar, measure, language))
        rows.append(tuple(cells))
    return DataTable(say(plot.title, language), tuple(columns), tuple(rows), hide_caption=True)


def _bounds(bar: Bar, measure: Measure, language: Language) -> str:
    if bar.interval is None:
        return "–"
    low, high = (measure.write(end, language) for end in (bar.interval.low, bar.interval.high))
    return f"{low} {TO.in_language(language)} {high}"


def _said(bar: Bar, measure: Measure, language: Language) -> str:
    value = measure.write(bar.value, language)
    return f"{value} ({_bounds(bar, measure, language)})" if bar.interval else value


def _draw(plot: Bars, language: Language, sheet: float) -> Canvas:
    wide = sheet > 500
    said = [_said(bar, plot.measure, language) for bar in plot.bars]
    right = min(max(width(words, SIZE) for words in said), sheet * 0.45)
    room = 220.0 if wide else sheet - right - 12
    labels = [wrap(say(bar.label, language), room, SIZE) for bar in plot.bars]
    extra = 22.0 if wide else 30.0
    heights = [len(label) * SIZE * 1.25 + extra for label in labels]
    bottom = sum(heights) + 4
    canvas = Canvas(sheet, bottom + 26)
    ends = [end for bar in plot.bars for end in _reach(bar)]
    low, high = span_of(ends)
    low, high = (low if min(ends) < 0 else 0.0), (high if max(ends) > 0 or min(ends) == 0 else 0.0)
    scale = Scale(low, high, 244 if wide else 2, sheet - right - 20 if wide else sheet - 2)
    value_axis(canvas, scale, _strips(heights, wide), plot.measure, language)
    y = 0.0
    for bar, label, words, height in zip(plot.bars, labels, said, heights, strict=True):
        canvas.lines(0, y + 20, label, size=SIZE)
        middle = y + height / 2 if wide else y + height - 17
        baseline = y + 20
        shown = shorten(words, right + 6, SIZE)
        canvas.text(sheet, baseline, shown, size=SIZE, anchor="end", fill="soft")
        _bar(canvas, scale, y + 15 if wide else middle, bar)
        y += height
    return canvas


def _strips(heights: list[float], wide: bool) -> list[tuple[float, float]]:
    ends = [sum(heights[: place + 1]) for place in range(len(heights))]
    return [(0, ends[-1] + 4)] if wide else [(end - 26, end - 4) for end in ends]


def _reach(bar: Bar) -> tuple[float, ...]:
    return (bar.value, bar.interval.low, bar.interval.high) if bar.interval else (bar.value,)


def _bar(canvas: Canvas, scale: Scale, y: float, bar: Bar) -> None:
    left, right = sorted((scale(0), scale(bar.value)))
    solid = "learn" if bar.learn else "work"
    if bar.interval is None:
        canvas.rect(left, y - 8, max(right - left, 1), 16, solid, round_=2)
        return
    faint = "learn-tint" if bar.learn else "tint"
    canvas.rect(left, y - 8, max(right - left, 1), 16, faint, round_=2)
    start, end = scale(bar.interval.low), scale(bar.interval.high)
    canvas.rect(start, y - 4, max(end - start, 2), 8, solid, round_=min(4, (end - start) / 2))
    canvas.circle(scale(bar.value), y, 2.4, "surface")
