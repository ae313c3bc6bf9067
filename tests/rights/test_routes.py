"""Routes and plans against exhaustive search over small random conditions."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.rights.engine.asking import plan
from streekwerk.rights.engine.facts import Answer, FactSpec, Holder, YesNo
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.municipality import Municipality
from streekwerk.rights.engine.nodes import AllOf, AnyOf, Condition, Not
from streekwerk.rights.engine.parameters import Parameters
from streekwerk.rights.engine.routes import open_questions, routes, truth_of
from streekwerk.rights.engine.truth import Truth
from streekwerk.rights.engine.words import words
from streekwerk.vocabulary.language import Text

NAMES = "abcde"


def fact(name: str) -> YesNo:
    return YesNo(FactSpec(name, Answer.YES_NO, Text("?", "?"), words(name, name), Holder.PERSON))


FACTS = {name: fact(name) for name in NAMES}
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from(list(FACTS.values())),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=7,
)


def frame(known: dict[str, bool]) -> Frame:
    columns = {name: np.array([float(value)]) for name, value in known.items()}
    return Frame(date(2026, 7, 1), 1, columns, Parameters({}), Municipality())


def subsets() -> Iterator[tuple[str, ...]]:
    for size in range(len(NAMES) + 1):
        yield from combinations(NAMES, size)


def fewest_by_search(node: Condition, goal: Truth) -> int | None:
    """Return the smallest number of facts with which Kleene logic reaches ``goal``."""
    for chosen in subsets():
        for values in product((True, False), repeat=len(chosen)):
            if truth_of(node, frame(dict(zip(chosen, values, strict=True)))) is goal:
                return len(chosen)
    return None


@given(CONDITIONS)
@settings(max_examples=80, deadline=None)
def test_the_smallest_set_of_questions_is_the_smallest(node: Condition) -> None:
    found = open_questions(node, frame({}))
    for way, goal in ((found.for_yes, Truth.YES), (found.for_no, Truth.NO)):
        assert (None if way is None else len(way)) == fewest_by_search(node, goal)


@given(CONDITIONS, st.fixed_dictionaries({name: st.booleans() for name in NAMES}))
@settings(max_examples=80, deadline=None)
def test_following_a_route_turns_the_answer(node: Condition, known: dict[str, bool]) -> None:
    before = truth_of(node, frame(known))
    for route in routes(node, before.opposite, frame(known), turn=True):
        turned = dict(known)
        for step in route:
            assert isinstance(step.leaf, YesNo)
            turned[step.leaf.fact.key] = step.goal is Truth.YES
        assert truth_of(node, frame(turned)) is before.opposite


def expected_questions(node: Condition, known: dict[str, bool]) -> float:
    """Return the expected number of questions when :func:`plan` chooses each next one."""
    first = plan(node, frame(known)).first
    if first is None:
        return 0.0
    after = (expected_questions(node, {**known, first.key: value}) for value in (True, False))
    return 1 + sum(after) / 2


def optimum(node: Condition, known: dict[str, bool]) -> float:
    """Return the least expected number of questions, by exhaustive search."""
    if truth_of(node, frame(known)) is not Truth.UNKNOWN:
        return 0.0
    return min(
        1 + sum(optimum(node, {**known, name: value}) for value in (True, False)) / 2
        for name in NAMES[:4]
        if name not in known
    )


@st.composite
def two_layers(draw: st.DrawFn) -> Condition:
    """An and-or condition of two layers in which every fact occurs once."""
    names = draw(st.permutations(NAMES[:4]))
    cut = draw(st.integers(1, 3))
    groups = [names[:cut], names[cut:]]
    if draw(st.booleans()):
        return AllOf(tuple(AnyOf(tuple(FACTS[n] for n in group)) for group in groups))
    return AnyOf(tuple(AllOf(tuple(FACTS[n] for n in group)) for group in groups))


@given(two_layers())
@settings(max_examples=25, deadline=None)
def test_two_layers_are_asked_in_the_best_order_there_is(node: Condition) -> None:
    assert expected_questions(node, {}) <= optimum(node, {}) + 1e-9
    assert abs(plan(node, frame({})).expected - expected_questions(node, {})) < 1e-9


@given(CONDITIONS)
@settings(max_examples=40, deadline=None)
def test_any_condition_is_settled_and_no_question_is_idle(node: Condition) -> None:
    known: dict[str, bool] = {}
    while (first := plan(node, frame(known)).first) is not None:
        assert first.key not in known
        known[first.key] = True
    assert truth_of(node, frame(known)) is not Truth.UNKNOWN
