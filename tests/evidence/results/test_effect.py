"""An effect can't be made without its honesty; verdicts order from good to bad."""

import math

import pytest
from tests.examples import effect

from streekwerk.evidence.results.check import Light, Table
from streekwerk.vocabulary.language import Text


def test_an_estimate_outside_its_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="outside its interval"):
        effect(0.2, 0.0, 0.1)


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_an_effect_needs_finite_numbers(number: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        effect(0.1, 0.0, number)


def test_the_direction_is_certain_when_the_interval_leaves_zero_out() -> None:
    assert effect(0.1, 0.05, 0.2).certain_of_direction
    assert effect(-0.1, -0.2, -0.05).certain_of_direction
    assert not effect(0.1, -0.05, 0.2).certain_of_direction


def test_the_worst_light_is_the_largest() -> None:
    assert max(Light.GREEN, Light.RED, Light.AMBER) is Light.RED
    assert min(Light.AMBER, Light.GREEN) is Light.GREEN


def test_a_row_must_fit_its_columns() -> None:
    with pytest.raises(ValueError, match="2 cells under 1 columns"):
        Table(Text("a", "a"), (Text("b", "b"),), (("x", 1.0),))
