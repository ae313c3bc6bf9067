"""Why: the chain of conditions with article and value, in plain or professional words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from streekwerk.rights.engine.facts import Answer, FactSpec, MonthsSince, Number, YesNo
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.nodes import AllOf, Comparison, Condition, Constant, Not, Quantity
from streekwerk.rights.engine.routes import truth_of
from streekwerk.rights.engine.terms import Amount, MunicipalChoice, MunicipalNumber
from streekwerk.rights.engine.truth import Truth
from streekwerk.rights.engine.words import Wording, figure
from streekwerk.vocabulary.language import LANGUAGES, Language, Text

_STATUS: dict[Wording, dict[Truth, Text]] = {
    "plain": {
        Truth.YES: Text("Klopt", "True"),
        Truth.NO: Text("Klopt niet", "Not true"),
        Truth.UNKNOWN: Text("Weten we nog niet", "Not known yet"),
    },
    "professional": {
        Truth.YES: Text("Voldaan", "Met"),
        Truth.NO: Text("Niet voldaan", "Not met"),
        Truth.UNKNOWN: Text("Onbekend", "Unknown"),
    },
}
_SIGNS = {
    ">=": Text("is minstens", "is at least"),
    ">": Text("is meer dan", "is more than"),
    "<=": Text("is hoogstens", "is at most"),
    "<": Text("is minder dan", "is less than"),
    "=": Text("is", "is"),
}
_DAY_SIGNS = {
    ">=": Text("is op of na", "is on or after"),
    ">": Text("is na", "is after"),
    "<=": Text("is op of vóór", "is on or before"),
    "<": Text("is vóór", "is before"),
    "=": Text("is", "is"),
}
_ALL = Text("dit moet allemaal kloppen", "all of this must be true")
_ANY = Text("minstens één hiervan moet kloppen", "at least one of these must be true")
_MONTHS_NL = (
    "januari februari maart april mei juni juli augustus september oktober november december"
)
_MONTH_UNIT = Text("maanden", "months")
_CALCULATED = Text("het berekende bedrag", "the calculated amount")


@dataclass(frozen=True)
class Reason:
    """One step of an explanation.

    Attributes
    ----------
    truth
        Whether the step holds.
    text, status
        What is stated, and "klopt" / "klopt niet" / "weten we nog niet".
    article
        The provision; empty when it is that of the step above.
    value
        What was filled in, where it is a figure.
    parts
        The steps below.
    """

    truth: Truth
    text: Text
    status: Text
    article: str
    value: Text | None
    parts: tuple[Reason, ...]

    def walk(self) -> Iterator[Reason]:
        """Yield this step and every step below it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def decisive(self) -> Reason:
        """Return only what decided: the steps that share the truth of the step above.

        A "yes" through one of several ways shows that way; a "no" shows what is missing;
        "not known yet" shows what is open. A denial keeps what it denies.
        """
        sharing = tuple(part for part in self.parts if part.truth is self.truth)
        return replace(self, parts=tuple(part.decisive() for part in sharing or self.parts))

    def lines(self, language: Language, depth: int = 0) -> Iterator[str]:
        """Yield the explanation as indented lines of text."""
        value = f" [{self.value.in_language(language)}]" if self.value else ""
        article = f" ({self.article})" if self.article else ""
        said = f"{self.status.in_language(language)}: {self.text.in_language(language)}"
        yield f"{'  ' * depth}- {said}{value}{article}"
        for part in self.parts:
            yield from part.lines(language, depth + 1)


def explain(node: Condition, frame: Frame, wording: Wording) -> Reason:
    """Return the reasons for the truth of ``node``, read from the same nodes as the truth."""
    truth = truth_of(node, frame)
    core = node.inner if isinstance(node, Not) else node
    children = () if isinstance(node, Not) and _is_leaf(core) else node.parts
    return Reason(
        truth=truth,
        text=statement(node, frame, wording),
        status=_STATUS[wording][truth],
        article=node.article or core.article,
        value=_value(core, frame),
        parts=tuple(
            explain(part, frame, wording) for part in children if isinstance(part, Condition)
        ),
    )


