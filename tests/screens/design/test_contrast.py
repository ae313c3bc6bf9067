"""Text and drawing stand out from their ground (WCAG 1.4.3, 1.4.11), reckoned from the tokens."""

from __future__ import annotations

import re

import pytest

from streekwerk.screens.design import vendor

TOKENS = (vendor.DESIGN / "static/design/css/tokens.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--voorbeeld-kleuren-([a-z]+(?:-\d+)?): (#[0-9a-f]{6});", TOKENS))
PAPER, SHADE, WHITE = COLOURS["wit"], COLOURS["grijs-50"], "#ffffff"


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)


@pytest.mark.parametrize("ground", [PAPER, SHADE, WHITE])
@pytest.mark.parametrize(
    "name",
    ["grijs-700", "grijs-400", "violet-500", "violet-400", "geel-500", "groen-500",
     "oranje-500", "rood-500"],
)  # fmt: skip
def test_text_can_be_read(name: str, ground: str) -> None:
    assert contrast(COLOURS[name], ground) >= 4.5


@pytest.mark.parametrize("family", ["groen", "oranje", "rood", "geel"])
def test_badges_can_be_read(family: str) -> None:
    assert contrast(COLOURS[f"{family}-500"], COLOURS[f"{family}-100"]) >= 4.5


@pytest.mark.parametrize("name", ["violet-500", "violet-400", "geel-400", "rood-400", "grijs-400"])
def test_what_is_drawn_can_be_seen(name: str) -> None:
    assert min(contrast(COLOURS[name], ground) for ground in (PAPER, WHITE)) >= 3


def test_the_button_can_be_read() -> None:
    assert contrast(COLOURS["wit"], COLOURS["violet-500"]) >= 7
