"""Formulas and models: two readings that agree, transfers that cancel, mistakes refused."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.matching.cases.examples import EVERY

from streekwerk.matching.cases import (
    Account,
    Fixed,
    Flow,
    Input,
    Origin,
    Text,
    Unit,
    calculate,
    discount_rate,
    simulate,
)
from streekwerk.matching.cases.formula import Choice, Formula, Ref, Rounded, formula, smallest
from streekwerk.matching.cases.model import CaseModel, Draft, Row
from streekwerk.matching.cases.reading import Arrays, Exact

SAID = Text("iets", "something")
REAL = [one for one in Account if one is not Account.SOCIETY]


def given_input(name: str, value: float) -> Input:
    return Input(name, SAID, Unit.EURO, Fixed(value), Origin.EMPLOYER, SAID)


@given(st.decimals(-10_000, 10_000, places=3), st.integers(0, 2))
def test_halves_go_away_from_zero_in_both_readings(value: Decimal, digits: int) -> None:
    held = Rounded(formula(value), digits)
    exact = Exact({}).read(held)
    assert abs(exact) >= abs(value) or abs(value) - abs(exact) < Decimal(1).scaleb(-digits) / 2
    assert float(Arrays({}).read(held)) == pytest.approx(float(exact), abs=1e-9)


@given(*(st.integers(-50, 50) for _ in range(3)))
def test_both_readings_calculate_the_same(a: int, b: int, c: int) -> None:
    held: Formula = Choice(
        Ref("a"), ">=", Ref("b"), (Ref("a") - Ref("b")) ** 2 / 7, smallest(Ref("c"), 3) * Ref("b")
    )
    numbers = {("a", None): a, ("b", None): b, ("c", None): c}
    exact = Exact({place: Decimal(value) for place, value in numbers.items()}).read(held)
    arrays = Arrays({place: np.array([float(v)]) for place, v in numbers.items()}).read(held)
    assert float(arrays[0]) == pytest.approx(float(exact))


flows = st.lists(
    st.tuples(
        st.sampled_from([None, *REAL]),
        st.sampled_from([None, *REAL]),
        st.lists(st.decimals(-9_999, 9_999, places=3), min_size=6, max_size=6),
    ).filter(lambda flow: flow[0] is not flow[1]),
    min_size=1,
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(flows, st.floats(0, 12))
def test_what_one_pays_another_receives_to_the_cent(
    made: list[tuple[Account | None, Account | None, list[Decimal]]], rate: float
) -> None:
    draft = Draft(SAID, discount_rate(round(rate, 3)))
    for number, (payer, receiver, amounts) in enumerate(made):
        draft.flow(Flow(f"flow{number}", SAID, payer, receiver), lambda y, a=amounts: a[y])
    found = calculate(draft.done()).statements
    others = [table for account, table in found.items() if account is not Account.SOCIETY]
    society = found[Account.SOCIETY]
    assert society.net_present_value == sum(table.net_present_value for table in others)
    for year in range(6):
        assert sum(table.balance[year] for table in others) == (
            society.balance[year] if society.lines else 0
        )
    assert not [line for line in society.lines if line.flow.is_transfer]


@pytest.mark.parametrize("kind", EVERY)
def test_society_is_the_sum_of_all_in_every_draw(kind: str) -> None:
    model = EVERY[kind]()
    found = simulate(model, np.random.default_rng(3), draws=500)
    others = sum(found.values[one] for one in model.accounts)
    assert np.abs(others - found.values[Account.SOCIETY]).max() < 0.001
    exact = calculate(model).statements
    assert exact[Account.SOCIETY].net_present_value == sum(
        exact[one].net_present_value for one in model.accounts
    )


@pytest.mark.parametrize("kind", EVERY)
def test_every_number_says_what_it_is_and_where_it_comes_from(kind: str) -> None:
    model = EVERY[kind]()
    assert all(one.source.nl and one.source.en and one.label.nl for one in model.inputs)
    named = [one.label.nl for one in model.inputs]
    assert len(named) == len(set(named))
    used = {ref.name for row in model.rows for held in row.formulas.values() for ref in held.refs()}
    assert {one.name for one in model.inputs} <= used
    assert model.not_counted


@pytest.mark.parametrize("kind", EVERY)
def test_every_euro_traces_to_an_input(kind: str) -> None:
    model = EVERY[kind]()
    assert all(model.sources_of(flow.name) for flow in model.flows)
    subsidy = {one.name for one in model.sources_of("subsidy")}
    assert {"law.wml.maand", "law.lks.plafond", "wage_value", "stay"} <= subsidy
    assert "discount_rate" not in subsidy
    assert "discount_rate" in {one.name for one in model.sources_of("subsidy.present")}


def test_mistakes_are_refused() -> None:
    draft = Draft(SAID, discount_rate())
    draft.input(given_input("a", 1))
    with pytest.raises(ValueError, match="two different inputs"):
        draft.input(given_input("a", 2))
    rows = (Row("b", SAID, Unit.EURO, {1: Ref("c", 1)}),)
    with pytest.raises(ValueError, match="refers to"):
        CaseModel(SAID, (), rows, ())
    twice = Row("b", SAID, Unit.EURO, {1: formula(1)})
    with pytest.raises(ValueError, match="more than once"):
        CaseModel(SAID, (), (twice, twice), ())
    with pytest.raises(ValueError, match="to itself"):
        Flow("x", SAID, Account.PERSON, Account.PERSON)
    with pytest.raises(ValueError, match="society is the sum"):
        Flow("x", SAID, None, Account.SOCIETY)
    with pytest.raises(KeyError, match="no input"):
        calculate(draft.done(), {"nothing": Decimal(1)})
