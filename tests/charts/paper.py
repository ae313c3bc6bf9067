"""Read a drawn chart back: where every shape and every word stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from streekwerk.charts.lettering import width

SVG = "{http://www.w3.org/2000/svg}"
SLACK = 0.75  # half of the thickest outline, and rounding


@dataclass(frozen=True)
class Box:
    what: str
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        return (
            self.left < other.right - 0.5
            and other.left < self.right - 0.5
            and self.top < other.bottom - 0.5
            and other.top < self.bottom - 0.5
        )


def read(svg: str) -> Element:
    root: Element = fromstring(svg)
    return root


def size(root: Element) -> tuple[float, float]:
    _, _, across, down = map(float, root.attrib["viewBox"].split())
    return across, down


def words(root: Element) -> list[Box]:
    return [_word(element) for element in root.iter(f"{SVG}text")]


def shapes(root: Element) -> list[Box]:
    return [_shape(element) for element in root.iter() if element.tag in _READERS]


def _word(element: Element) -> Box:
    text = element.text or ""
    height = float(element.attrib["font-size"])
    long = width(text, height, bold="font-weight" in element.attrib)
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
    return Box(text, x - shift * long, y - 0.72 * height, x + (1 - shift) * long, y + 0.22 * height)


def _numbers(element: Element, *names: str) -> list[float]:
    return [float(element.attrib[name]) for name in names]


def _rect(element: Element) -> list[float]:
    x, y, across, down = _numbers(element, "x", "y", "width", "height")
    assert across >= 0
    assert down >= 0
    return [x, y, x + across, y + down]


def _circle(element: Element) -> list[float]:
    x, y, radius = _numbers(element, "cx", "cy", "r")
    return [x - radius, y - radius, x + radius, y + radius]


def _points(element: Element) -> list[float]:
    values = [float(part) for part in re.split(r"[ ,]", element.attrib["points"])]
    return [min(values[::2]), min(values[1::2]), max(values[::2]), max(values[1::2])]


def _path(element: Element) -> list[float]:
    """Only our own two paths: streams (M C V C Z) and shoulders (M V A V Z)."""
    tokens = re.findall(r"[A-Z]|-?\d+(?:\.\d+)?", element.attrib["d"])
    across, down, letter, seen = [], [], "", 0
    for token in tokens:
        if token.isalpha():
            letter, seen = token, 0
            continue
        value = float(token)
        if letter == "V" or (letter in "MC" and seen % 2) or (letter == "A" and seen == 6):
            down.append(value)
        elif letter in "MC" or (letter == "A" and seen == 5):
            across.append(value)
        seen += 1
    return [min(across), min(down), max(across), max(down)]


_READERS = {
    f"{SVG}rect": _rect,
    f"{SVG}circle": _circle,
    f"{SVG}line": lambda e: [
        min(_numbers(e, "x1", "x2")),
        min(_numbers(e, "y1", "y2")),
        max(_numbers(e, "x1", "x2")),
        max(_numbers(e, "y1", "y2")),
    ],
    f"{SVG}polygon": _points,
    f"{SVG}polyline": _points,
    f"{SVG}path": _path,
}


def _shape(element: Element) -> Box:
    left, top, right, bottom = _READERS[element.tag](element)
    return Box(element.tag.removeprefix(SVG), left, top, right, bottom)


def outside(root: Element) -> list[Box]:
    """Everything that leaves the sheet."""
    across, down = size(root)
    return [
        box
        for box in [*shapes(root), *words(root)]
        if box.left < -SLACK
        or box.top < -SLACK
        or box.right > across + SLACK
        or box.bottom > down + SLACK
    ]


def collisions(root: Element) -> list[tuple[str, str]]:
    """Every pair of texts that stand in each other's way."""
    boxes = words(root)
    return [
        (one.what, two.what)
        for place, one in enumerate(boxes)
        for two in boxes[place + 1 :]
        if one.touches(two)
    ]
