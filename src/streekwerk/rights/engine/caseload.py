"""A whole caseload against every rule at once, to find who may be missing something.

This finds what a person could get. It ranks nobody and decides nothing: the outcome per
person is the same set of answers that person would get alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.municipality import Municipality
from streekwerk.rights.engine.parameters import Parameters
from streekwerk.rights.engine.rules import Rule
from streekwerk.rights.engine.truth import Numbers, Truth, Truths

# Small enough to stay in the processor's cache, large enough that numpy does the work.
_CHUNK = 8192


@dataclass(frozen=True, eq=False)
class RuleColumn:
    """One rule for everybody.

    Attributes
    ----------
    truths
        Yes/no/unknown per person (see :class:`Truth`), shape ``(n,)``.
    figures
        By outcome key: the figure per person, shape ``(n,)``; 0 on no, NaN while open.
    """

    rule: Rule
    truths: Truths
    figures: Mapping[str, Numbers]

    def count(self, truth: Truth) -> int:
        """Return for how many people the rule gives this answer."""
        return int(np.count_nonzero(self.truths == truth))

    def missed(self, already: np.typing.NDArray[np.bool_]) -> np.typing.NDArray[np.intp]:
        """Return the positions of people with a yes who do not have it (``already`` False)."""
        return np.flatnonzero((self.truths == Truth.YES) & ~already)


def check_caseload(
    day: date,
    columns: Mapping[str, Numbers],
    rules: Sequence[Rule],
    parameters: Parameters,
    municipality: Municipality | None = None,
) -> tuple[RuleColumn, ...]:
    """Apply every rule to every person.

    Parameters
    ----------
    columns
        Facts by key as stored numbers (NaN is unknown), all of shape ``(n,)``. Facts that
        are not there are unknown for everybody.

    Returns
    -------
    One column per rule, in the order given.

    Raises
    ------
    ValueError
        When the columns differ in length.
    """
    lengths = {len(column) for column in columns.values()}
    if len(lengths) > 1:
        raise ValueError(f"kolommen zijn niet even lang: {sorted(lengths)}")
    size = next(iter(lengths), 0)
    chosen = municipality or Municipality()
    chunks = [
        [_apply(rule, frame) for rule in rules]
        for frame in _frames(day, columns, size, parameters, chosen)
    ]
    return tuple(
        _joined(rule, parts) for rule, parts in zip(rules, _turned(chunks, rules), strict=True)
    )


def _frames(
    day: date,
    columns: Mapping[str, Numbers],
    size: int,
    parameters: Parameters,
    municipality: Municipality,
) -> Iterator[Frame]:
    for start in range(0, max(size, 1), _CHUNK):
        part = {key: column[start : start + _CHUNK] for key, column in columns.items()}
        yield Frame(day, min(_CHUNK, size - start), part, parameters, municipality)


def _apply(rule: Rule, frame: Frame) -> tuple[Truths, dict[str, Numbers]]:
    version = rule.on(frame.day, frame.municipality)
    if version is None:
        return np.zeros(frame.size, dtype=np.int8), {}
    truths = version.condition.truth(frame)
    figures = {
        outcome.key: np.select(
            [truths == Truth.YES, truths == Truth.NO],
            [outcome.value.amount(frame), frame.constant(0.0)],
            np.nan,
        )
        for outcome in version.outcomes
    }
    return truths, figures


def _turned(
    chunks: list[list[tuple[Truths, dict[str, Numbers]]]], rules: Sequence[Rule]
) -> Iterable[list[tuple[Truths, dict[str, Numbers]]]]:
    return ([chunk[place] for chunk in chunks] for place in range(len(rules)))


def _joined(rule: Rule, parts: list[tuple[Truths, dict[str, Numbers]]]) -> RuleColumn:
    truths = np.concatenate([truth for truth, _ in parts])
    keys = parts[0][1]
    figures = {key: np.concatenate([figures[key] for _, figures in parts]) for key in keys}
    return RuleColumn(rule, truths, figures)
