"""Who works where, and with whom: points by place with lines between them.

Positions are kilometres east and north (the national grid, RD); both directions have the
same scale. With more points than can be told apart, one disc a place says how many there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from streekwerk.charts.axis import LegendEntry, legend
from streekwerk.charts.canvas import Canvas
from streekwerk.charts.figure import Figure, drawn, in_words
from streekwerk.charts.lettering import width
from streekwerk.charts.measure import Label, require_numbers, say
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text

MOST_POINTS = 400
TALLEST = 560.0
MARGIN = 34.0
SMALLEST_SPAN_KM = 4.0
LABEL = 15.0
STRONG = Text("met een lopende afspraak", "with a running agreement")
PLAIN = Text("zonder lopende afspraak", "without a running agreement")
TOGETHER = Text("werken samen", "work together")


@dataclass(frozen=True, slots=True)
class Point:
    """One employer: its name, the name of its place, and kilometres east and north.

    ``strong`` points are filled.
    """

    label: str
    place: str
    x: float
    y: float
    strong: bool = False

    def __post_init__(self) -> None:
        require_numbers((self.x, self.y), "a position")


@dataclass(frozen=True, slots=True)
class Bond:
    """A line between two points, by their numbers from zero, and what it is."""

    one: int
    other: int
    label: Label


@dataclass(frozen=True, slots=True)
class Network:
    """The points and the lines between them; at least one point."""

    title: Label
    points: tuple[Point, ...]
    bonds: tuple[Bond, ...] = ()
    words: Label = ""

    def __post_init__(self) -> None:
        if not self.points:
            raise ValueError("a network needs at least one point")
        known = range(len(self.points))
        if any(bond.one not in known or bond.other not in known for bond in self.bonds):
            raise ValueError("a bond joins points that are there")


def network(plot: Network, language: Language) -> Figure:
    """Draw the network; the table counts by place and names who works together."""
    title = say(plot.title, language)
    table = network_table(plot, language)
    description = in_words(table)
    pictures = (_draw(plot, language, 760), _draw(plot, language, 360))
    return drawn(title, description, pictures, table, language, say(plot.words, language))


def network_table(plot: Network, language: Language) -> DataTable:
    """Return for each place how many points there are, are strong, and have a bond."""
    bound = {end for bond in plot.bonds for end in (bond.one, bond.other)}
    by_place: dict[str, list[int]] = defaultdict(list)
    for number, point in enumerate(plot.points):
        by_place[point.place].append(number)
    columns = (
        Column(Text("Plaats", "Place").in_language(language)),
        Column(Text("Werkgevers", "Employers").in_language(language), numeric=True),
        Column(STRONG.in_language(language).capitalize(), numeric=True),
        Column(TOGETHER.in_language(language).capitalize(), numeric=True),
    )
    rows = tuple(
        (
            place,
            str(len(numbers)),
            str(sum(plot.points[each].strong for each in numbers)),
            str(sum(each in bound for each in numbers)),
        )
        for place, numbers in sorted(by_place.items())
    )
    return DataTable(say(plot.title, language), columns, rows, hide_caption=True)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Kilometres to user units: the same scale both ways, north up."""

    left: float
    top: float
    west: float
    north: float
    scale: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.left + (x - self.west) * self.scale, self.top + (self.north - y) * self.scale


def _sheet(points: Sequence[Point], room: float) -> tuple[_Sheet, float]:
    """Return the scale that fits ``points`` in ``room``, and the height it takes."""
    xs, ys = [each.x for each in points], [each.y for each in points]
    wide = max(max(xs) - min(xs), SMALLEST_SPAN_KM)
    tall = max(max(ys) - min(ys), SMALLEST_SPAN_KM)
    scale = min((room - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / tall)
    left = (room - wide * scale) / 2
    return _Sheet(left, MARGIN, min(xs), max(ys), scale), tall * scale + 2 * MARGIN


def _draw(plot: Network, language: Language, room: float) -> Canvas:
    sheet, height = _sheet(plot.points, room)
    entries: list[LegendEntry] = [
        ("disc", "work", STRONG.in_language(language)),
        ("ring", "mid", PLAIN.in_language(language)),
    ]
    canvas = Canvas(room, height + 12 + legend(None, entries, room, 0))
    canvas.rect(0, 0, room, height, "wash", round_=10)
    for bond in plot.bonds:
        start, end = plot.points[bond.one], plot.points[bond.other]
        canvas.line(*sheet.at(start.x, start.y), *sheet.at(end.x, end.y), "mid", width=2.5)
    if len(plot.points) > MOST_POINTS:
        _places(canvas, plot, sheet)
    else:
        for point in sorted(plot.points, key=lambda each: each.strong):
            fill = "work" if point.strong else "surface"
            canvas.circle(*sheet.at(point.x, point.y), 5, fill, "work" if point.strong else "mid")
        _names(canvas, plot, sheet, room)
    legend(canvas, entries, room, height + 20)
    return canvas


def _middle(points: Sequence[Point]) -> tuple[float, float]:
    return sum(p.x for p in points) / len(points), sum(p.y for p in points) / len(points)


def _by_place(plot: Network) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = defaultdict(list)
    for point in plot.points:
        found[point.place].append(point)
    return found


def _places(canvas: Canvas, plot: Network, sheet: _Sheet) -> None:
    """Draw one disc a place, its surface as the number of points."""
    most = max(Counter(point.place for point in plot.points).values())
    for place, points in sorted(_by_place(plot).items(), key=lambda each: -len(each[1])):
        x, y = sheet.at(*_middle(points))
        radius = 8 + 24 * (len(points) / most) ** 0.5
        canvas.circle(x, y, radius, "tint", "work")
        canvas.text(x, y + 5, str(len(points)), size=LABEL, anchor="middle", bold=True)
        canvas.text(x, y + radius + 16, place, size=LABEL, anchor="middle")


def _names(canvas: Canvas, plot: Network, sheet: _Sheet, room: float) -> None:
    """Write the names of places above their points, the largest first, where there is room."""
    written: list[tuple[float, float, float, float]] = []
    for place, points in sorted(_by_place(plot).items(), key=lambda each: (-len(each[1]), each[0])):
        x, _ = sheet.at(*_middle(points))
        top = min(sheet.at(each.x, each.y)[1] for each in points) - 12
        half = width(place, LABEL) / 2
        x = min(max(x, half + 4), room - half - 4)
        box = (x - half, top - LABEL, x + half, top + 4)
        if top - LABEL < 0 or any(_overlap(box, other) for other in written):
            continue
        written.append(box)
        canvas.rect(box[0] - 3, box[1] - 1, 2 * half + 6, LABEL + 6, "wash", round_=4)
        canvas.text(x, top, place, size=LABEL, anchor="middle", bold=True)


def _overlap(one: tuple[float, float, float, float], two: tuple[float, ...]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
