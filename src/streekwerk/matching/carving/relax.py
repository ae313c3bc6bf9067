"""What stands in the way when no design lives up to the rules."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.kinds import Workplace
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.carving.search import is_possible
from streekwerk.matching.inventory import HEAVIEST, Inventory
from streekwerk.vocabulary.language import Text

# Rules that may give way, and how far at most.
LOOSENABLE = {
    "shortest": 72,
    "fewest_tasks": 8,
    "kept": 100,
    "largest_share": 100,
    "learning": 40,
    "guidance_room": 6_000,
    "sustained": 20,
    "most_roles": 8,
}
_LOWER = frozenset({"shortest", "fewest_tasks", "kept", "learning"})
_FLOOR = {"shortest": 1, "fewest_tasks": 1, "kept": 0, "learning": 0}
_CEILING = {"largest_share": 100}


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One rule that, loosened by ``by`` and no less, makes a design possible."""

    rule: str
    by: int
    words: Text


def relaxations(
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
    *,
    seconds: float = 10.0,
) -> tuple[Relaxation, ...]:
    """Return every single rule whose loosening is enough, with the least that is needed.

    Empty when no single rule is to blame: then the work does not fit these people, and
    other tasks or other groups are needed. A rule not decided within its share of
    ``seconds`` is left out.
    """
    found = []
    for rule in LOOSENABLE:
        by = _least(inventory, groups, rules, rule, seconds / len(LOOSENABLE))
        if by is not None:
            found.append(Relaxation(rule, by, _words(rule, by, rules)))
    return tuple(found)


def loosened(place: Workplace, rule: str, by: int) -> Workplace:
    """Return ``place`` with one rule (:data:`LOOSENABLE`) loosened by ``by``."""
    if rule == "sustained":
        groups = tuple(_stronger(group, by) for group in place.groups)
        return replace(place, groups=groups)
    now: int = getattr(place.rules, rule)
    value = max(_FLOOR[rule], now - by) if rule in _LOWER else now + by
    changed: dict[str, Any] = {rule: min(value, _CEILING.get(rule, value))}
    return replace(place, rules=replace(place.rules, **changed))


def _stronger(group: CandidateGroup, by: int) -> CandidateGroup:
    first, second, third, fourth = (min(10 * HEAVIEST, each + by) for each in group.sustained)
    return replace(group, sustained=(first, second, third, fourth))


def _least(
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
    rule: str,
    seconds: float,
) -> int | None:
    """Return the least loosening that is enough, by halving: what is enough stays enough."""
    place, until = Workplace(inventory, tuple(groups), rules), time.perf_counter() + seconds
    too_little, enough = 0, LOOSENABLE[rule]
    if not is_possible(loosened(place, rule, enough), until):
        return None
    while enough - too_little > 1:
        middle = (too_little + enough) // 2
        possible = is_possible(loosened(place, rule, middle), until)
        if possible is None:
            return None
        too_little, enough = (too_little, middle) if possible else (middle, enough)
    return enough


def _words(rule: str, by: int, rules: DesignRules) -> Text:
    words = {
        "shortest": Text(
            f"een week van {(rules.shortest - by) / 2:g} uur in plaats van {rules.shortest / 2:g}",
            f"a week of {(rules.shortest - by) / 2:g} hours instead of {rules.shortest / 2:g}",
        ),
        "fewest_tasks": Text(
            f"{rules.fewest_tasks - by} taken in een baan",
            f"{rules.fewest_tasks - by} tasks in a job",
        ),
        "kept": Text(
            f"functies houden {rules.kept - by}% in plaats van {rules.kept}%",
            f"roles keep {rules.kept - by}% instead of {rules.kept}%",
        ),
        "largest_share": Text("één taak mag een groter deel zijn", "one task may be a larger part"),
        "learning": Text(
            f"{(rules.learning - by) / 2:g} uur om te leren",
            f"{(rules.learning - by) / 2:g} hours to learn",
        ),
        "guidance_room": Text(
            f"{by} minuten meer begeleiding in de week", f"{by} more minutes of guidance a week"
        ),
        "sustained": Text(
            f"werk dat gemiddeld {by / 10:g} zwaarder mag zijn",
            f"work {by / 10:g} heavier on average",
        ),
        "most_roles": Text(
            f"werk uit {rules.most_roles + by} functies", f"work from {rules.most_roles + by} roles"
        ),
    }
    return words[rule]
