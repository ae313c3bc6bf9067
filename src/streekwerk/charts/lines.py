"""Lines over time, each named where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streekwerk.charts.axis import (
    DASHES,
    SMALL,
    LegendEntry,
    Shape,
    legend,
    words_along,
)
from streekwerk.charts.bars import COUNT
from streekwerk.charts.canvas import Canvas
from streekwerk.charts.figure import Figure, drawn
from streekwerk.charts.horizons import fitting_ticks_up
from streekwerk.charts.lettering import width
from streekwerk.charts.measure import Label, Measure, require_numbers, say
from streekwerk.charts.scale import Scale, span_of
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text

MOMENT = Text("Moment", "Moment")
STYLES: tuple[tuple[Shape, str], ...] = (
    ("line", "work"),
    ("dash", "learn"),
    ("dots", "other"),
    ("mixed", "mid"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One series; ``None`` where nothing was measured leaves a gap."""

    label: Label
    values: tuple[float | None, ...]

    def __post_init__(self) -> None:
        require_numbers([value for value in self.values if value is not None], "a line")


@dataclass(frozen=True, slots=True)
class Lines:
    """Up to four series over the same moments."""

    title: Label
    moments: tuple[Label, ...]
    lines: tuple[Line, ...]
    measure: Measure = COUNT
    words: Label = ""
    heading: Label = MOMENT

    def __post_init__(self) -> None:
        if not 1 <= len(self.lines) <= len(STYLES):
            raise ValueError(f"a line chart shows 1 to {len(STYLES)} lines, got {len(self.lines)}")
        if not self.moments or any(len(line.values) != len(self.moments) for line in self.lines):
            raise ValueError("every line needs a value (or None) for every moment")


def lines(plot: Lines, language: Language) -> Figure:
    """Draw the series over time; the value axis always includes zero."""
    title = say(plot.title, language)
    table = line_table(plot, language)
    first, last = table.rows[0], table.rows[-1]
    description = "; ".join(
        f"{column.label}: {first[0]} {start}, {last[0]} {end}"
        for column, start, end in zip(table.columns[1:], first[1:], last[1:], strict=True)
    )
    pictures = (_draw(plot, language, 760, 300), _draw(plot, language, 360, 260))
    return drawn(title, description, pictures, table, language, say(plot.words, language))


def line_table(plot: Lines, language: Language) -> DataTable:
    """Return the series side by side as a table."""
    heads = (
        Column(say(plot.heading, language)),
        *(Column(say(line.label, language), numeric=True) for line in plot.lines),
    )
    rows = tuple(
        (
            say(moment, language),
            *(_said(line.values[place], plot.measure, language) for line in plot.lines),
        )
        for place, moment in enumerate(plot.moments)
    )
    return DataTable(say(plot.title, language), heads, rows, hide_caption=True)


def _said(value: float | None, measure: Measure, language: Language) -> str:
    return "–" if value is None else measure.write(value, language)


def _draw(plot: Lines, language: Language, sheet: float, height: float) -> Canvas:
    entries: list[LegendEntry] = [
        (shape, colour, say(line.label, language))
        for line, (shape, colour) in zip(plot.lines, STYLES, strict=False)
    ]
    top = legend(None, entries, sheet, 0) + 6
    canvas = Canvas(sheet, top + height + 30)
    values = [value for line in plot.lines for value in line.values if value is not None]
    low, high = span_of(values)
    up = Scale(low if min([0, *values]) < 0 else 0, high, top + height, top + 8)
    ticks = fitting_ticks_up(up, plot.measure, language)
    left = max(width(words, SMALL) for _, words in ticks) + 12
    across = Scale(0, max(len(plot.moments) - 1, 1), left + 8, sheet - 12)
    for value, words in ticks:
        canvas.line(left, up(value), sheet, up(value), "rule")
        canvas.text(left - 8, up(value) + 5, words, size=SMALL, fill="soft", anchor="end")
    canvas.line(left, up(0), sheet, up(0), "ink", width=1.5)
    for line, style in zip(plot.lines, STYLES, strict=False):
        _line(canvas, line.values, across, up, style)
    places = [(across(place), say(words, language)) for place, words in enumerate(plot.moments)]
    words_along(canvas, places, top + height + 20)
    legend(canvas, entries, sheet, 0)
    return canvas


def _line(
    canvas: Canvas,
    values: Sequence[float | None],
    across: Scale,
    up: Scale,
    style: tuple[Shape, str],
) -> None:
    shape, colour = style
    run: list[tuple[float, float]] = []
    for place, value in enumerate([*values, None]):
        if value is not None:
            run.append((across(place), up(value)))
        elif run:
            canvas.polyline(run, colour, 3, DASHES[shape])
            for x, y in (run[0], run[-1]):
                canvas.circle(x, y, 4, colour)
            run = []
