"""Whatever is asked, it stays on the paper, can be read, and is drawn of numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from tests.charts import paper
from tests.charts.anything import FIGURES

from streekwerk import charts as c
from streekwerk.screens.design.guide import samples
from streekwerk.screens.design.guide.moments import pictures
from streekwerk.vocabulary.language import Language

PLACES = {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "points", "width", "height"}
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def sheets(figure: c.Figure) -> list[str]:
    return [svg for svg in (figure.wide, figure.narrow) if svg]


@MANY
@given(FIGURES)
def test_everything_drawn_lies_on_the_sheet(figure: c.Figure) -> None:
    for svg in sheets(figure):
        assert paper.outside(paper.read(svg)) == []


@MANY
@given(FIGURES)
def test_no_words_stand_in_each_others_way(figure: c.Figure) -> None:
    for svg in sheets(figure):
        assert paper.collisions(paper.read(svg)) == []


@MANY
@given(FIGURES)
def test_no_coordinate_is_anything_but_a_number(figure: c.Figure) -> None:
    for svg in sheets(figure):
        for element in paper.read(svg).iter():
            for name, value in element.attrib.items():
                if name in PLACES:
                    assert not re.search(r"[a-z]", value), (name, value)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_style_guide_keeps_its_own_rules(language: Language) -> None:
    for name, figure in pictures(language).items():
        for svg in sheets(figure):
            root = paper.read(svg)
            assert paper.outside(root) == [], name
            assert paper.collisions(root) == [], name


def test_every_sheet_has_a_name_and_a_description() -> None:
    for figure in pictures("nl").values():
        for svg in sheets(figure):
            root = paper.read(svg)
            assert root.attrib["role"] == "img"
            assert [child.tag.removeprefix(paper.SVG) for child in root][:2] == ["title", "desc"]
            assert root[0].text == figure.title
            assert root[1].text == figure.description
            assert figure.description


def test_labels_are_words_and_never_markup() -> None:
    nasty = "<script>alert(\"1\")</script> & 'co'"
    plot = c.Forest(nasty, (c.Row(nasty, c.Interval(1, 0, 2), nasty),), words=nasty)
    page = c.forest(plot, "nl").html()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_an_open_interval_ends_in_an_arrow_on_the_open_side_only() -> None:
    closed = c.compact("x", c.Interval(5, 1, 9), "nl").wide
    opened = c.compact("x", c.Interval(5, 1, float("inf")), "nl").wide
    work = re.compile(r'<polygon points="([^"]+)" class="f-work"')
    assert not work.search(closed)
    (arrow,) = work.findall(opened)
    tip = max(float(point.split(",")[0]) for point in arrow.split())
    assert tip == pytest.approx(294)


def test_the_interval_is_drawn_stronger_than_its_point() -> None:
    root = paper.read(c.compact("x", c.Interval(6, -1, 13), "nl").wide)
    bar = max((b for b in paper.shapes(root) if b.what == "rect"), key=lambda b: b.right - b.left)
    point = next(box for box in paper.shapes(root) if box.what == "circle")
    assert bar.bottom - bar.top > 1.5 * (point.bottom - point.top)
    assert bar.left < point.left < point.right < bar.right


def test_a_hundred_people_are_a_hundred_people() -> None:
    for svg in sheets(c.hundred_people(samples.PEOPLE, "nl")):
        looks = re.findall(r'<path d="[^"]+" stroke-linejoin="round" class="f-(\w+) s-(\w+)"', svg)
        assert len(looks) == 100
        assert looks.count(("work", "work")) == 31
        assert looks.count(("learn", "learn")) == 6
        assert looks.count(("surface", "other")) == 63
