"""What a card or a cohort of the region may say: counts rounded to fives, none under ten.

A region's figures are read by people of every municipality. Beside the exact figures of
their own, exact totals would give away the others'. So before anything of a region is
kept, every count of people in it is rounded, fewer than ten becomes "minder dan 10", in
numbers and in sentences alike. A municipality's own cards keep their exact counts.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from streekwerk.evidence.cards.card import EvidenceCard, GroupResult
from streekwerk.evidence.results.check import Table
from streekwerk.evidence.results.design import ArmDesign, Overlap
from streekwerk.evidence.results.effect import Effect
from streekwerk.evidence.results.evaluation import ArmCount
from streekwerk.evidence.target_trial.eligibility import LostStarts
from streekwerk.evidence.target_trial.flow import ArmFlow, Flow
from streekwerk.learning.cohort import CohortOverview, MeasureUse, Repair
from streekwerk.learning.counting import REGION
from streekwerk.vocabulary.language import Language, Text, number

T = TypeVar("T")

# Which fields count people, or moments of people.
_COUNTS: dict[type, frozenset[str]] = {
    Flow: frozenset(
        {
            "people",
            "eligible_months",
            "eligible_people",
            "registered_starts",
            "overlapping_people",
            "started_later",
        }
    ),
    ArmFlow: frozenset({"rows", "people", "lost", "also_started"}),
    LostStarts: frozenset({"no_history", "no_follow_up", "no_benefit", "already_in_force"}),
    GroupResult: frozenset({"started", "compared"}),
    ArmCount: frozenset({"n"}),
    Effect: frozenset({"n_treated", "n_comparison", "clusters"}),
    Overlap: frozenset({"treated", "comparison"}),
    ArmDesign: frozenset({"effective_sample_size"}),
    CohortOverview: frozenset(
        {"people", "caseload", "starts", "left_for_work", "streams", "exits"}
    ),
    MeasureUse: frozenset({"starts", "people", "running"}),
    Repair: frozenset({"rows"}),
}
_NUMBER = r"\d{1,3}(?:[.,]\d{3})+|\d+"
_NOUNS = (
    "mensen|personen|deelnemers|starters|starts|geregistreerde starts|momenten|"
    "onafhankelijke groepen|onafhankelijke eenheden|"
    "people|persons|participants|registered starts|moments|independent groups|independent units"
)
_COUNT_IN_WORDS = re.compile(
    rf"(?<![\d.,])((?:(?:{_NUMBER}) (?:en|van de|and|of) )?(?:{_NUMBER})) (?={_NOUNS})\b"
)
# A share of a group that is known to be small tells how many people it is about.
_SHARE = re.compile(
    r"(\d+(?:[.,]\d+)?)%(?= (?:met|zonder|binnen|van wie|van de mensen|with|without|started|"
    r"of those|of the people)\b)"
)


def card_for_region(card: EvidenceCard) -> EvidenceCard:
    """Return a card whose counts, tables and sentences tell of nobody in particular."""
    sizes = [each.flow.started.people for each in card.results if each.flow.started.people]
    sizes += [each.flow.compared.people for each in card.results if each.flow.compared.people]
    return _told(card, _Words(min(sizes, default=0)))


def overview_for_region(overview: CohortOverview) -> CohortOverview:
    """Return the cohort at a glance with every count rounded."""
    return _told(overview, _Words(0))


@dataclass(frozen=True, slots=True)
class _Words:
    """Rounds what is said; ``smallest`` is the fewest people any share may be a share of."""

    smallest: int

    @property
    def least_share(self) -> int:
        """Return the percentage below which fewer than ten people may be meant."""
        return min(50, math.ceil(100 * REGION.least / self.smallest)) if self.smallest else 0

    def text(self, text: Text) -> Text:
        """Return a sentence with its counts rounded."""
        return Text(self._said(text.nl, "nl"), self._said(text.en, "en"))

    def _said(self, sentence: str, language: Language) -> str:
        rounded = _COUNT_IN_WORDS.sub(lambda found: _rounded(found, language), sentence)
        return _SHARE.sub(lambda found: self._share(found, language), rounded)

    def _share(self, found: re.Match[str], language: Language) -> str:
        return self.percent(float(found[1].replace(",", ".")), language)

    def percent(self, value: float, language: Language) -> str:
        """Return a percentage in whole per cents; close to none or all it says no more."""
        least = self.least_share
        if value < least:
            below = Text("minder dan", "less than").in_language(language)
            return f"{below} {least}%"
        if value > 100 - least:
            above = Text("meer dan", "more than").in_language(language)
            return f"{above} {100 - least}%"
        return f"{number(value, language)}%"

    def table(self, table: Table) -> Table:
        """Return a table with its percentages and counts rounded."""
        shares = ["%" in column.nl for column in table.columns]
        rows = tuple(
            tuple(self._cell(cell, share) for cell, share in zip(row, shares, strict=True))
            for row in table.rows
        )
        return replace(table, rows=rows)

    def _cell(
        self, cell: str | float | int | Text | None, share: bool
    ) -> str | float | int | Text | None:
        if isinstance(cell, Text):
            return self.text(cell)
        if share and isinstance(cell, (int, float)):
            return Text(self.percent(cell, "nl"), self.percent(cell, "en"))
        return cell


def _rounded(found: re.Match[str], language: Language) -> str:
    """Return the numbers before a noun, rounded; "100 mensen" is a rate and stays."""
    said, noun = found[1], found.string[found.end() :]
    if re.split(r" ", said)[-1] == "100" and noun.startswith(("mensen", "people")):
        return found[0]
    told = re.sub(_NUMBER, lambda one: _count(one[0], language), said)
    return f"{told} "


def _count(written: str, language: Language) -> str:
    return REGION.say(int(re.sub(r"[.,]", "", written)), language)


def _told(value: T, words: _Words) -> T:
    """Return ``value`` with every count of people in it rounded."""
    found: Any = value
    if isinstance(value, Text):
        found = words.text(value)
    elif isinstance(value, Table):
        found = words.table(value)
    elif isinstance(value, tuple):
        found = tuple(_told(each, words) for each in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        counts = _COUNTS.get(type(value), frozenset())
        found = replace(
            value,
            **{
                each.name: (_round if each.name in counts else _keeper(words))(
                    getattr(value, each.name)
                )
                for each in dataclasses.fields(value)
            },
        )
    return found  # type: ignore[no-any-return]  # of the type that came in


def _keeper(words: _Words) -> Callable[[Any], Any]:
    return lambda value: _told(value, words)


def _round(value: Any) -> Any:  # noqa: ANN401 - a number, or tuples of them beside names
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return tuple(_round(each) for each in value)
    return type(value)(REGION.round(round(value)))
