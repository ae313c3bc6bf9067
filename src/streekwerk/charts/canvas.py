"""Drawing SVG: shapes with a named colour, finite coordinates, escaped words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

# What each name looks like where no style sheet reaches (paper, mail, a report file).
# On a page the classes f-… (fill) and s-… (stroke) hand the choice to the theme.
PALETTE = {
    "ink": "#1d2a2b",
    "soft": "#5c635f",
    "rule": "#d3cbb9",
    "shade": "#f5f1e8",
    "surface": "#ffffff",
    "work": "#0f4c55",
    "mid": "#2f6f75",
    "pale": "#8fb8b6",
    "tint": "#dfebe9",
    "wash": "#eff5f4",
    "learn": "#b7791f",
    "learn-text": "#80500a",
    "learn-pale": "#e2b65c",
    "learn-tint": "#faebcb",
    "other": "#8a7f6c",
    "problem": "#9f2418",
}
FONT = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', sans-serif"
Anchor = Literal["start", "middle", "end"]


class Canvas:
    """A sheet of ``width`` by ``height`` user units that collects shapes."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._shapes: list[str] = []

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str, *, round_: float = 0
    ) -> None:
        """Draw a filled rectangle."""
        corner = f' rx="{_n(round_)}"' if round_ else ""
        self._shapes.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            f"{corner}{paint(fill=fill)}/>"
        )

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str,
        *,
        width: float = 1,
        dash: str = "",
    ) -> None:
        """Draw a straight line."""
        self._shapes.append(
            f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
            f"{paint(stroke=stroke, width=width, dash=dash)}/>"
        )

    def circle(
        self, x: float, y: float, radius: float, fill: str, stroke: str = "", width: float = 1.5
    ) -> None:
        """Draw a disc, with an outline if ``stroke`` is given."""
        self._shapes.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"'
            f"{paint(fill=fill, stroke=stroke, width=width)}/>"
        )

    def polygon(self, points: Iterable[tuple[float, float]], fill: str) -> None:
        """Draw a filled shape through ``points``."""
        self._shapes.append(f'<polygon points="{_points(points)}"{paint(fill=fill)}/>')

    def polyline(
        self, points: Iterable[tuple[float, float]], stroke: str, width: float = 2, dash: str = ""
    ) -> None:
        """Draw a line through ``points``."""
        self._shapes.append(
            f'<polyline points="{_points(points)}"'
            f"{paint(fill='none', stroke=stroke, width=width, dash=dash)}/>"
        )

    def ribbon(
        self, left: float, right: float, at: tuple[float, float], to: tuple[float, float], fill: str
    ) -> None:
        """Draw a stream from ``left``, between the heights ``at``, to ``right``, between ``to``."""
        middle = _n((left + right) / 2)
        start, end = _n(left), _n(right)
        (top, bottom), (top_to, bottom_to) = (tuple(map(_n, pair)) for pair in (at, to))
        path = (
            f"M{start} {top}C{middle} {top} {middle} {top_to} {end} {top_to}V{bottom_to}"
            f"C{middle} {bottom_to} {middle} {bottom} {start} {bottom}Z"
        )
        self._shapes.append(f'<path d="{path}"{paint(fill=fill)}/>')

    def bust(self, x: float, y: float, width: float, height: float, fill: str, stroke: str) -> None:
        """Draw the shoulders of a person, centred on ``x``, from ``y`` down."""
        half = width / 2
        path = (
            f"M{_n(x - half)} {_n(y + height)}V{_n(y + half)}"
            f"A{_n(half)} {_n(half)} 0 0 1 {_n(x + half)} {_n(y + half)}V{_n(y + height)}Z"
        )
        colours = paint(fill=fill, stroke=stroke, width=1.5)
        self._shapes.append(f'<path d="{path}" stroke-linejoin="round"{colours}/>')

    def text(
        self, x: float, y: float, words: str, *, size: float = 15, fill: str = "ink",
        anchor: Anchor = "start", bold: bool = False,
    ) -> None:  # fmt: skip
        """Write ``words`` with their baseline at ``y``."""
        if not words:
            return
        weight = ' font-weight="700"' if bold else ""
        place = f' text-anchor="{anchor}"' if anchor != "start" else ""
        self._shapes.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{weight}{place}'
            f"{paint(fill=fill)}>{escape(words)}</text>"
        )

    def lines(
        self, x: float, y: float, lines: Sequence[str], *, size: float = 15, fill: str = "ink",
        anchor: Anchor = "start", bold: bool = False, leading: float = 1.25,
    ) -> float:  # fmt: skip
        """Write several lines, the first baseline at ``y``; return the next baseline."""
        for line in lines:
            self.text(x, y, line, size=size, fill=fill, anchor=anchor, bold=bold)
            y += size * leading
        return y

    def svg(self, title: str, description: str) -> str:
        """Return the sheet as SVG with its text alternative."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_n(self.width)} '
            f'{_n(self.height)}" width="{_n(self.width)}" height="{_n(self.height)}" '
            f'font-family="{escape(FONT)}"><title>{escape(title)}</title>'
            f"<desc>{escape(description)}</desc>{''.join(self._shapes)}</svg>"
        )


def paint(*, fill: str = "", stroke: str = "", width: float = 1, dash: str = "") -> str:
    """Return the attributes that give a shape its named colours."""
    classes = [f"f-{fill}"] if fill and fill != "none" else []
    written = f' fill="{PALETTE.get(fill, "none")}"' if fill else ""
    if stroke:
        classes.append(f"s-{stroke}")
        written += f' stroke="{PALETTE[stroke]}" stroke-width="{_n(width)}"'
        written += f' stroke-dasharray="{dash}"' if dash else ""
    return f' class="{" ".join(classes)}"{written}' if classes else written


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """Write a coordinate; anything that is not a number must never reach the paper."""
    if not math.isfinite(value):
        raise ValueError(f"a chart cannot draw at {value!r}")
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".")
