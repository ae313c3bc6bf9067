"""Where people went: streams between stages, as thick as the number of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streekwerk.charts.axis import SMALL
from streekwerk.charts.canvas import Anchor, Canvas
from streekwerk.charts.figure import Figure, drawn
from streekwerk.charts.lettering import shorten, wrap
from streekwerk.charts.measure import Label, say
from streekwerk.charts.table import Column, DataTable
from streekwerk.vocabulary.language import Language, Text, number

NODE = 14.0
LINE = 16.0


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere people can be at a stage. ``key`` is what streams refer to."""

    key: str
    label: Label
    colour: str = "work"


@dataclass(frozen=True, slots=True)
class Stream:
    """``people`` went from place ``start`` to place ``end`` of the next stage."""

    start: str
    end: str
    people: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Stages from first to last, each a column of places, and the streams between them."""

    title: Label
    stages: tuple[tuple[Place, ...], ...]
    streams: tuple[Stream, ...]
    words: Label = ""

    def __post_init__(self) -> None:
        stage_of = {place.key: n for n, stage in enumerate(self.stages) for place in stage}
        if len(stage_of) != sum(len(stage) for stage in self.stages):
            raise ValueError("every place of a flow needs its own key")
        for stream in self.streams:
            if stream.start not in stage_of or stream.end not in stage_of:
                raise ValueError(f"a stream refers to an unknown place: {stream}")
            if stage_of[stream.end] != stage_of[stream.start] + 1:
                raise ValueError(f"a stream must run to the next stage: {stream}")
            if not 0 < stream.people < float("inf"):
                raise ValueError(f"a stream must carry people: {stream}")


@dataclass(slots=True)
class _Node:
    place: Place
    people: float
    x: float = 0.0
    top: float = 0.0
    tall: float = 0.0
    left_used: float = 0.0
    right_used: float = 0.0


def flow(plot: Flow, language: Language) -> Figure:
    """Draw the streams from left to right; on a phone names shrink before streams do."""
    if not plot.streams:
        raise ValueError("a flow needs at least one stream")
    title = say(plot.title, language)
    table = flow_table(plot, language)
    description = "; ".join(f"{start} – {end}: {people}" for start, end, people in table.rows)
    pictures = (_draw(plot, language, 760, 360), _draw(plot, language, 360, 420))
    return drawn(title, description, pictures, table, language, say(plot.words, language))


def flow_table(plot: Flow, language: Language) -> DataTable:
    """Return every stream as a row."""
    names = {place.key: say(place.label, language) for stage in plot.stages for place in stage}
    columns = (
        Column(Text("Van", "From").in_language(language)),
        Column(Text("Naar", "To").in_language(language)),
        Column(Text("Mensen", "People").in_language(language), numeric=True),
    )
    rows = tuple(
        (names[stream.start], names[stream.end], number(stream.people, language))
        for stream in plot.streams
    )
    return DataTable(say(plot.title, language), columns, rows, hide_caption=True)


def _draw(plot: Flow, language: Language, sheet: float, height: float) -> Canvas:
    canvas = Canvas(sheet, height)
    room = sheet / len(plot.stages) - 12
    names = {
        place.key: wrap(say(place.label, language), room, SMALL, lines=2)
        for stage in plot.stages
        for place in stage
    }
    gap = 12 + LINE * (1 + max(len(lines) for lines in names.values()))
    nodes = _nodes(plot)
    scale = _scale(plot, nodes, height, gap)
    _lay_out(plot, nodes, sheet, scale, gap)
    for stream in plot.streams:
        _stream(canvas, nodes[stream.start], nodes[stream.end], stream.people * scale)
    for key, node in nodes.items():
        _node(canvas, node, names[key], room, language)
    return canvas


def _nodes(plot: Flow) -> dict[str, _Node]:
    nodes = {}
    for stage in plot.stages:
        for place in stage:
            arriving = sum(s.people for s in plot.streams if s.end == place.key)
            leaving = sum(s.people for s in plot.streams if s.start == place.key)
            nodes[place.key] = _Node(place, max(arriving, leaving))
    return nodes


def _scale(plot: Flow, nodes: dict[str, _Node], height: float, gap: float) -> float:
    """Height of one person, so that the fullest stage fits with names above its places."""
    room = [height - gap * len(stage) - 2 * len(stage) for stage in plot.stages]
    people = [sum(nodes[place.key].people for place in stage) for stage in plot.stages]
    return max(0.0, min(r / p for r, p in zip(room, people, strict=True) if p > 0))


def _lay_out(plot: Flow, nodes: dict[str, _Node], sheet: float, scale: float, gap: float) -> None:
    last = max(len(plot.stages) - 1, 1)
    for column, stage in enumerate(plot.stages):
        top = gap
        for place in stage:
            node = nodes[place.key]
            node.x = column / last * (sheet - NODE)
            node.top, node.tall = top, max(node.people * scale, 1.5)
            top += node.tall + gap


def _stream(canvas: Canvas, start: _Node, end: _Node, tall: float) -> None:
    leave = start.top + start.right_used
    arrive = end.top + end.left_used
    start.right_used += tall
    end.left_used += tall
    colour = "learn-tint" if end.place.colour.startswith("learn") else "tint"
    canvas.ribbon(start.x + NODE, end.x, (leave, leave + tall), (arrive, arrive + tall), colour)


def _node(
    canvas: Canvas, node: _Node, name: Sequence[str], room: float, language: Language
) -> None:
    canvas.rect(node.x, node.top, NODE, node.tall, node.place.colour, round_=2)
    anchor: Anchor = "middle"
    x = node.x + NODE / 2
    if node.x <= 0:
        anchor, x = "start", 0.0
    elif node.x >= canvas.width - NODE - 1:
        anchor, x = "end", canvas.width
    people = shorten(number(node.people, language), room, SMALL, bold=True)
    first = node.top - 7 - LINE * len(name)
    canvas.text(x, first, people, size=SMALL, anchor=anchor, bold=True)
    canvas.lines(x, first + LINE, name, size=SMALL, anchor=anchor, leading=LINE / SMALL)
