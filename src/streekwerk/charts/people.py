"""A hundred people: what an effect means when it is counted in heads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from streekwerk.charts.axis import LegendEntry, legend
from streekwerk.charts.canvas import Canvas
from streekwerk.charts.figure import Figure, drawn
from streekwerk.charts.measure import BOUNDS, TO, Interval, Label, say
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text, number

WITHOUT = Text("vinden ook zonder de maatregel werk", "find work without the measure too")
MORE = Text("vinden dankzij de maatregel werk (schatting)", "find work thanks to it (estimate)")
FEWER = Text("vinden door de maatregel geen werk (schatting)", "do not, because of it (estimate)")
UNSURE = Text("hier zijn we niet zeker van", "here we are not sure")
NO_WORK = Text("vinden geen werk", "do not find work")


@dataclass(frozen=True, slots=True)
class HundredPeople:
    """Of 100 people, ``without`` reach the outcome anyway; with the measure ``with_it`` do.

    All are numbers of 0 to 100; ``with_it`` carries its interval. The four
    labels finish a sentence that starts with a number of people.
    """

    title: Label
    without: float
    with_it: Interval
    words: Label = ""
    labels: tuple[Label, Label, Label, Label] = (WITHOUT, MORE, FEWER, NO_WORK)

    def __post_init__(self) -> None:
        numbers = (self.without, self.with_it.low, self.with_it.high)
        if not all(0 <= value <= 100 for value in numbers):
            raise ValueError(f"of a hundred people 0 to 100 can find work, got {numbers}")

    @property
    def band(self) -> tuple[int, int]:
        """First and last person (counted from 1) of whom we are not sure; empty if last < first."""
        return round(self.with_it.low) + 1, round(self.with_it.high)


# The same few figures are drawn for everybody in a region, and a page of options has ten.
@lru_cache(maxsize=256)
def hundred_people(plot: HundredPeople, language: Language) -> Figure:
    """Draw the hundred: 20 in a row where there is room, 10 on a phone."""
    title = say(plot.title, language)
    table = people_table(plot, language)
    description = "; ".join(f"{label}: {value}" for label, value in table.rows)
    pictures = (
        _draw(plot, language, columns=20, sheet=760),
        _draw(plot, language, columns=10, sheet=360),
    )
    return drawn(title, description, pictures, table, language, say(plot.words, language))


def people_table(plot: HundredPeople, language: Language) -> DataTable:
    """Return the three numbers behind the picture."""
    low, high = (number(end, language) for end in (plot.with_it.low, plot.with_it.high))
    heads = (
        Column(Text("Van de 100 mensen", "Of every 100 people").in_language(language)),
        Column(Text("Aantal", "Number").in_language(language), numeric=True),
    )
    found = Text("vinden met de maatregel werk", "find work with the measure")
    rows = (
        (say(plot.labels[0], language), number(plot.without, language)),
        (found.in_language(language), number(plot.with_it.estimate, language)),
        (BOUNDS.in_language(language), f"{low} {TO.in_language(language)} {high}"),
    )
    return DataTable(say(plot.title, language), heads, rows, hide_caption=True)


def _draw(plot: HundredPeople, language: Language, *, columns: int, sheet: float) -> Canvas:
    entries = _entries(plot, language)
    cell, tall = sheet / columns, 46.0
    rows = 100 // columns
    canvas = Canvas(sheet, rows * tall + 14 + legend(None, entries, sheet, 0))
    _shade_band(canvas, plot, columns, cell, tall)
    for person in range(1, 101):
        row, column = divmod(person - 1, columns)
        _person(canvas, (column + 0.5) * cell, row * tall + 4, _look(plot, person))
    legend(canvas, entries, sheet, rows * tall + 10)
    return canvas


def _shade_band(
    canvas: Canvas, plot: HundredPeople, columns: int, cell: float, tall: float
) -> None:
    """Lay the shade of not knowing under the people it concerns, row by row."""
    first, last = plot.band
    for row in range(100 // columns):
        start = max(first - 1, row * columns) - row * columns
        end = min(last, (row + 1) * columns) - row * columns
        if end > start:
            x = start * cell
            canvas.rect(x, row * tall, (end - start) * cell, tall - 4, "learn-tint", round_=6)


def _look(plot: HundredPeople, person: int) -> tuple[str, str]:
    """Return fill and outline of one person, counted from 1."""
    without, with_it = round(plot.without), round(plot.with_it.estimate)
    if person <= min(without, with_it):
        return "work", "work"
    if person <= with_it:
        return "learn", "learn"
    if person <= without:
        return "surface", "learn"
    return "surface", "other"


def _person(canvas: Canvas, x: float, y: float, look: tuple[str, str]) -> None:
    fill, stroke = look
    canvas.circle(x, y + 7, 5, fill, stroke, 1.5)
    canvas.bust(x, y + 15, 16, 18, fill, stroke)


def _entries(plot: HundredPeople, language: Language) -> list[LegendEntry]:
    without, more, fewer, rest = (say(label, language) for label in plot.labels)
    before, after = round(plot.without), round(plot.with_it.estimate)
    first, last = plot.band
    entries: list[LegendEntry] = []
    if min(before, after):
        entries.append(("disc", "work", f"{min(before, after)} {without}"))
    if after > before:
        entries.append(("disc", "learn", f"{after - before} {more}"))
    if before > after:
        entries.append(("ring", "learn", f"{before - after} {fewer}"))
    if max(before, after) < 100:
        entries.append(("ring", "other", f"{100 - max(before, after)} {rest}"))
    if last >= first:
        entries.append(("band", "learn-tint", UNSURE.in_language(language)))
    return entries
