"""Which answers would settle or turn a condition: the smallest sets of steps that do it.

A *route* to yes (or to no) is a set of leaves with the truth each must get, such that the
condition is then yes (no) whatever the rest turns out to be: a certificate in the sense of
query complexity. Over unknown leaves the smallest route is the smallest set of questions
still to ask; over known leaves it is "what would change this".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import TypeAlias

import numpy as np

from streekwerk.rights.engine.facts import FactSpec, YesNo, facts_of
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.nodes import AllOf, AnyOf, Condition, Not
from streekwerk.rights.engine.truth import Truth

# Real provisions have a handful of routes; the bound only guards against a freak rule.
_MOST_ROUTES = 60


@dataclass(frozen=True)
class Step:
    """One leaf and the truth it must get; the same fact is the same step wherever it stands."""

    what: object
    goal: Truth
    leaf: Condition = field(compare=False)
    kept: bool = field(default=False, compare=False)

    @classmethod
    def of(cls, leaf: Condition, goal: Truth, *, kept: bool = False) -> Step:
        """Return the step that gives ``leaf`` this truth, or keeps it so."""
        return cls(leaf.fact.key if isinstance(leaf, YesNo) else leaf, goal, leaf, kept)


Route: TypeAlias = frozenset[Step]


def truth_of(node: Condition, frame: Frame) -> Truth:
    """Return the truth for the first (or only) person in the frame."""
    return Truth(int(node.truth(frame)[0]))


def unknown_facts(node: Condition, frame: Frame) -> tuple[FactSpec, ...]:
    """Return the facts below a node that are not yet known, in the order of the law text."""
    columns = frame.columns
    return tuple(
        fact for fact in facts_of(node) if fact.key not in columns or np.isnan(columns[fact.key][0])
    )


def routes(node: Condition, goal: Truth, frame: Frame, *, turn: bool = False) -> list[Route]:
    """Return the smallest routes that make ``node`` get ``goal``.

    Parameters
    ----------
    turn
        False: only unknown leaves may be filled in. True: known leaves may also be turned,
        except those nobody can change.
    """
    found = _routes(node, goal, frame, turn=turn)
    return _smallest(frozenset(step for step in route if not step.kept) for route in found)


def _routes(node: Condition, goal: Truth, frame: Frame, *, turn: bool) -> list[Route]:
    """Return routes that, when turning, also say which leaves must stay as they are.

    A fact may stand in a provision twice, once each way; without the kept steps, turning
    one place could undo another.
    """
    truth = truth_of(node, frame)
    if truth is goal and not turn:
        return [frozenset()]
    if isinstance(node, Not):
        return _routes(node.inner, goal.opposite, frame, turn=turn)
    if isinstance(node, AllOf | AnyOf):
        below = [_routes(part, goal, frame, turn=turn) for part in node.conditions]
        needs_all = isinstance(node, AllOf) == (goal is Truth.YES)
        return _together(below) if needs_all else _smallest(r for rs in below for r in rs)
    if truth is goal:
        return [frozenset({Step.of(node, goal, kept=True)})]
    return [frozenset({Step.of(node, goal)})] if _possible(node, truth, frame, turn=turn) else []


def _possible(leaf: Condition, truth: Truth, frame: Frame, *, turn: bool) -> bool:
    if truth is Truth.UNKNOWN:
        return bool(unknown_facts(leaf, frame))
    facts = facts_of(leaf)
    return turn and bool(facts) and not all(fact.fixed for fact in facts)


def _together(below: list[list[Route]]) -> list[Route]:
    combined: list[Route] = [frozenset()]
    for options in below:
        pairs = (one | other for one, other in product(combined, options))
        combined = _smallest(route for route in pairs if _consistent(route))
    return combined


def _consistent(route: Route) -> bool:
    return len({step.what for step in route}) == len(route)


def _smallest(found: Iterable[Route]) -> list[Route]:
    smallest: list[Route] = []
    for route in sorted(dict.fromkeys(found), key=_size):
        if not any(other <= route for other in smallest):
            smallest.append(route)
    return smallest[:_MOST_ROUTES]


def _size(route: Route) -> tuple[int, int]:
    """Order by what must change, then by what must stay."""
    return sum(not step.kept for step in route), len(route)


@dataclass(frozen=True)
class OpenQuestions:
    """The fewest facts that can settle a condition, for each way it can go.

    ``None`` means that way is closed; an empty tuple that nothing needs to be asked.
    """

    for_yes: tuple[FactSpec, ...] | None
    for_no: tuple[FactSpec, ...] | None

    @property
    def fewest(self) -> tuple[FactSpec, ...]:
        """The smallest set of questions that can settle the answer, one way or the other."""
        ways = [way for way in (self.for_no, self.for_yes) if way is not None]
        return min(ways, key=len, default=())


def open_questions(node: Condition, frame: Frame) -> OpenQuestions:
    """Return the smallest sets of questions still to ask about ``node``."""
    return OpenQuestions(*(_fewest(node, goal, frame) for goal in (Truth.YES, Truth.NO)))


def _fewest(node: Condition, goal: Truth, frame: Frame) -> tuple[FactSpec, ...] | None:
    order = {fact.key: place for place, fact in enumerate(facts_of(node))}
    sets = [
        {fact.key: fact for step in route for fact in unknown_facts(step.leaf, frame)}
        for route in routes(node, goal, frame)
    ]
    if not sets:
        return None
    best = min(sets, key=lambda facts: (len(facts), sorted(order[key] for key in facts)))
    return tuple(sorted(best.values(), key=lambda fact: order[fact.key]))
