"""Facts: the questions the law asks, each with its words, its source and who may answer it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

import numpy as np

from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.nodes import Comparison, Condition, Quantity, quantity
from streekwerk.rights.engine.truth import Numbers, Truths, decided
from streekwerk.rights.engine.words import Words
from streekwerk.vocabulary.language import Text


class Holder(Enum):
    """Who knows or decides a fact."""

    PERSON = Text("de persoon zelf", "the person")
    EMPLOYER = Text("de werkgever", "the employer")
    MUNICIPALITY = Text("de gemeente (administratie)", "the municipality (records)")
    UWV = Text("UWV", "UWV (employee insurance agency)")
    JUDGEMENT = Text("een professional van de gemeente", "a professional of the municipality")


class Privacy(Enum):
    """How near a fact is to what an employer must not see."""

    ORDINARY = "ordinary"
    DECLARATION = "declaration"
    BENEFIT = "benefit"
    HEALTH = "health"


class Answer(Enum):
    """The kind of answer a question takes."""

    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True)
class Option:
    """One answer to a choice."""

    key: str
    label: Text


@dataclass(frozen=True, eq=False)
class FactSpec:
    """What there is to know about a fact.

    Attributes
    ----------
    key
        Name in case files and the interface: the Dutch legal term.
    kind
        Kind of answer.
    question
        As put to the reader, plain words.
    claim
        The statement that a "yes" makes, or the name of a number, date or choice.
    holder
        Who answers; ``Holder.JUDGEMENT`` marks a discretionary term: a person judges.
    source
        Field in the registers, where there is one.
    privacy
        What may be shown to whom.
    fixed
        True when nobody can change it (age, the past): never named in "what would change".
    unit, options, lowest, highest
        For numbers and choices; bounds are inclusive.
    """

    key: str
    kind: Answer
    question: Text
    claim: Words
    holder: Holder
    source: str = ""
    privacy: Privacy = Privacy.ORDINARY
    fixed: bool = False
    unit: Text | None = None
    options: tuple[Option, ...] = ()
    lowest: float = 0.0
    highest: float = np.inf

    @property
    def discretionary(self) -> bool:
        """Whether the law leaves the answer to a person's judgement."""
        return self.holder is Holder.JUDGEMENT

    def encode(self, value: object) -> float:
        """Return an answer as the engine stores it; ``None`` is NaN.

        Raises
        ------
        ValueError
            When the answer is not of the fact's kind: says what was expected.
        """
        if value is None or value == "onbekend":
            return float("nan")
        if self.kind is Answer.YES_NO:
            return self._yes_no(value)
        if self.kind is Answer.DATE:
            return self._day(value)
        if self.kind is Answer.CHOICE:
            return self._choice(value)
        return self._number(value)

    def decode(self, stored: float) -> bool | float | date | str | None:
        """Return a stored number as the answer a reader gave; NaN is ``None``."""
        if np.isnan(stored):
            return None
        if self.kind is Answer.YES_NO:
            return bool(stored)
        if self.kind is Answer.DATE:
            return date.fromordinal(int(stored))
        return self.options[int(stored)].key if self.kind is Answer.CHOICE else stored

    def _yes_no(self, value: object) -> float:
        known = {True: 1.0, False: 0.0, "ja": 1.0, "nee": 0.0, "yes": 1.0, "no": 0.0}
        if isinstance(value, bool | str) and value in known:
            return known[value]
        raise self._fault("ja, nee of onbekend", value)

    def _day(self, value: object) -> float:
        try:
            day = value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            raise self._fault("een datum als 2026-07-01", value) from None
        return float(day.toordinal())

    def _choice(self, value: object) -> float:
        keys = [option.key for option in self.options]
        if value in keys:
            return float(keys.index(str(value)))
        raise self._fault("een van: " + ", ".join(keys), value)

    def _number(self, value: object) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool):
            if self.lowest <= value <= self.highest:
                return float(value)
            top = "" if np.isinf(self.highest) else f" en hoogstens {self.highest:g}"
            raise self._fault(f"een getal van minstens {self.lowest:g}{top}", value)
        raise self._fault("een getal", value)

    def _fault(self, wanted: str, value: object) -> ValueError:
        return ValueError(f"feit {self.key!r}: verwacht {wanted}, gekregen {value!r}")


