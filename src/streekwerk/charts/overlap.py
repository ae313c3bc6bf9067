"""Can the groups be compared? Who had what chance of the measure, mirrored by arm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streekwerk.charts.axis import SMALL, LegendEntry, legend
from streekwerk.charts.canvas import Canvas
from streekwerk.charts.figure import Figure, drawn
from streekwerk.charts.lettering import shorten
from streekwerk.charts.measure import Label, say
from streekwerk.charts.scale import Scale
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text, number

TREATED = Text("kregen de maatregel", "received the measure")
CONTROL = Text("kregen de maatregel niet", "did not receive the measure")
CHANCE = Text(
    "kans op de maatregel, gegeven de kenmerken",
    "chance of the measure, given the characteristics",
)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Counts of people by propensity: bin ``i`` runs from ``edges[i]`` to ``edges[i + 1]``.

    ``edges`` rise within 0 to 1; the counts have one fewer.
    """

    title: Label
    edges: tuple[float, ...]
    treated: tuple[float, ...]
    control: tuple[float, ...]
    words: Label = ""
    labels: tuple[Label, Label] = (TREATED, CONTROL)

    def __post_init__(self) -> None:
        rising = all(a < b for a, b in zip(self.edges, self.edges[1:], strict=False))
        if len(self.edges) < 2 or not rising or self.edges[0] < 0 or self.edges[-1] > 1:
            raise ValueError(f"edges must rise from 0 to 1, got {self.edges}")
        if not len(self.treated) == len(self.control) == len(self.edges) - 1:
            raise ValueError("an overlap needs a count of each arm for every bin")
        if min(*self.treated, *self.control, 0) < 0:
            raise ValueError("counts cannot be negative")


def overlap(plot: Overlap, language: Language) -> Figure:
    """Draw both arms against each other: where one side is bare, nothing can be compared."""
    title = say(plot.title, language)
    table = overlap_table(plot, language)
    description = "; ".join(f"{chance}: {one} / {two}" for chance, one, two in table.rows)
    pictures = (_draw(plot, language, 760, 280), _draw(plot, language, 360, 260))
    return drawn(title, description, pictures, table, language, say(plot.words, language))


def overlap_table(plot: Overlap, language: Language) -> DataTable:
    """Return the counts by bin as a table."""
    one, two = (say(label, language).capitalize() for label in plot.labels)
    columns = (
        Column(Text("Kans", "Chance").in_language(language)),
        Column(one, numeric=True),
        Column(two, numeric=True),
    )
    rows = tuple(
        (
            f"{_percent(low, language)}–{_percent(high, language)}%",
            number(treated, language),
            number(control, language),
        )
        for low, high, treated, control in zip(
            plot.edges, plot.edges[1:], plot.treated, plot.control, strict=False
        )
    )
    return DataTable(say(plot.title, language), columns, rows, hide_caption=True)


def _percent(share: float, language: Language) -> str:
    decimals = 0 if abs(share * 100 - round(share * 100)) < 1e-9 else 1
    return number(share * 100, language, decimals)


def _draw(plot: Overlap, language: Language, sheet: float, height: float) -> Canvas:
    one, two = (say(label, language) for label in plot.labels)
    entries: list[LegendEntry] = [("band", "work", one), ("band", "other", two)]
    canvas = Canvas(sheet, height + 52 + legend(None, entries, sheet, 0))
    across = Scale(0, 1, 20, sheet - 20)
    middle = height / 2
    tallest = max(*_shares(plot.treated), *_shares(plot.control), 1e-12)
    for counts, way, colour in ((plot.treated, -1, "work"), (plot.control, 1, "other")):
        for low, high, share in zip(plot.edges, plot.edges[1:], _shares(counts), strict=False):
            tall = share / tallest * (middle - 8)
            left, wide = across(low) + 0.75, across(high) - across(low) - 1.5
            top = middle - tall if way < 0 else middle
            canvas.rect(left, top, max(wide, 0.5), tall, colour)
    canvas.line(0, middle, sheet, middle, "ink", width=1.5)
    for tick in (0, 0.25, 0.5, 0.75, 1):
        canvas.line(across(tick), height, across(tick), height + 5, "soft")
        words = f"{_percent(tick, language)}%"
        canvas.text(across(tick), height + 20, words, size=SMALL, fill="soft", anchor="middle")
    label = shorten(CHANCE.in_language(language), sheet, SMALL)
    canvas.text(sheet / 2, height + 40, label, size=SMALL, fill="soft", anchor="middle")
    legend(canvas, entries, sheet, height + 48)
    return canvas


def _shares(counts: Sequence[float]) -> list[float]:
    total = sum(counts)
    return [count / total if total else 0.0 for count in counts]
