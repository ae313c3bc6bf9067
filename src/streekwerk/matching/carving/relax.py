"""What stands in the way when no design lives up to the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.math_opt.python import mathopt

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.model import LOOSENABLE, build
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.carving.solve import solve
from streekwerk.matching.inventory import Inventory
from streekwerk.vocabulary.language import Text


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


def _least(
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
    rule: str,
    seconds: float,
) -> int | None:
    built = build(inventory, groups, rules, loosened=rule)
    if built.slack is None:
        return None
    built.program.minimize(built.slack)
    result = solve(built, seconds)
    if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        return None
    return int(round(result.objective_value()))  # noqa: RUF046 - untyped solver


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
