"""An effect over time: the band shows when a measure still holds people (lock-in)."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.charts.axis import (
    SMALL,
    LegendEntry,
    fitting_ticks,
    legend,
    words_along,
)
from streekwerk.charts.canvas import Canvas
from streekwerk.charts.figure import Figure, drawn
from streekwerk.charts.lettering import shorten, width
from streekwerk.charts.measure import (
    BOUNDS,
    EFFECT,
    PER_100,
    TO,
    Interval,
    Label,
    Measure,
    say,
)
from streekwerk.charts.scale import Scale, span_of, two_sided
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text, number

MONTHS = Text("maanden na de start", "months after the start")
BAND = Text("zo onzeker is het (95%-interval)", "how uncertain it is (95% interval)")
LINE = Text("schatting", "estimate")


@dataclass(frozen=True, slots=True)
class Horizons:
    """Effects at points in time: ``points`` holds (moment, interval), in order of time."""

    title: Label
    points: tuple[tuple[float, Interval], ...]
    measure: Measure = PER_100
    moment: Label = MONTHS
    words: Label = ""

    def __post_init__(self) -> None:
        moments = [moment for moment, _ in self.points]
        if not moments or sorted(set(moments)) != moments:
            raise ValueError(f"moments must be one or more, each later than the last: {moments}")


def horizons(plot: Horizons, language: Language) -> Figure:
    """Draw the effect over time as a band with the estimate as a thin line in it."""
    title = say(plot.title, language)
    moment = say(plot.moment, language)
    description = "; ".join(
        f"{_moment(at, language)} {moment}: {interval.words(plot.measure, language)}"
        for at, interval in plot.points
    )
    pictures = (_draw(plot, language, 760, 330), _draw(plot, language, 360, 300))
    return drawn(
        title,
        description,
        pictures,
        horizon_table(plot, language),
        language,
        say(plot.words, language),
    )


def horizon_table(plot: Horizons, language: Language) -> DataTable:
    """Return the effect at every moment as a table."""
    measure = plot.measure
    columns = (
        Column(say(plot.moment, language).capitalize()),
        Column(f"{EFFECT.in_language(language)} ({say(measure.unit, language)})", numeric=True),
        Column(BOUNDS.in_language(language), numeric=True),
    )
    rows = tuple(
        (
            _moment(at, language),
            measure.write(interval.estimate, language),
            f"{measure.write(interval.low, language)} {TO.in_language(language)} "
            f"{measure.write(interval.high, language)}",
        )
        for at, interval in plot.points
    )
    return DataTable(say(plot.title, language), columns, rows, hide_caption=True)


def _moment(at: float, language: Language) -> str:
    return number(at, language, 0 if float(at).is_integer() else 1)


def _draw(plot: Horizons, language: Language, sheet: float, height: float) -> Canvas:
    entries: list[LegendEntry] = [
        ("band", "pale", BAND.in_language(language)),
        ("line", "work", LINE.in_language(language)),
    ]
    canvas = Canvas(sheet, height + 46 + legend(None, entries, sheet, 0))
    ends = [end for _, point in plot.points for end in (point.low, point.estimate, point.high)]
    up = Scale(*two_sided(*span_of(ends), least=0.3), height - 14, 26)
    ticks = fitting_ticks_up(up, plot.measure, language)
    left = max(width(words, SMALL) for _, words in ticks) + 12
    first, last = plot.points[0][0], plot.points[-1][0]
    across = Scale(
        *((first, last) if last > first else (first - 1, last + 1)), left + 14, sheet - 16
    )
    for value, words in ticks:
        canvas.line(left, up(value), sheet, up(value), "rule")
        canvas.text(left - 8, up(value) + 5, words, size=SMALL, fill="soft", anchor="end")
    _band(canvas, plot, across, up)
    canvas.line(left, up(0), sheet, up(0), "ink", width=1.5)
    _sides(canvas, plot, up, left, language)
    _moments(canvas, plot, across, height, language)
    legend(canvas, entries, sheet, height + 40)
    return canvas


def fitting_ticks_up(scale: Scale, measure: Measure, language: Language) -> list[tuple[float, str]]:
    """Return the ticks of a vertical scale, which never stand in each other's way."""
    flat = Scale(scale.low, scale.high, 0, 10_000)
    return fitting_ticks(flat, measure, language, about=5)


def _band(canvas: Canvas, plot: Horizons, across: Scale, up: Scale) -> None:
    upper = [(across(at), up(point.high)) for at, point in plot.points]
    lower = [(across(at), up(point.low)) for at, point in plot.points]
    canvas.polygon([*upper, *reversed(lower)], "pale")
    for (x, top), (_, bottom) in zip(upper, lower, strict=True):
        canvas.rect(x - 4, top, 8, max(bottom - top, 2), "work", round_=4)
    canvas.polyline([(across(at), up(point.estimate)) for at, point in plot.points], "work", 1.5)
    for at, point in plot.points:
        canvas.circle(across(at), up(point.estimate), 2.6, "surface")


def _sides(canvas: Canvas, plot: Horizons, up: Scale, left: float, language: Language) -> None:
    room = canvas.width - left
    less, more = say(plot.measure.less, language), say(plot.measure.more, language)
    canvas.polygon([(left + 2, 18), (left + 6, 10), (left + 10, 18)], "soft")
    canvas.text(left + 16, 18, shorten(more, room - 16, SMALL), size=SMALL, fill="soft")
    low = up.start + 14
    canvas.polygon([(left + 2, low - 9), (left + 6, low - 1), (left + 10, low - 9)], "soft")
    canvas.text(left + 16, low, shorten(less, room - 16, SMALL), size=SMALL, fill="soft")


def _moments(
    canvas: Canvas, plot: Horizons, across: Scale, height: float, language: Language
) -> None:
    places = [(across(at), _moment(at, language)) for at, _ in plot.points]
    words_along(canvas, places, height + 20)
    label = shorten(say(plot.moment, language), canvas.width, SMALL)
    canvas.text(canvas.width, height + 38, label, size=SMALL, fill="soft", anchor="end")
