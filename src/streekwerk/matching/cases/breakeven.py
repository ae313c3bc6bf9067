"""Break-even questions: from which value of one input a case pays."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from streekwerk.matching.cases.accounts import Account
from streekwerk.matching.cases.inputs import Input
from streekwerk.matching.cases.model import CaseModel
from streekwerk.matching.cases.reading import Numbers
from streekwerk.matching.cases.saying import said
from streekwerk.matching.cases.simulation import evaluate, net_present_value
from streekwerk.vocabulary.language import Language, Text

_GRID = 401
_FINER, _ROUNDS = 101, 3


class Verdict(Enum):
    """The kind of answer."""

    ALWAYS = "always"
    NEVER = "never"
    FROM = "from"
    UP_TO = "up_to"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Where an account does not lose, as one input varies and the others keep their medians.

    Attributes
    ----------
    spans
        Ranges of the input in which the net present value is zero or more, lowest first.
    searched
        Between which values was looked.
    """

    account: Account
    input: Input
    spans: tuple[tuple[float, float], ...]
    searched: tuple[float, float]

    @property
    def verdict(self) -> Verdict:
        """Which kind of answer it is."""
        if not self.spans:
            return Verdict.NEVER
        low, high = self.spans[0][0] <= self.searched[0], self.spans[-1][1] >= self.searched[1]
        if len(self.spans) > 1 or not (low or high):
            return Verdict.BETWEEN
        if low and high:
            return Verdict.ALWAYS
        return Verdict.UP_TO if low else Verdict.FROM

    @property
    def value(self) -> float | None:
        """The one value at which it turns; ``None`` when there is none, or more than one."""
        if self.verdict is Verdict.FROM:
            return self.spans[0][0]
        return self.spans[0][1] if self.verdict is Verdict.UP_TO else None

    def words(self) -> Text:
        """Answer in one sentence."""
        return Text(self._said("nl"), self._said("en"))

    def _said(self, language: Language) -> str:
        def at(value: float) -> str:
            return said(value, self.input.unit, language)

        least, most = (at(one) for one in self.searched)
        about = self.input.label.in_language(language)
        if self.verdict is Verdict.BETWEEN:
            spans = [(at(low), at(high)) for low, high in self.spans]
            to, also = (" tot ", " en ") if language == "nl" else (" to ", " and ")
            found = also.join(low + to + high for low, high in spans)
            return f"{_capital(about)}: {found}."
        turn = at(self.value) if self.value is not None else ""
        dutch, english = {
            Verdict.ALWAYS: (
                f"bij elke waarde van {least} tot {most}",
                f"at every value from {least} to {most}",
            ),
            Verdict.NEVER: (
                f"bij geen enkele waarde van {least} tot {most}",
                f"at no value from {least} to {most}",
            ),
            Verdict.FROM: (f"vanaf {turn}", f"from {turn}"),
            Verdict.UP_TO: (f"tot {turn}", f"up to {turn}"),
        }[self.verdict]
        return f"{_capital(about)}: {dutch if language == 'nl' else english}."


def break_even(
    model: CaseModel,
    account: Account,
    name: str,
    searched: tuple[float, float] | None = None,
) -> BreakEven:
    """Find where ``account`` does not lose as the input ``name`` varies.

    The net present value is calculated on a grid of values, and every change of sign is
    narrowed down on ever finer grids (to a millionth of the first step). A change there and
    back between two grid points is not seen.

    Parameters
    ----------
    searched
        Lowest and highest value to look at; the limits of the input when left out, or
        ten times its median where it has no highest.

    Raises
    ------
    KeyError
        When there is no such input.
    """
    held = model.by_name[name]
    low, high = searched or _range(held)
    grid = np.linspace(low, high, _GRID)
    gains = _values(model, account, name, grid) >= 0
    edges = np.flatnonzero(gains[1:] != gains[:-1])
    turns = [_turn(model, account, name, (grid[k], grid[k + 1])) for k in edges]
    ends = [*([low] if gains[0] else []), *turns, *([high] if gains[-1] else [])]
    spans = tuple(zip(ends[::2], ends[1::2], strict=True))
    return BreakEven(account, held, spans, (low, high))


def _turn(model: CaseModel, account: Account, name: str, between: tuple[float, float]) -> float:
    low, high = float(between[0]), float(between[1])
    first = bool(_values(model, account, name, np.array([low]))[0] >= 0)
    for _ in range(_ROUNDS):
        grid = np.linspace(low, high, _FINER)
        other = int(np.argmax((_values(model, account, name, grid) >= 0) != first))
        low, high = float(grid[other - 1]), float(grid[other])
    # The side on which it does not lose.
    return low if first else high


def _values(model: CaseModel, account: Account, name: str, at: Numbers) -> Numbers:
    known = evaluate(model, {name: at})
    return net_present_value(model, account, known, len(at))


def _range(held: Input) -> tuple[float, float]:
    low, high = held.limits
    if np.isfinite(high):
        return low, high
    return low, max(10 * float(held.median), held.belief.at(0.999), 1.0)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
