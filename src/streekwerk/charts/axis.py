"""The parts charts share: an axis through zero with words at its ends, a legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from streekwerk.charts.canvas import Anchor, Canvas
from streekwerk.charts.lettering import shorten, width
from streekwerk.charts.measure import Measure, say
from streekwerk.charts.scale import Scale, decimals_of
from streekwerk.vocabulary.language import Language

SMALL = 14.0
Shape: TypeAlias = Literal[
    "bar", "disc", "ring", "diamond", "band", "line", "dash", "dots", "mixed"
]
# Lines are told apart by their strokes too: no line leans on colour alone.
DASHES = {"line": "", "dash": "8 5", "dots": "2 5", "mixed": "12 4 3 4"}
LegendEntry: TypeAlias = tuple[Shape, str, str]


def fitting_ticks(
    scale: Scale, measure: Measure, language: Language, about: int = 5
) -> list[tuple[float, str]]:
    """Return as many ticks with their words as fit along the scale without touching."""
    for count in range(about, 0, -1):
        ticks = scale.ticks(count)
        step = ticks[1] - ticks[0] if len(ticks) > 1 else abs(ticks[0]) if ticks else 1.0
        decimals = decimals_of(step, 0) if step else 0
        written = [(tick, measure.write(tick, language, decimals)) for tick in ticks]
        if _apart(scale, written):
            return written
    return [(0.0, measure.write(0.0, language, 0))] if scale.low <= 0 <= scale.high else []


def _apart(scale: Scale, written: Sequence[tuple[float, str]]) -> bool:
    edge = -1e9
    for value, words in written:
        half = width(words, SMALL) / 2
        if scale(value) - half < edge:
            return False
        edge = scale(value) + half + 8
    return True


def value_axis(
    canvas: Canvas,
    scale: Scale,
    strips: Sequence[tuple[float, float]],
    measure: Measure,
    language: Language,
) -> None:
    """Draw the grid and the zero line in every strip (top, bottom), numbers under the last.

    One strip where the names stand beside the drawing; a strip to each row where
    they stand above it, so that no line runs through a name.
    """
    ticks = fitting_ticks(scale, measure, language)
    for value, _ in ticks:
        for top, end in strips:
            canvas.line(scale(value), top, scale(value), end, "rule")
    words_along(canvas, [(scale(value), words) for value, words in ticks], strips[-1][1] + 18)
    if scale.low <= 0 <= scale.high:
        for top, end in strips:
            canvas.line(scale(0), top, scale(0), end, "ink", width=1.5)


def words_along(canvas: Canvas, places: Sequence[tuple[float, str]], y: float) -> None:
    """Write words under a chart, the last one always, leaving out what would touch."""
    edge = canvas.width + 8
    for x, words in reversed(places):
        half = width(words, SMALL) / 2
        middle = min(max(x, half), canvas.width - half)
        if middle + half + 8 <= edge and half * 2 <= canvas.width:
            canvas.text(middle, y, words, size=SMALL, fill="soft", anchor="middle")
            edge = middle - half


def side_words(
    canvas: Canvas, scale: Scale, y: float, measure: Measure, language: Language
) -> None:
    """Write what lies left and right of zero, each with an arrow pointing that way."""
    less, more = say(measure.less, language), say(measure.more, language)
    zero, sheet = scale(0), canvas.width
    anchors: tuple[Anchor, Anchor]
    if max(width(less, SMALL) - zero, width(more, SMALL) - sheet + zero) <= -18:
        left, right, anchors = zero - 18, zero + 18, ("end", "start")
        _arrow(canvas, zero - 6, y - 5, -1)
        _arrow(canvas, zero + 6, y - 5, 1)
    else:
        less, more = (shorten(words, sheet / 2 - 20, SMALL) for words in (less, more))
        left, right, anchors = 12.0, sheet - 12, ("start", "end")
        _arrow(canvas, 7, y - 5, -1)
        _arrow(canvas, sheet - 7, y - 5, 1)
    canvas.text(left, y, less, size=SMALL, fill="soft", anchor=anchors[0])
    canvas.text(right, y, more, size=SMALL, fill="soft", anchor=anchors[1])


def _arrow(canvas: Canvas, x: float, y: float, way: int) -> None:
    canvas.polygon([(x, y - 4), (x + 7 * way, y), (x, y + 4)], "soft")


def legend(canvas: Canvas | None, entries: Sequence[LegendEntry], sheet: float, y: float) -> float:
    """Write the legend from ``y`` down over a sheet ``sheet`` wide; return its height.

    Without a canvas it only measures.
    """
    x, line = 0.0, 0
    for shape, colour, words in entries:
        words_ = shorten(words, sheet - 26, SMALL)
        taken = 26 + width(words_, SMALL) + 20
        if x > 0 and x + taken - 20 > sheet:
            x, line = 0.0, line + 1
        if canvas is not None:
            _key(canvas, shape, colour, x, y + 12 + line * 22)
            canvas.text(x + 26, y + 16 + line * 22, words_, size=SMALL, fill="soft")
        x += taken
    return (line + 1) * 22.0 + 6


def _key(canvas: Canvas, shape: Shape, colour: str, x: float, y: float) -> None:
    if shape == "bar":
        canvas.rect(x, y - 4, 18, 9, colour, round_=4)
    elif shape == "band":
        canvas.rect(x, y - 6, 18, 13, colour, round_=2)
    elif shape == "disc":
        canvas.circle(x + 9, y, 5, colour)
    elif shape == "ring":
        canvas.circle(x + 9, y, 4.5, "surface", colour, 2)
    elif shape == "diamond":
        canvas.polygon([(x, y), (x + 9, y - 6), (x + 18, y), (x + 9, y + 6)], colour)
    else:
        canvas.line(x, y, x + 18, y, colour, width=2.5, dash=DASHES[shape])