@dataclass(frozen=True, eq=False)
class YesNo(Condition):
    """A yes-or-no fact; as a condition it holds when the answer is yes."""

    fact: FactSpec

    def compute(self, frame: Frame) -> Truths:
        """Read the fact's column."""
        known = frame.column(self.fact.key)
        return decided(known == 1.0, np.isnan(known))


@dataclass(frozen=True, eq=False)
class Number(Quantity):
    """A fact that is a number, a date or a choice."""

    fact: FactSpec

    def compute_amount(self, frame: Frame) -> Numbers:
        """Read the fact's column."""
        return frame.column(self.fact.key)

    def is_(self, option: str) -> Comparison:
        """Hold when the choice is ``option``."""
        return Comparison(self, "=", quantity(self.fact.encode(option)))

    def on_or_after(self, day: date) -> Comparison:
        """Hold when the date is ``day`` or later."""
        return self >= float(day.toordinal())

    def before(self, day: date) -> Comparison:
        """Hold when the date is before ``day``."""
        return self < float(day.toordinal())


@dataclass(frozen=True, eq=False)
class MonthsSince(Quantity):
    """Whole calendar months from a date fact to the frame's day; negative in the future.

    A month is complete on the same day of a later month, or on that month's last day
    when it has no such day (31 August plus six months is 28 or 29 February).
    """

    since: Number

    @property
    def parts(self) -> tuple[Quantity, ...]:
        """The date counted from."""
        return (self.since,)

    def compute_amount(self, frame: Frame) -> Numbers:
        """Count month by month, element by element."""
        start = self.since.amount(frame)
        unknown = np.isnan(start)
        offset = date(1970, 1, 1).toordinal()
        days = np.where(unknown, offset, start).astype(np.int64) - offset
        moments = days.astype("datetime64[D]")
        months = moments.astype("datetime64[M]")
        day_of_month = (moments - months.astype("datetime64[D]")).astype(np.int64) + 1
        today = np.datetime64(frame.day, "D")
        this_month = np.datetime64(frame.day, "M")
        last_day = today + 1 == (this_month + 1).astype("datetime64[D]")
        whole = (this_month - months).astype(np.int64)
        incomplete = (day_of_month > frame.day.day) & (not last_day)
        return np.where(unknown, np.nan, whole - incomplete.astype(np.int64))


def facts_of(node: Condition | Quantity) -> tuple[FactSpec, ...]:
    """Return the facts below a node, each once, in the order of the law text."""
    found = {part.fact.key: part.fact for part in node.walk() if isinstance(part, YesNo | Number)}
    return tuple(found.values())


class Registry:
    """All facts that rules ask for, by key; turns readers' answers into columns."""

    def __init__(self, specs: Iterable[FactSpec]) -> None:
        self._specs = {spec.key: spec for spec in specs}

    def __getitem__(self, key: str) -> FactSpec:
        if key not in self._specs:
            near = difflib.get_close_matches(key, self._specs, n=3)
            hint = f" Bedoelt u: {', '.join(near)}?" if near else ""
            raise ValueError(f"onbekend feit {key!r}.{hint}")
        return self._specs[key]

    def __iter__(self) -> Iterator[FactSpec]:
        return iter(self._specs.values())

    def __len__(self) -> int:
        return len(self._specs)

    def encode(self, answers: Mapping[str, object]) -> dict[str, float]:
        """Return answers as stored numbers.

        Raises
        ------
        ValueError
            For a fact that does not exist (with near names) or an answer of the wrong kind.
        """
        return {key: self[key].encode(value) for key, value in answers.items()}