def not_in_force(day: date, start: date | None, basis: str, wording: Wording) -> Reason:
    """Return the reason of a rule that did not hold on ``day``; ``start`` if it will later."""
    said, later = day_text(day), day_text(start) if start else None
    text = Text(
        f"deze regel geldt op {said.nl}" + (f"; hij begint op {later.nl}" if later else ""),
        f"this rule holds on {said.en}" + (f"; it starts on {later.en}" if later else ""),
    )
    return Reason(Truth.NO, text, _STATUS[wording][Truth.NO], basis, None, ())


def _is_leaf(node: Condition) -> bool:
    return not any(isinstance(part, Condition) for part in node.parts)


def statement(node: Condition, frame: Frame, wording: Wording) -> Text:
    """Return what a condition states."""
    if node.words:
        return node.words.in_wording(wording)
    if isinstance(node, YesNo):
        return node.fact.claim.in_wording(wording)
    if isinstance(node, MunicipalChoice):
        return node.term.label
    if isinstance(node, Comparison):
        return _comparison(node, frame, wording)
    if isinstance(node, Not):
        inner = statement(node.inner, frame, wording)
        return Text(f"dit geldt níet: {inner.nl}", f"this does not apply: {inner.en}")
    return _ALL if isinstance(node, AllOf) else _ANY


def _comparison(node: Comparison, frame: Frame, wording: Wording) -> Text:
    spec = _spec(node.left)
    signs = _DAY_SIGNS if spec and spec.kind is Answer.DATE and _is_fact(node.left) else _SIGNS
    left = _label(node.left, frame, wording)
    sign = signs[node.sign]
    right = _right(node, frame, wording)
    return Text(f"{left.nl} {sign.nl} {right.nl}", f"{left.en} {sign.en} {right.en}")


def _is_fact(node: Quantity) -> bool:
    return isinstance(node, Number)


def _spec(node: Quantity) -> FactSpec | None:
    if isinstance(node, Number):
        return node.fact
    return node.since.fact if isinstance(node, MonthsSince) else None


def _label(node: Quantity, frame: Frame, wording: Wording) -> Text:
    if isinstance(node, Number):
        return node.fact.claim.in_wording(wording)
    if isinstance(node, MonthsSince):
        inner = node.since.fact.claim.in_wording(wording)
        return Text(f"het aantal hele maanden sinds {inner.nl}", f"whole months since {inner.en}")
    if isinstance(node, Amount):
        return frame.parameters[node.key].label
    return node.term.label if isinstance(node, MunicipalNumber) else _CALCULATED


def _right(node: Comparison, frame: Frame, wording: Wording) -> Text:
    if isinstance(node.right, Constant):
        return shown(node.right.value, node.left)
    label = _label(node.right, frame, wording)
    known = node.right.amount(frame)[0]
    if np.isnan(known):
        return label
    said = shown(float(known), node.left)
    return Text(f"{label.nl} ({said.nl})", f"{label.en} ({said.en})")


def shown(value: float, like: Quantity) -> Text:
    """Return a stored number as people write it, in the unit of the quantity ``like``."""
    spec = _spec(like)
    if isinstance(like, MonthsSince):
        return _figures(value, _MONTH_UNIT)
    if spec and spec.kind is Answer.DATE:
        return day_text(date.fromordinal(int(value)))
    if spec and spec.kind is Answer.CHOICE:
        return spec.options[int(value)].label
    return _figures(value, spec.unit if spec else None)


def _figures(value: float, unit: Text | None) -> Text:
    nl, en = (figure(value, unit, language) for language in LANGUAGES)
    return Text(nl, en)


def day_text(day: date) -> Text:
    """Return a day in words: ``1 juli 2026``."""
    return Text(f"{day.day} {_MONTHS_NL.split()[day.month - 1]} {day.year}", f"{day:%-d %B %Y}")


def _value(node: Condition, frame: Frame) -> Text | None:
    if not isinstance(node, Comparison):
        return None
    known = node.left.amount(frame)[0]
    return None if np.isnan(known) else shown(float(known), node.left)
