"""Are the groups alike? Standardised differences before and after weighting."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.charts.axis import SMALL, LegendEntry, legend, value_axis
from streekwerk.charts.canvas import Canvas
from streekwerk.charts.figure import Figure, drawn, in_words
from streekwerk.charts.lettering import width, wrap
from streekwerk.charts.measure import Label, Measure, require_numbers, say
from streekwerk.charts.scale import Scale
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text

SMD = Measure(Text("gestandaardiseerd verschil", "standardised difference"), 2, signed=False)
BEFORE = Text("vóór weging", "before weighting")
AFTER = Text("na weging", "after weighting")
ENOUGH = Text("klein genoeg (onder 0,1)", "small enough (below 0.1)")
CARE = Text("let op", "take care")
THRESHOLD = 0.1
SIZE = 15.0


@dataclass(frozen=True, slots=True)
class Difference:
    """The standardised mean difference of a covariate; ``after`` is None without weighting."""

    label: Label
    before: float
    after: float | None = None

    def __post_init__(self) -> None:
        require_numbers((self.before, self.after or 0.0), "a difference")


@dataclass(frozen=True, slots=True)
class Balance:
    """A love plot: absolute standardised differences, the largest first."""

    title: Label
    differences: tuple[Difference, ...]
    words: Label = ""


def balance(plot: Balance, language: Language) -> Figure:
    """Draw how alike the groups are; no covariates is an error."""
    if not plot.differences:
        raise ValueError("a balance plot needs at least one covariate")
    title = say(plot.title, language)
    table = balance_table(plot, language)
    description = in_words(table)
    pictures = (_draw(plot, language, 760), _draw(plot, language, 360))
    return drawn(title, description, pictures, table, language, say(plot.words, language))


def balance_table(plot: Balance, language: Language) -> DataTable:
    """Return the absolute differences as a table, the largest first."""
    columns = (
        Column(Text("Kenmerk", "Characteristic").in_language(language)),
        Column(BEFORE.in_language(language).capitalize(), numeric=True),
        Column(AFTER.in_language(language).capitalize(), numeric=True),
    )
    rows = tuple(
        (
            say(item.label, language),
            SMD.write(abs(item.before), language),
            "–" if item.after is None else SMD.write(abs(item.after), language),
        )
        for item in _ordered(plot)
    )
    return DataTable(say(plot.title, language), columns, rows, hide_caption=True)


def _ordered(plot: Balance) -> list[Difference]:
    return sorted(plot.differences, key=lambda item: -abs(item.before))


def _final(item: Difference) -> float:
    return abs(item.before if item.after is None else item.after)


def _entries(plot: Balance, language: Language) -> list[LegendEntry]:
    entries: list[LegendEntry] = [("ring", "other", BEFORE.in_language(language))]
    if any(item.after is not None for item in plot.differences):
        entries.append(("disc", "work", AFTER.in_language(language)))
    entries.append(("band", "tint", ENOUGH.in_language(language)))
    return entries


def _draw(plot: Balance, language: Language, sheet: float) -> Canvas:
    wide, entries, items = sheet > 500, _entries(plot, language), _ordered(plot)
    room = 240.0 if wide else sheet
    labels = [wrap(say(item.label, language), room, SIZE, lines=2) for item in items]
    heights = [len(label) * SIZE * 1.25 + (16 if wide else 28) for label in labels]
    bottom = sum(heights) + 6
    canvas = Canvas(sheet, bottom + 28 + legend(None, entries, sheet, 0))
    high = max(0.25, *(max(abs(item.before), _final(item)) for item in items)) * 1.05
    note = width(CARE.in_language(language), SMALL) + 26
    scale = Scale(0, high, 262 if wide else 8, sheet - note)
    ends = [sum(heights[: place + 1]) for place in range(len(heights))]
    strips = [(0.0, bottom)] if wide else [(end - 21, end - 2) for end in ends]
    for top, end in strips:
        canvas.rect(scale(0), top, scale(THRESHOLD) - scale(0), end - top, "tint")
    value_axis(canvas, scale, strips, SMD, language)
    y = 0.0
    for item, label, height in zip(items, labels, heights, strict=True):
        canvas.lines(0, y + 19, label, size=SIZE)
        _row(canvas, scale, y + 14 if wide else y + height - 12, item, language)
        y += height
    legend(canvas, entries, sheet, bottom + 24)
    return canvas


def _row(canvas: Canvas, scale: Scale, y: float, item: Difference, language: Language) -> None:
    before = scale(abs(item.before))
    if item.after is not None:
        canvas.line(before, y, scale(abs(item.after)), y, "other", width=1.5)
    canvas.circle(before, y, 5, "surface", "other", 2)
    if item.after is not None:
        canvas.circle(scale(abs(item.after)), y, 5.5, "work")
    if _final(item) > THRESHOLD:
        left = scale.end + 8
        canvas.polygon([(left, y + 6), (left + 7, y - 6), (left + 14, y + 6)], "learn-text")
        canvas.text(canvas.width, y + 5, CARE.in_language(language), size=SMALL, anchor="end")
