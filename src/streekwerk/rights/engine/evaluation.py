"""Apply rules to one case: answer, figures, reasons, open questions and what would change it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from streekwerk.rights.engine.asking import needed_for, plan
from streekwerk.rights.engine.explanation import Reason, explain, not_in_force, statement
from streekwerk.rights.engine.facts import FactSpec, Registry
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.municipality import NOT_FILLED_IN, Municipality, OpenTerm
from streekwerk.rights.engine.parameters import Parameter, Parameters
from streekwerk.rights.engine.routes import OpenQuestions, Step, open_questions, routes, truth_of
from streekwerk.rights.engine.rules import Outcome, Rule, Version
from streekwerk.rights.engine.terms import MunicipalNumber
from streekwerk.rights.engine.truth import Truth
from streekwerk.rights.engine.words import Wording, figure
from streekwerk.vocabulary.language import LANGUAGES, Text


@dataclass(frozen=True)
class Case:
    """One person (or one person in one job) on one day.

    Attributes
    ----------
    day
        The day for which the law is applied.
    answers
        Known facts as stored numbers (see :meth:`FactSpec.encode`).
    """

    day: date
    answers: Mapping[str, float]
    parameters: Parameters = field(repr=False)
    municipality: Municipality = field(default_factory=Municipality)

    def knowing(self, fact: FactSpec, value: object) -> Case:
        """Return the case with one more answer; ``None`` takes an answer back.

        Raises
        ------
        ValueError
            When the answer is not of the fact's kind.
        """
        return replace(self, answers={**self.answers, fact.key: fact.encode(value)})

    def frame(self) -> Frame:
        """Return the case as columns of length one."""
        columns = {key: np.array([value]) for key, value in self.answers.items()}
        return Frame(self.day, 1, columns, self.parameters, self.municipality)


def make_case(
    day: date,
    answers: Mapping[str, object],
    registry: Registry,
    parameters: Parameters,
    municipality: Municipality | None = None,
) -> Case:
    """Build a case from readers' answers.

    Raises
    ------
    ValueError
        For an unknown fact or an answer of the wrong kind.
    """
    return Case(day, registry.encode(answers), parameters, municipality or Municipality())


@dataclass(frozen=True)
class Figure:
    """One figure of an answer.

    Attributes
    ----------
    outcome
        Which figure.
    if_entitled
        Its value for whom the condition holds; ``None`` while facts are missing.
    value
        ``if_entitled`` on yes, 0 on no, ``None`` while that is open.
    not_filled_in
        Open terms behind the figure that the municipality has not decided.
    """

    outcome: Outcome
    if_entitled: float | None
    value: float | None
    not_filled_in: tuple[OpenTerm, ...] = ()

    @property
    def left_open(self) -> bool:
        """Whether there is no figure to show until the municipality decides."""
        return any(term.without_default for term in self.not_filled_in)

    def said(self) -> Text:
        """Return the figure with its unit, or why there is none to show."""
        if self.left_open:
            return NOT_FILLED_IN
        if self.if_entitled is None:
            return Text("nog niet bekend", "not yet known")
        nl, en = (figure(self.if_entitled, self.outcome.unit, one) for one in LANGUAGES)
        return Text(nl, en)


@dataclass(frozen=True)
class Change:
    """One smallest set of changes that would turn an answer."""

    steps: tuple[Step, ...]
    frame: Frame = field(repr=False)

    def texts(self, wording: Wording) -> tuple[Text, ...]:
        """Return each change in words."""
        return tuple(self._text(step, wording) for step in self.steps)

    def _text(self, step: Step, wording: Wording) -> Text:
        said = statement(step.leaf, self.frame, wording)
        if step.goal is Truth.YES:
            return Text(f"als dit klopt: {said.nl}", f"if this were true: {said.en}")
        return Text(f"als dit niet klopt: {said.nl}", f"if this were not true: {said.en}")


@dataclass(frozen=True, eq=False)
class RuleAnswer:
    """What one rule says about one case. Everything is read from one frame.

    Attributes
    ----------
    rule, version
        The rule, and its version on the day; ``None`` when it was not in force.
    truth
        Yes, no, or not yet known.
    figures
        Amounts and durations.
    """

    rule: Rule
    version: Version | None
    truth: Truth
    figures: tuple[Figure, ...]
    frame: Frame = field(repr=False)

    def reason(self, wording: Wording = "plain") -> Reason:
        """Return why, also when the rule was not in force."""
        day = self.frame.day
        if self.version is None:
            later = (v for v in self.rule.versions if v.start > day and not v.only_ahead_of_law)
            start = next((version.start for version in later), None)
            return not_in_force(day, start, self.rule.versions[-1].basis[0].citation, wording)
        found = explain(self.version.condition, self.frame, wording)
        return found if found.article else replace(found, article=self.version.basis[0].citation)

    def questions(self) -> OpenQuestions:
        """Return the smallest sets of questions still to ask."""
        if self.version is None:
            return OpenQuestions(None, ())
        return open_questions(self.version.condition, self.frame)

    def next_question(self, skip: Collection[str] = ()) -> FactSpec | None:
        """Return the question to ask next; ``None`` when answer and figures are known.

        ``skip`` holds the keys of facts that nobody can tell; what cannot be decided
        without them is left open.
        """
        if self.version is None or self.truth is Truth.NO:
            return None
        if self.truth is Truth.UNKNOWN:
            return plan(self.version.condition, self.frame, skip).first
        missing = (needed_for(outcome.value, self.frame) for outcome in self.version.outcomes)
        return next((fact for fact in missing if fact and fact.key not in skip), None)

    def changes(self, most: int = 5) -> tuple[Change, ...]:
        """Return the smallest changes that would turn a decided answer."""
        if self.version is None or self.truth is Truth.UNKNOWN:
            return ()
        condition = self.version.condition
        order = {node: place for place, node in enumerate(condition.walk())}
        found = routes(condition, self.truth.opposite, self.frame, turn=True)
        return tuple(
            Change(tuple(sorted(route, key=lambda step: order[step.leaf])), self.frame)
            for route in found[:most]
        )

    @property
    def not_filled_in(self) -> tuple[OpenTerm, ...]:
        """Open terms on which the answer leans and that the municipality left open."""
        terms = self.version.open_terms() if self.version else ()
        return tuple(t for t in terms if not self.frame.municipality.has_filled_in(t))

    @property
    def outdated(self) -> tuple[Parameter, ...]:
        """Parameters whose last known value is older than their indexation."""
        keys = self.version.parameter_keys() if self.version else ()
        used = (self.frame.parameters[key] for key in keys)
        return tuple(parameter for parameter in used if parameter.is_outdated(self.frame.day))

    @property
    def ahead_of_law(self) -> bool:
        """Whether the version is applied before its first day, by the municipality's choice."""
        return self.version is not None and self.version.only_ahead_of_law

    def figure(self, key: str) -> Figure:
        """Return one figure.

        Raises
        ------
        LookupError
            When the rule has no such figure on this day.
        """
        for one in self.figures:
            if one.outcome.key == key:
                return one
        raise LookupError(f"regel {self.rule.key!r} geeft op {self.frame.day} geen {key!r}")


def evaluate(case: Case, rules: Iterable[Rule]) -> tuple[RuleAnswer, ...]:
    """Apply every rule to the case, in the order given."""
    frame = case.frame()
    return tuple(apply_rule(rule, frame) for rule in rules)


def apply_rule(rule: Rule, frame: Frame) -> RuleAnswer:
    """Apply one rule to the first (or only) person in a frame."""
    version = rule.on(frame.day, frame.municipality)
    if version is None:
        return RuleAnswer(rule, None, Truth.NO, (), frame)
    truth = truth_of(version.condition, frame)
    figures = tuple(_figure(outcome, truth, frame) for outcome in version.outcomes)
    return RuleAnswer(rule, version, truth, figures, frame)


def _figure(outcome: Outcome, truth: Truth, frame: Frame) -> Figure:
    amount = float(outcome.value.amount(frame)[0])
    if_entitled = None if np.isnan(amount) else amount
    value = {Truth.YES: if_entitled, Truth.NO: 0.0, Truth.UNKNOWN: None}[truth]
    terms = (node.term for node in outcome.value.walk() if isinstance(node, MunicipalNumber))
    missing = tuple(term for term in terms if not frame.municipality.has_filled_in(term))
    return Figure(outcome, if_entitled, value, missing)
