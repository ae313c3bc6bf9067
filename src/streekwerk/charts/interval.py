"""Effects with their uncertainty: the forest plot, and one row of it for a card.

The interval is the bar and the estimate a small opening in it: what the eye sees
first is how much we do not know.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from streekwerk.charts.axis import SMALL, legend, side_words, value_axis
from streekwerk.charts.canvas import Canvas
from streekwerk.charts.figure import Figure
from streekwerk.charts.lettering import shorten, width, wrap
from streekwerk.charts.measure import (
    BOUNDS,
    EFFECT,
    PER_100,
    TO,
    UNKNOWN,
    Interval,
    Label,
    Measure,
    say,
)
from streekwerk.charts.scale import Scale, span_of, two_sided
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text

STUDY = Text("Onderzoek", "Study")
LEGEND_STUDY = Text("zo onzeker is het (95%-interval)", "how uncertain it is (95% interval)")
LEGEND_POOLED = Text("alles bij elkaar", "all together")
LEGEND_POINT = Text("schatting", "estimate")


@dataclass(frozen=True, slots=True)
class Row:
    """One effect. ``interval`` is None where nobody knows; ``detail`` says n, year, place."""

    label: Label
    interval: Interval | None
    detail: Label = ""
    kind: Literal["study", "pooled"] = "study"


@dataclass(frozen=True, slots=True)
class Forest:
    """A forest plot of one or many rows, all in the same measure."""

    title: Label
    rows: tuple[Row, ...]
    measure: Measure = PER_100
    words: Label = ""
    row_heading: Label = STUDY


def forest(plot: Forest, language: Language) -> Figure:
    """Draw a forest plot; no rows is an error, for an empty state says that better."""
    if not plot.rows:
        raise ValueError("a forest plot needs at least one row")
    title = say(plot.title, language)
    description = "; ".join(
        f"{say(row.label, language)}: {_said(row, plot.measure, language)}" for row in plot.rows
    )
    return Figure(
        title=title,
        description=description,
        wide=_wide(plot, language).svg(title, description),
        narrow=_narrow(plot, language).svg(title, description),
        table=forest_table(plot, language),
        language=language,
        words=say(plot.words, language),
    )


def compact(
    title: Label, interval: Interval, language: Language, measure: Measure = PER_100
) -> Figure:
    """Draw one interval small, for a card; it serves every width."""
    plot = Forest(title, (Row(title, interval),), measure)
    name, said = say(title, language), interval.words(measure, language)
    canvas = Canvas(300, 70)
    scale = Scale(*_domain(plot.rows), 6, 294)
    side_words(canvas, scale, 12, measure, language)
    value_axis(canvas, scale, [(18, 46)], measure, language)
    _bar(canvas, scale, 32, interval, "study")
    return Figure(name, said, canvas.svg(name, said), "", forest_table(plot, language), language)


def forest_table(plot: Forest, language: Language) -> DataTable:
    """Return the rows of a forest plot as a table."""
    measure = plot.measure
    columns = (
        Column(say(plot.row_heading, language)),
        Column(f"{EFFECT.in_language(language)} ({say(measure.unit, language)})", numeric=True),
        Column(BOUNDS.in_language(language), numeric=True),
        Column(Text("Toelichting", "Notes").in_language(language)),
    )
    rows = tuple(_cells(row, measure, language) for row in plot.rows)
    return DataTable(say(plot.title, language), columns, rows, hide_caption=True)


def _cells(row: Row, measure: Measure, language: Language) -> tuple[str, ...]:
    label, detail = say(row.label, language), say(row.detail, language)
    if row.interval is None:
        return label, UNKNOWN.in_language(language), "–", detail
    low, high = (measure.write(end, language) for end in (row.interval.low, row.interval.high))
    estimate = measure.write(row.interval.estimate, language)
    return label, estimate, f"{low} {TO.in_language(language)} {high}", detail


def _said(row: Row, measure: Measure, language: Language) -> str:
    if row.interval is None:
        return UNKNOWN.in_language(language)
    return row.interval.words(measure, language)


def _domain(rows: Sequence[Row]) -> tuple[float, float]:
    known = [row.interval for row in rows if row.interval is not None]
    ends = [end for interval in known for end in (interval.low, interval.estimate, interval.high)]
    low, high = span_of(ends)
    beyond = (high - low) * 0.35
    low -= beyond if -math.inf in ends else 0.0
    high += beyond if math.inf in ends else 0.0
    return two_sided(low, high)


def _entries(
    plot: Forest, language: Language
) -> list[tuple[Literal["bar", "ring", "diamond"], str, str]]:
    entries: list[tuple[Literal["bar", "ring", "diamond"], str, str]] = [
        ("bar", "work", LEGEND_STUDY.in_language(language)),
        ("ring", "work", LEGEND_POINT.in_language(language)),
    ]
    if any(row.kind == "pooled" for row in plot.rows):
        entries.append(("diamond", "learn", LEGEND_POOLED.in_language(language)))
    return entries


def _wide(plot: Forest, language: Language) -> Canvas:
    size, sheet = 15.5, 760.0
    said = [_said(row, plot.measure, language) for row in plot.rows]
    right = min(max(width(words, size, bold=True) for words in said), 240.0)
    labels = [
        wrap(say(row.label, language), 220, size, bold=row.kind == "pooled") for row in plot.rows
    ]
    details = [wrap(say(row.detail, language), 220, SMALL, lines=2) for row in plot.rows]
    heights = [
        max(46.0, 22 + len(label) * size * 1.25 + len([x for x in detail if x]) * SMALL * 1.25)
        for label, detail in zip(labels, details, strict=True)
    ]
    top, entries = 30.0, _entries(plot, language)
    bottom = top + sum(heights)
    canvas = Canvas(sheet, bottom + 34 + legend(None, entries, sheet, 0))
    scale = Scale(*_domain(plot.rows), 244, sheet - right - 24)
    side_words(canvas, scale, 16, plot.measure, language)
    value_axis(canvas, scale, [(top - 6, bottom)], plot.measure, language)
    y = top
    for row, label, detail, words, height in zip(
        plot.rows, labels, details, said, heights, strict=True
    ):
        bold = row.kind == "pooled"
        canvas.line(0, y, sheet, y, "rule", width=0.75)
        next_ = canvas.lines(0, y + 23, label, size=size, bold=bold)
        canvas.lines(0, next_ - 1, [x for x in detail if x], size=SMALL, fill="soft")
        middle = y + 23 - size * 0.32
        _mark(canvas, scale, middle, row)
        canvas.text(
            sheet,
            y + 23,
            shorten(words, right + 16, size, bold=bold),
            size=size,
            anchor="end",
            bold=bold,
        )
        y += height
    legend(canvas, entries, sheet, bottom + 28)
    return canvas


def _narrow(plot: Forest, language: Language) -> Canvas:
    size, sheet = 15.0, 360.0
    labels = [wrap(say(row.label, language), sheet, size, bold=True) for row in plot.rows]
    under = [_under(row, plot.measure, language, sheet) for row in plot.rows]
    heights = [
        len(label) * size * 1.25 + len(lines) * SMALL * 1.3 + 44
        for label, lines in zip(labels, under, strict=True)
    ]
    top, entries = 30.0, _entries(plot, language)
    bottom = top + sum(heights)
    canvas = Canvas(sheet, bottom + 34 + legend(None, entries, sheet, 0))
    scale = Scale(*_domain(plot.rows), 6, sheet - 6)
    side_words(canvas, scale, 16, plot.measure, language)
    y, strips = top, []
    for label, lines, height in zip(labels, under, heights, strict=True):
        next_ = canvas.lines(0, y + 18, label, size=size, bold=True)
        next_ = canvas.lines(0, next_, lines, size=SMALL, fill="soft", leading=1.3)
        strips.append((next_ - 8, y + height - 8))
        y += height
    value_axis(canvas, scale, strips, plot.measure, language)
    for (start, end), row in zip(strips, plot.rows, strict=True):
        _mark(canvas, scale, (start + end) / 2, row)
    legend(canvas, entries, sheet, bottom + 20)
    return canvas


def _under(row: Row, measure: Measure, language: Language, room: float) -> tuple[str, ...]:
    said = wrap(_said(row, measure, language), room, SMALL, lines=2)
    detail = say(row.detail, language)
    return (*said, *wrap(detail, room, SMALL, lines=2)) if detail else said


def _mark(canvas: Canvas, scale: Scale, y: float, row: Row) -> None:
    if row.interval is None:
        canvas.line(scale.start, y, scale.end, y, "soft", width=1.5, dash="2 5")
    else:
        _bar(canvas, scale, y, row.interval, row.kind)


def _bar(canvas: Canvas, scale: Scale, y: float, interval: Interval, kind: str) -> None:
    left, right, middle = scale(interval.low), scale(interval.high), scale(interval.estimate)
    if right - left < 4:
        left, right = max(scale.start, middle - 2), min(scale.end, middle + 2)
    if kind == "pooled":
        canvas.polygon([(left, y), (middle, y - 10), (right, y), (middle, y + 10)], "learn")
        return
    for end, x, way in ((interval.low, left, -1), (interval.high, right, 1)):
        if math.isinf(end):
            canvas.polygon([(x - 13 * way, y - 11), (x, y), (x - 13 * way, y + 11)], "work")
    left += 6 if math.isinf(interval.low) else 0
    right -= 6 if math.isinf(interval.high) else 0
    canvas.rect(left, y - 6.5, right - left, 13, "work", round_=min(6.5, (right - left) / 2))
    zero = scale(0)
    if left + 5 < zero < right - 5 and abs(zero - middle) > 5:
        canvas.line(zero, y - 6.5, zero, y + 6.5, "surface", width=1.5)
    canvas.circle(middle, y, 3.2, "surface")
