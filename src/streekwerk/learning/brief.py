"""What a list of cards shows of each: the verdict, the leading figures, and how many people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from streekwerk.evidence.cards.card import EvidenceCard, HorizonResult
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.evaluation import Finding
from streekwerk.evidence.target_trial.protocol import SUSTAINED_WORK
from streekwerk.vocabulary.language import Text


class Tells(Enum):
    """What a card tells about its measure, in the order of reading."""

    HELPS = "helps"
    HARMS = "harms"
    UNKNOWN = "unknown"
    UNFAIR = "unfair"
    TOO_FEW = "too_few"

    @property
    def words(self) -> Text:
        """Say it to anybody."""
        return _WORDS[self]

    @property
    def words_between_two(self) -> Text:
        """Say it of a measure beside another measure."""
        return _BETWEEN_TWO.get(self, _WORDS[self])


_WORDS = {
    Tells.HELPS: Text("Helpt waarschijnlijk", "Probably helps"),
    Tells.HARMS: Text("Werkt waarschijnlijk averechts", "Probably does harm"),
    Tells.UNKNOWN: Text("We weten het niet", "We do not know"),
    Tells.UNFAIR: Text("Geen eerlijke vergelijking", "Not a fair comparison"),
    Tells.TOO_FEW: Text("Te weinig gegevens", "Too little data"),
}
_BETWEEN_TWO = {
    Tells.HELPS: Text("Doet het waarschijnlijk beter", "Probably does better"),
    Tells.HARMS: Text("Doet het waarschijnlijk minder goed", "Probably does less well"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """The effect on lasting work after some months, in people of every 100, with its interval."""

    months: int
    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Brief:
    """A card in short.

    ``light`` judges the comparison, None with too little data; ``sentence`` is the
    leading finding in words; ``started`` and ``compared`` count people at the main horizon.
    ``against`` is the other measure, None for "not now". ``last_start`` is the number of the
    month of the newest start that has its follow-up: how fresh the evidence is.
    ``unknown_months`` are the lengths of follow-up over which nothing is known.
    """

    measure: str
    label: Text
    tells: Tells
    light: Light | None
    reason: Text
    sentence: Text
    main_horizon: int
    points: tuple[Point, ...]
    started: int
    compared: int
    against: str | None = None
    against_label: Text | None = None
    last_start: int | None = None
    unknown_months: tuple[int, ...] = ()

    @property
    def opening(self) -> Text:
        """Return the first sentence alone; of an unfair comparison why it is none."""
        whole = self.reason if self.tells is Tells.UNFAIR else self.sentence
        return Text(_first(whole.nl), _first(whole.en))

    @property
    def words(self) -> Text:
        """Say in a few words what the card tells."""
        return self.tells.words if self.against is None else self.tells.words_between_two

    @property
    def leading(self) -> Point | None:
        """Return the point at the main horizon."""
        return next((p for p in self.points if p.months == self.main_horizon), None)


def brief_of(card: EvidenceCard, last_start: int | None = None) -> Brief:
    """Return a card in short."""
    leading = _leading(card.main)
    flow = card.main.flow
    return Brief(
        measure=card.measure,
        label=card.label,
        tells=_tells(card, leading),
        light=card.verdict,
        reason=card.reason,
        sentence=_why_nothing(card) if leading is None else leading.sentence,
        main_horizon=card.main_horizon,
        points=tuple(_point(each, f) for each in card.results if (f := _leading(each))),
        started=flow.started.people,
        compared=flow.compared.people,
        against=card.against,
        against_label=None if card.against is None else card.against_label,
        last_start=last_start,
        unknown_months=tuple(each.months for each in card.results if not _leading(each)),
    )


def _first(sentences: str) -> str:
    # An abbreviation ("o.g.v. de") is not followed by a capital; a next sentence is.
    return re.split(r"(?<=\.) (?=[A-Z])", sentences, maxsplit=1)[0]


def _why_nothing(card: EvidenceCard) -> Text:
    return card.main.too_few[0] if card.main.too_few else card.reason


def _leading(result: HorizonResult) -> Finding | None:
    if result.evaluation is None:
        return None
    for finding in result.evaluation.findings:
        if finding.outcome.name == SUSTAINED_WORK:
            return finding
    return None


def _point(result: HorizonResult, finding: Finding) -> Point:
    effect = finding.leading
    return Point(result.months, 100 * effect.estimate, 100 * effect.low, 100 * effect.high)


def _tells(card: EvidenceCard, leading: Finding | None) -> Tells:
    if leading is None or card.verdict is None:
        return Tells.TOO_FEW
    if card.verdict is Light.RED or not leading.causal:
        return Tells.UNFAIR
    effect = leading.leading
    if effect.low <= 0 <= effect.high:
        return Tells.UNKNOWN
    return Tells.HELPS if effect.low > 0 else Tells.HARMS
