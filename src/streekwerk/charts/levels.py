"""One answer on a scale of words over time: a place on a ladder, never an amount.

The steps of such a scale are not equally far apart, so there are no numbers along the
axis: the lowest and the highest words stand beside it, and the last answer is written out.
A day without an answer on the scale is an open ring below the ladder, not a gap to hide.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from streekwerk.charts.axis import SMALL
from streekwerk.charts.canvas import Canvas
from streekwerk.charts.figure import Figure
from streekwerk.charts.lettering import width
from streekwerk.charts.measure import Label, say
from streekwerk.charts.scale import Scale
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text

DAY, ANSWER = Text("Dag", "Day"), Text("Antwoord", "Answer")
STEPS = 5
WIDTH, HEIGHT, TOP = 360, 116, 22


@dataclass(frozen=True, slots=True)
class LevelAt:
    """What was answered on a day: a level from 1 to 5 or None, and in words."""

    on: date
    day: Label
    level: int | None
    words: Label

    def __post_init__(self) -> None:
        if self.level is not None and not 1 <= self.level <= STEPS:
            raise ValueError(f"a level is 1 to {STEPS}, got {self.level}")


@dataclass(frozen=True, slots=True)
class Levels:
    """The answers to one question, oldest first; ``lowest`` and ``highest`` name the ends."""

    title: Label
    answers: tuple[LevelAt, ...]
    lowest: Label
    highest: Label

    def __post_init__(self) -> None:
        if not self.answers:
            raise ValueError("nothing was asked yet: there is nothing to draw")
        if list(self.answers) != sorted(self.answers, key=lambda each: each.on):
            raise ValueError("the answers must be in the order of their days")


def levels(plot: Levels, language: Language) -> Figure:
    """Draw the answers; words first, the picture, the same in a table."""
    title, table = say(plot.title, language), level_table(plot, language)
    description = "; ".join(f"{day}: {answer}" for day, answer in table.rows)
    return Figure(
        title=title,
        description=description,
        wide=_draw(plot, language).svg(title, description),
        narrow="",
        table=table,
        language=language,
    )


def level_table(plot: Levels, language: Language) -> DataTable:
    """Return the days with their answers in words."""
    rows = tuple((say(each.day, language), say(each.words, language)) for each in plot.answers)
    heads = (Column(say(DAY, language)), Column(say(ANSWER, language)))
    return DataTable(say(plot.title, language), heads, rows, hide_caption=True)


def _draw(plot: Levels, language: Language) -> Canvas:
    canvas = Canvas(WIDTH, TOP + HEIGHT + 50)
    up = Scale(1, STEPS, TOP + HEIGHT, TOP)
    canvas.text(0, TOP - 8, say(plot.highest, language), size=SMALL, fill="soft")
    canvas.text(0, TOP + HEIGHT + 19, say(plot.lowest, language), size=SMALL, fill="soft")
    for step in range(1, STEPS + 1):
        canvas.line(0, up(step), WIDTH, up(step), "rule", width=1)
    days = [each.on.toordinal() for each in plot.answers]
    # One day stands in the middle; several are as far apart as they were.
    wide = max(days) - min(days)
    across = Scale(min(days), max(days), 16, WIDTH - 16) if wide else None
    places = [across(day) if across else WIDTH / 2 for day in days]
    answered = [
        (x, up(each.level))
        for x, each in zip(places, plot.answers, strict=True)
        if each.level is not None
    ]
    if len(answered) > 1:
        canvas.polyline(answered, "mid", 3)
    for x, y in answered[:-1]:
        canvas.circle(x, y, 5, "mid")
    if answered:
        canvas.circle(*answered[-1], 8, "work", "surface", 2)
    _without_level(canvas, plot, places)
    _ends(canvas, plot, places, language)
    return canvas


def _without_level(canvas: Canvas, plot: Levels, places: list[float]) -> None:
    for x, each in zip(places, plot.answers, strict=True):
        if each.level is None:
            canvas.circle(x, TOP + HEIGHT + 1, 5, "surface", "other", 2)


def _ends(canvas: Canvas, plot: Levels, places: list[float], language: Language) -> None:
    """Write the first and the last day below the ladder."""
    base = TOP + HEIGHT + 42
    first, last = say(plot.answers[0].day, language), say(plot.answers[-1].day, language)
    if len(places) == 1:
        canvas.text(places[0], base, last, size=SMALL, anchor="middle")
        return
    canvas.text(0, base, first, size=SMALL)
    if width(first, SMALL) + width(last, SMALL) < WIDTH - 20:
        canvas.text(WIDTH, base, last, size=SMALL, anchor="end")
