"""Which question to ask next, so that on average the fewest are needed.

Conditions form an and-or tree. Without knowing how people answer, each question is taken
to be a toss-up. The children of an *and* are then tried in order of (expected questions) /
(chance of no) and those of an *or* in order of (expected questions) / (chance of yes):
the depth-first strategy that is optimal for trees of two layers (Natarajan 1986; Greiner,
Hayward, Jankowska & Molloy 2006, *Finding optimal satisficing strategies for and-or trees*).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from streekwerk.rights.engine.facts import FactSpec, facts_of
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.nodes import AllOf, AnyOf, Condition, Not, Quantity, When
from streekwerk.rights.engine.routes import truth_of, unknown_facts
from streekwerk.rights.engine.truth import Truth

_EITHER_WAY = frozenset({Truth.YES, Truth.NO})


@dataclass(frozen=True)
class Plan:
    """How to settle a condition.

    Attributes
    ----------
    chance
        Chance of yes when every open question is a toss-up.
    expected
        Expected number of questions.
    first
        The question to start with; ``None`` when nothing is open.
    """

    chance: float
    expected: float
    first: FactSpec | None


def plan(
    node: Condition,
    frame: Frame,
    skip: Collection[str] = (),
    goals: frozenset[Truth] = _EITHER_WAY,
) -> Plan:
    """Return the plan with the fewest expected questions for ``node``.

    Parameters
    ----------
    skip
        Keys of facts that nobody can tell; questions that can no longer decide anything
        without them are not asked.
    goals
        The answers of this node that could still decide the whole.
    """
    truth = truth_of(node, frame)
    if truth is not Truth.UNKNOWN:
        return Plan(float(truth is Truth.YES), 0.0, None)
    if isinstance(node, Not):
        inner = plan(node.inner, frame, skip, frozenset(goal.opposite for goal in goals))
        return Plan(1 - inner.chance, inner.expected, inner.first)
    if isinstance(node, AllOf | AnyOf):
        return _group(node, frame, skip, goals)
    facts = unknown_facts(node, frame)
    if not goals or any(fact.key in skip for fact in facts):
        return Plan(0.5, 0.0, None)
    return Plan(0.5, float(len(facts)), facts[0])


def can_become(node: Condition, goal: Truth, frame: Frame, skip: Collection[str]) -> bool:
    """Tell whether ``node`` can still get ``goal`` while the facts in ``skip`` stay unknown."""
    truth = truth_of(node, frame)
    if truth is not Truth.UNKNOWN:
        return truth is goal
    if isinstance(node, Not):
        return can_become(node.inner, goal.opposite, frame, skip)
    if isinstance(node, AllOf | AnyOf):
        needs_all = isinstance(node, AllOf) == (goal is Truth.YES)
        below = (can_become(part, goal, frame, skip) for part in node.conditions)
        return all(below) if needs_all else any(below)
    return not any(fact.key in skip for fact in unknown_facts(node, frame))


def _group(
    node: AllOf | AnyOf, frame: Frame, skip: Collection[str], goals: frozenset[Truth]
) -> Plan:
    """Order the open parts; the group goes on while parts are yes (and) or no (or)."""
    conjunctive = isinstance(node, AllOf)
    # One part decides a group at once one way; the other way it takes all of them.
    whole = Truth.YES if conjunctive else Truth.NO
    if not all(can_become(part, whole, frame, skip) for part in node.conditions):
        goals -= {whole}

    def going_on(part: Plan) -> float:
        return part.chance if conjunctive else 1 - part.chance

    plans = (plan(part, frame, skip, goals) for part in node.conditions)
    open_parts = [part for part in plans if part.first]
    if not open_parts:
        return Plan(0.5, 0.0, None)
    open_parts.sort(key=lambda part: part.expected / (1 - going_on(part)))
    expected, reach = 0.0, 1.0
    for part in open_parts:
        expected += reach * part.expected
        reach *= going_on(part)
    return Plan(reach if conjunctive else 1 - reach, expected, open_parts[0].first)


def needed_for(value: Quantity, frame: Frame) -> FactSpec | None:
    """Return the first fact still needed to compute ``value``; ``None`` when it is known.

    A choice inside a formula is settled before its outcomes, so that the branch not
    taken is never asked about.
    """
    if not np.isnan(value.amount(frame)[0]):
        return None
    if isinstance(value, When):
        first = plan(value.condition, frame).first
        if first is not None:
            return first
        taken = truth_of(value.condition, frame) is Truth.YES
        return needed_for(value.then if taken else value.otherwise, frame)
    for part in value.parts:
        found = needed_for(part, frame) if isinstance(part, Quantity) else None
        if found is not None:
            return found
    return next(iter(facts_of(value)), None)
