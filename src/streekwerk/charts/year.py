"""A year of 52 weeks in lanes: who works where, and how many hours."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.charts.canvas import Anchor, Canvas
from streekwerk.charts.figure import Figure, drawn, in_words
from streekwerk.charts.lettering import shorten
from streekwerk.charts.measure import Label, say
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text, number

WEEKS = 52
SIZE = 15.0
_LANE = 54.0
_TALL = 28.0
_COLOURS = ("work", "pale", "learn-pale")
_MARKS = (1, 10, 20, 30, 40, 52)
WEEK = Text("Weken", "Weeks")
TOGETHER = Text("Samen", "Together")


@dataclass(frozen=True, slots=True)
class Lane:
    """One workplace: hours in each of 52 weeks."""

    label: Label
    hours: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.hours) != WEEKS or min(self.hours) < 0:
            raise ValueError(f"a lane has {WEEKS} weeks of 0 hours or more")


@dataclass(frozen=True, slots=True)
class Year:
    """One to three workplaces (more are drawn too) over the same year."""

    title: Label
    lanes: tuple[Lane, ...]
    words: Label = ""


def year(plot: Year, language: Language) -> Figure:
    """Draw the lanes under each other; none is an error."""
    if not plot.lanes:
        raise ValueError("a year needs at least one lane")
    title = say(plot.title, language)
    table = year_table(plot, language)
    description = in_words(table)
    pictures = (_draw(plot, language, 760), _draw(plot, language, 360))
    return drawn(title, description, pictures, table, language, say(plot.words, language))


def year_table(plot: Year, language: Language) -> DataTable:
    """Return a row for every run of weeks with the same workplaces: average hours a week."""
    labels = [say(lane.label, language) for lane in plot.lanes]
    columns = [Column(WEEK.in_language(language))]
    columns += [Column(label, numeric=True) for label in labels]
    columns.append(Column(TOGETHER.in_language(language), numeric=True))
    rows = []
    for first, last in _runs(plot):
        span = range(first, last + 1)
        means = [sum(lane.hours[w] for w in span) / len(span) for lane in plot.lanes]
        written = f"{first + 1}" if first == last else f"{first + 1}–{last + 1}"
        cells = [number(each, language, 1) if each else "–" for each in (*means, sum(means))]
        rows.append((written, *cells))
    return DataTable(say(plot.title, language), tuple(columns), tuple(rows), hide_caption=True)


def _runs(plot: Year) -> list[tuple[int, int]]:
    here = [tuple(lane.hours[week] > 0 for lane in plot.lanes) for week in range(WEEKS)]
    starts = [week for week in range(WEEKS) if week == 0 or here[week] != here[week - 1]]
    return [(a, b - 1) for a, b in zip(starts, [*starts[1:], WEEKS], strict=True)]


def _draw(plot: Year, language: Language, sheet: float) -> Canvas:
    high = max(max(lane.hours) for lane in plot.lanes) or 1.0
    canvas = Canvas(sheet, len(plot.lanes) * (_LANE + 10) + 26)
    step = (sheet - 4) / WEEKS
    for place, lane in enumerate(plot.lanes):
        top = place * (_LANE + 10)
        canvas.text(0, top + 13, shorten(say(lane.label, language), sheet - 4, SIZE), size=SIZE)
        floor = top + 22 + _TALL
        canvas.line(2, floor, sheet - 2, floor, "rule")
        for week, hours in enumerate(lane.hours):
            tall = _TALL * hours / high
            if hours:
                colour = _COLOURS[place % len(_COLOURS)]
                canvas.rect(2 + week * step, floor - tall, step - 0.8, tall, colour)
    bottom = len(plot.lanes) * (_LANE + 10) + 14
    for week in _MARKS:
        x = 2 + (week - 0.5) * step
        anchor: Anchor = "start" if week == 1 else "end" if week == WEEKS else "middle"
        x = 2 if week == 1 else sheet - 2 if week == WEEKS else x
        canvas.text(x, bottom, str(week), size=13, fill="soft", anchor=anchor)
    return canvas
